// A thumb up or down, for a step or the whole.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { call } from './call.js';

export function voting(token, step) {
  const told = element('span', { class: 'small', role: 'status' });
  const button = (up) => element('button', {
    type: 'button', class: 'button small', 'aria-pressed': 'false', 'data-up': up,
    onclick: async (event) => {
      const pressed = event.currentTarget;
      try {
        await call('POST', `${token}/votes`, { step, up });
        box.querySelectorAll('button').forEach((one) => one.setAttribute('aria-pressed', String(one === pressed)));
        told.textContent = t('vote.thanks');
      } catch (refused) {
        told.textContent = t(refused.status === 429 ? 'slow' : 'failed.what');
      }
    },
  }, t(up ? 'vote.up' : 'vote.down'));
  const box = element('div', { class: 'votes', role: 'group', 'aria-label': step === null ? t('whole') : t('vote.title', { step }) }, button(true), button(false), told);
  return box;
}
