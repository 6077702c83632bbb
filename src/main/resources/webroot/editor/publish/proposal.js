// A second pair of eyes: what another has proposed, to approve or to send back.

import { element } from '/shared/element.js';
import { saySoftly, sayNow } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { call, flowPath, post } from '../api.js';
import { refusedWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { field } from '../fields.js';
import { when } from '../when.js';
import { sideBySide } from './difference.js';

/** Returns {element}: a band that is seen while something is proposed. */
export function proposalBand({ id, me, flow }) {
  const box = element('section', { class: 'card notice', hidden: true, 'aria-label': t('proposal.title') });

  async function load() {
    const { status, body: proposal } = await call('GET', flowPath(id, '/proposal'));
    box.hidden = status === 204;
    if (box.hidden) {
      return;
    }
    const mine = proposal.by === me.user;
    box.replaceChildren(
      element('p', {}, t(mine ? 'proposal.mine' : 'proposal.theirs', { name: proposal.by, at: when(proposal.at) }), proposal.reason ? ` – ${proposal.reason}` : ''),
      ...['from', 'until'].filter((end) => proposal[end]).map((end) => element('p', {}, t(`proposal.${end}`, { at: when(proposal[end]) }))),
      element('p', { class: 'finding-doing' },
        element('button', { type: 'button', class: 'button small', onclick: () => look(proposal) }, t('proposal.look')),
        mine ? null : element('button', { type: 'button', class: 'button button-lamp small', 'data-do': 'approve', onclick: () => decide('approve') }, t('proposal.approve')),
        element('button', { type: 'button', class: 'button small', 'data-do': 'reject', onclick: () => decide('reject') }, t(mine ? 'proposal.takeBack' : 'proposal.reject'))));
  }

  function look(proposal) {
    openDialog({ title: t('proposal.title'), wide: true, inside: [sideBySide(flow.text ?? '', proposal.text, t('changes.before'), t('changes.after'))] });
  }

  function decide(which) {
    const reason = field({ id: 'proposal-reason', label: t('publish.reason'), max: 500 });
    openDialog({
      title: t(`proposal.${which}`),
      inside: [reason.element],
      actions: [{
        text: t(`proposal.${which}`), lamp: true, name: 'yes',
        act: async (dialog) => {
          if (which === 'reject' && !reason.value.trim()) {
            dialog.say(t('publish.needsReason'));
            return;
          }
          try {
            await post(flowPath(id, `/proposal/${which}`), { reason: reason.value.trim() });
            dialog.close();
            saySoftly(t(`proposal.${which}Done`));
            dispatchEvent(new HashChangeEvent('hashchange'));
          } catch (refused) {
            dialog.say(refused.status === 403 ? t('proposal.notSelf') : refusedWords(refused));
          }
        },
      }],
    });
  }

  load().catch(() => sayNow(t('page.failed')));
  return { element: box };
}
