// Who did what, when and why: the last five hundred changes.

import { element } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';
import { get } from '../api.js';
import { when } from '../when.js';

/** Shows the record in `page`. */
export async function showRecord(page) {
  document.title = t('record.title');
  const { entries } = await get('record');
  page.replaceChildren(element('div', { class: 'list' },
    element('h1', { tabindex: '-1' }, t('record.title')),
    element('p', { class: 'soft' }, t('record.what')),
    entries.length === 0 ? element('p', { class: 'soft' }, t('record.none')) : element('ol', { class: 'record' }, ...entries.map(entry))));
}

const papers = ['directory', 'words', 'hours', 'phrases'];

/** One line of the record. */
export function entry({ at, user, what, flow, number, reason }) {
  return element('li', {},
    element('span', { class: 'small soft' }, when(at)), ' ',
    element('strong', {}, user ?? t('record.file')), ' ',
    tOr(`record.${what}`, what), ' ', papers.includes(flow) ? t(`conf.${flow}`) : flow ?? '', number ? ` (${t('version.short', { number })})` : '',
    reason ? element('span', { class: 'record-why' }, ` – ${reason}`) : null);
}
