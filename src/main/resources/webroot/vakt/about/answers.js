// The handover card: what the visitor has answered already, so that nobody asks it again.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';

const list = document.getElementById('about-answers');
const none = document.getElementById('about-answers-none');

/** Returns draw(board). */
export function handoverCard() {
  let shown = '';
  return (board) => {
    const talk = board.mine.get(board.open);
    const now = talk ? JSON.stringify([talk.chat, talk.answers, talk.log.length]) : '';
    if (!talk || shown === now) {
      shown = now;
      return;
    }
    shown = now;
    const rows = Object.entries(talk.answers).map(([step, value]) => spoken(step, value, talk.log));
    none.hidden = rows.length > 0;
    list.replaceChildren(
      ...rows.flatMap(({ question, answer, own }) => [
        element('dt', { lang: talk.language }, question),
        element('dd', { lang: talk.language, class: own ? 'own-words' : null }, answer),
      ]),
    );
  };
}

/** A step's question and answer in words, from the message of the log that asked it. */
export function spoken(step, value, log) {
  const asking = log.filter((message) => message.ask?.step === step).at(-1);
  const question = asking?.text ?? step;
  const ask = asking?.ask;
  if (value === null) {
    return { question, answer: t('answers.skipped'), own: false };
  }
  if (Array.isArray(value)) {
    return { question, answer: value.map((each) => label(ask, each)).join(', '), own: false };
  }
  if (typeof value === 'number') {
    return { question, answer: onScale(ask, value), own: false };
  }
  return { question, answer: label(ask, value), own: ask?.kind === 'text' || !ask };
}

function label(ask, value) {
  return ask?.choices?.find((choice) => choice.value === value)?.label ?? String(value);
}

function onScale(ask, value) {
  if (ask?.to === undefined) {
    return String(value);
  }
  const ends = ask.low && ask.high ? t('answers.ends', { from: ask.from, low: ask.low, to: ask.to, high: ask.high }) : '';
  return `${t('answers.scale', { value, to: ask.to })} ${ends}`.trim();
}
