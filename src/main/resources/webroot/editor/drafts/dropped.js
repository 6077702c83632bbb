// Drafts that were thrown away: for seven days they can be had back.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { inWords, t } from '/shared/texts.js';
import { flowPath, get, post } from '../api.js';
import { failedWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { when } from '../when.js';

/** All of them as a section of the list of flows, or null when there are none. */
export async function droppedSection() {
  const drafts = await all();
  return drafts.length === 0 ? null : element('section', { class: 'dropped', 'aria-labelledby': 'dropped-title' },
    element('h2', { id: 'dropped-title' }, t('dropped.title')),
    element('p', { class: 'soft' }, t('dropped.what')),
    rows(drafts, (id) => {
      location.hash = `#/${encodeURIComponent(id)}`;
    }, saySoftly));
}

/** The one of this flow, in a dialog; `before()` is done first, `back()` when the draft is there again. */
export async function droppedDialog(id, before, back) {
  const body = element('div', {}, element('p', { role: 'status' }, t('page.wait')));
  const dialog = openDialog({ title: t('dropped.title'), inside: [body] });
  try {
    const drafts = (await all()).filter((one) => one.id === id);
    body.replaceChildren(...(drafts.length === 0
      ? [element('p', {}, t('dropped.none'))]
      : [element('p', {}, t('dropped.swap')), rows(drafts, back, dialog.say, before)]));
  } catch (refused) {
    dialog.say(failedWords(refused));
  }
}

const all = async () => (await get('drafts/dropped')).drafts;

function rows(drafts, back, say, before = async () => {}) {
  return element('ul', { class: 'dropped-drafts' }, ...drafts.map((one) => element('li', { class: 'card', 'data-dropped': one.id },
    element('p', {}, element('strong', {}, inWords(one.title, one.id)), ' ', element('span', { class: 'small soft' }, one.id)),
    element('p', { class: 'small' }, t('dropped.by', { name: one.by, at: when(one.at), until: when(one.until) })),
    element('p', {}, element('button', {
      type: 'button', class: 'button small', 'data-do': 'restore', 'aria-label': t('dropped.backThis', { title: inWords(one.title, one.id) }),
      onclick: async () => {
        try {
          await before();
          await post(flowPath(one.id, '/draft/restore'));
          saySoftly(t('dropped.done'));
          back(one.id);
        } catch (refused) {
          say(failedWords(refused));
        }
      },
    }, t('dropped.back'))))));
}
