// Short lines to the person at the page: seen at the foot of the page, and read aloud.

import { element } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';

const seenMs = 8000;
const softly = document.getElementById('said-softly');
const now = document.getElementById('said-now');
const lines = document.getElementById('said');

/** Said when the reader has a pause. */
export function saySoftly(text) {
  whisper(text);
  showLine(text, 'soft');
}

/** For the ear alone: the eye has it elsewhere on the page. */
export function whisper(text) {
  softly.textContent = text;
}

/** For the ear alone, at once, over what is being read. */
export function callOut(text) {
  now.textContent = text;
}

/** Said at once, over what is being read. */
export function sayNow(text) {
  callOut(text);
  showLine(text, 'urgent');
}

/** Says an error of the server in our own words, or in its. */
export function sayWrong(error) {
  sayNow(tOr(`error.${error.code}`, error.text ?? t('error.failed')));
}

function showLine(text, kind) {
  const line = element('p', { class: `said-line said-${kind}` }, text);
  lines.append(line);
  while (lines.children.length > 3) {
    lines.firstElementChild.remove();
  }
  setTimeout(() => line.remove(), seenMs);
}
