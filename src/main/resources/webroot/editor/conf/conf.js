// What is beside the flows: the directory, words to avoid, opening hours, phrases for staff. Each is a file that is
// edited as a form or as text, checked by the server, and published like a flow.

import { element } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';
import { get } from '../api.js';
import { when } from '../when.js';
import { showFile } from './file.js';

/** Shows the list, or the file whose id is given; returns what to do when it is left. */
export async function showConf(page, id) {
  if (id) {
    return showFile(page, id);
  }
  document.title = t('conf.title');
  const { files } = await get('conf');
  page.replaceChildren(element('div', { class: 'list' },
    element('h1', { tabindex: '-1' }, t('conf.title')), element('p', { class: 'soft' }, t('conf.what')),
    element('ul', { class: 'flows' }, ...files.map((file) => element('li', {},
      element('a', { class: 'card flow-row', href: `#/ord/${file.id}` },
        element('strong', {}, tOr(`conf.${file.id}`, file.title)), element('span', { class: 'small soft' }, tOr(`conf.${file.id}.what`, '')),
        element('span', { class: 'small soft' }, file.by ? t('conf.changed', { name: file.by, at: when(file.at) }) : t('conf.asFile'))))))));
  return () => {};
}
