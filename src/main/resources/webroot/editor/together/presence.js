// Who else is in the flow: told every ten seconds, for as long as the page is open.

import { element, setText } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { flowPath, post } from '../api.js';
import { unpressed } from '../pressing.js';

const everyMs = 10000;

/** Returns {element, end()}. */
export function presence(id, me, { rival = () => {} } = {}) {
  const box = element('p', { class: 'presence small', role: 'status' });
  const ask = async () => {
    try {
      const { editors } = await post(flowPath(id, '/presence'));
      await unpressed();
      const others = editors.filter(({ user }) => user !== me.user).map(({ name }) => name);
      setText(box, others.length === 0 ? '' : t('presence.others', { names: others.join(', ') }));
      rival(others);
    } catch {
      // The saver says when the line is gone.
    }
  };
  ask();
  const timer = setInterval(ask, everyMs);
  return { element: box, end: () => clearInterval(timer) };
}
