// What is said of a card in words, and its level as a shape: never by colour alone.

import { element } from '/shared/element.js';
import { inWords, t, tOr } from '/shared/texts.js';

/** "Akutt", "Alvorlig" …: a small figure whose form differs for each level, for the eye only. */
export function levelShape(level) {
  return element('span', { class: `shape shape-${level}`, 'aria-hidden': 'true' });
}

/** Level and category in everyday words: "Akutt: tanker om å dø". */
export function cardWords(card) {
  const level = t(`level.${card.level}`);
  return card.category ? t('card.words', { level, category: categoryWords(card.category) }) : level;
}

/** A category in everyday words. */
export function categoryWords(category) {
  return tOr(`category.${category}`, category);
}

let queues = new Map();
let flows = new Map();

/** Learns what the queues and the flows are called: their files name them, not this page. */
export function learnNames(board) {
  queues = board.queues;
  flows = board.flows;
}

/** A queue's name; one without a name is called by its id. */
export function queueWords(queue) {
  return inWords(queues.get(queue)?.title, queue ?? '');
}

/** A flow's title; one that is live no longer is called by its id. */
export function flowWords(flow) {
  return inWords(flows.get(flow)?.title, flow ?? '');
}

/** A language's name; one that the texts do not know is called by its tag. */
export function languageWords(language) {
  return tOr(`language.${language}`, language ?? '');
}
