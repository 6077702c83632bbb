// The band across the page: for whom it rings, and a button to come.

import { element, keyed, setText } from '/shared/element.js';
import { cardWords, levelShape } from '../waiting/words.js';
import { t } from '/shared/texts.js';

const shownAtMost = 3;
const band = document.getElementById('alarm');
const list = document.getElementById('alarm-list');
const more = document.getElementById('alarm-more');

/** Returns draw(rings): the ringing cards, the gravest first. */
export function alarmBand(claim) {
  const make = (card) =>
    element(
      'li',
      { class: 'alarm-row' },
      element('p', { class: 'alarm-what' }),
      element('button', { type: 'button', class: 'button', onclick: () => claim(card.chat) }, t('waiting.claim')),
    );

  return (rings) => {
    band.hidden = rings.length === 0;
    band.dataset.level = rings[0]?.level ?? '';
    keyed(list, rings.slice(0, shownAtMost), (card) => card.chat, make, drawRow);
    more.hidden = rings.length <= shownAtMost;
    setText(more, t('alarm.more', { count: rings.length - shownAtMost }));
  };
}

function drawRow(row, card) {
  const what = row.firstElementChild;
  const shown = `${card.level} ${card.category} ${card.since} ${card.step} ${card.secondLine}`;
  if (what.dataset.shown === shown) {
    return;
  }
  what.dataset.shown = shown;
  what.replaceChildren(
    element('strong', {}, levelShape(card.level), cardWords(card)),
    element('time', { 'data-since': card.since }),
    element('span', { class: 'alarm-step' }, called(card)),
  );
  what.lastElementChild.hidden = called(card) === '';
}

// Who else has been called: only what has happened.
function called(card) {
  if (card.secondLine) {
    return t(`secondLine.${card.secondLine}`);
  }
  return card.step > 0 ? t(`alarm.step${Math.min(card.step, 3)}`) : '';
}
