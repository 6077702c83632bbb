// Links for the youth panel: whoever has one reads, tries, comments and votes, until it expires.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { flowPath, get, post, remove } from '../api.js';
import { failedWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { field } from '../fields.js';
import { when } from '../when.js';

export async function panelLinks({ id }) {
  const days = field({ id: 'link-days', label: t('links.days'), type: 'number', min: 1, value: '7' });
  days.input.max = 30;
  const list = element('ul', { class: 'links' });
  const dialog = openDialog({
    title: t('links.title'),
    inside: [element('p', {}, t('links.what')), days.element, list],
    actions: [{ text: t('links.make'), lamp: true, name: 'make-link', act: make }],
  });

  async function load() {
    const { links } = await get(flowPath(id, '/links'));
    list.replaceChildren(...links.map((link) => {
      const address = new URL(link.path ?? `/panel/${link.token}`, location.href).href;
      const shown = element('input', { class: 'field', readonly: true, value: address, 'aria-label': t('links.address') });
      return element('li', {}, shown,
        element('p', { class: 'small soft' }, t('links.until', { at: when(link.expires) })),
        element('p', { class: 'finding-doing' },
          element('button', { type: 'button', class: 'button small', onclick: () => copy(shown) }, t('links.copy')),
          element('button', { type: 'button', class: 'button small', onclick: () => away(link.token) }, t('links.delete'))));
    }));
  }

  async function make() {
    await attempt(() => post(flowPath(id, '/links'), { days: Math.min(30, Math.max(1, Math.round(Number(days.value)) || 7)) }));
  }

  async function away(token) {
    await attempt(() => remove(flowPath(id, `/links/${encodeURIComponent(token)}`)));
  }

  async function attempt(action) {
    try {
      await action();
      await load();
      dialog.say('');
    } catch (refused) {
      dialog.say(failedWords(refused));
    }
  }

  function copy(shown) {
    shown.select();
    navigator.clipboard?.writeText(shown.value).then(() => saySoftly(t('links.copied')), () => {});
  }

  await attempt(async () => {});
}
