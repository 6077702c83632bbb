// One who waits: how grave, about what, where, how long, in which language, until when.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { categoryWords, languageWords, levelShape, queueWords } from './words.js';

/** A card; its button takes the chat. `watch` is given to leads only. */
export function makeCard(card, { claim, watch }) {
  const id = `card-${card.chat}`;
  const take = element(
    'button',
    { type: 'button', class: 'button card-claim', 'aria-describedby': id, onclick: () => claim(card.chat) },
    t('waiting.claim'),
  );
  const look =
    watch &&
    element('button', { type: 'button', class: 'button button-quiet', onclick: () => watch(card.chat) }, t('watch.start'));
  return element(
    'li',
    { class: 'card waiting-card' },
    element('div', { class: 'card-said', id }),
    element('div', { class: 'card-doing' }, take, look || null),
  );
}

/** Shows what the card says now; the times tick by themselves. `ours`: whether we may take it. */
export function drawCard(item, card, ours) {
  const said = item.querySelector('.card-said');
  const shown = JSON.stringify([card.level, card.category, card.queue, card.since, card.language, card.deadline, card.returning, card.place, card.secondLine, ours]);
  if (said.dataset.shown === shown) {
    return;
  }
  said.dataset.shown = shown;
  item.dataset.level = card.level;
  said.replaceChildren(
    element(
      'p',
      { class: 'card-level' },
      levelShape(card.level),
      element('strong', {}, t(`level.${card.level}`)),
      element('time', { 'data-since': card.since }),
    ),
    card.category ? element('p', { class: 'card-category' }, categoryWords(card.category)) : '',
    element('p', { class: 'small soft card-facts' }, ...facts(card, ours)),
    card.deadline
      ? element('p', { class: 'small card-deadline' }, t('card.deadline'), ' ', element('time', { 'data-deadline': card.deadline }))
      : '',
    card.secondLine ? element('p', { class: 'small card-second' }, t(`secondLine.${card.secondLine}`)) : '',
  );
  said.querySelector('.card-second')?.classList.toggle('late', card.secondLine === 'failed' || card.secondLine === 'missing');
}

function facts(card, ours) {
  const said = [queueWords(card.queue), languageWords(card.language), card.place, card.returning ? t('card.returning') : null, ours ? null : t('card.others')];
  return said.filter(Boolean).map((fact) => element('span', {}, fact));
}
