// How values of a file are said: what tables in `files/` are given to make titles and facts of.

import { inWords, language, t } from '/shared/texts.js';

const tag = () => ({ nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' })[language];

export const say = {
  t,
  /** A text in the reader's language, or in any that it has. */
  words: (text) => (text === undefined || text === null ? '' : String(inWords(text, ''))),
  /** "24. desember 2026" of 2026-12-24; what is no date, as it stands. */
  date: (day) => asDate(day, {}),
  /** "torsdag 24. desember 2026". */
  weekday: (day) => asDate(day, { weekday: 'long' }),
};

function asDate(day, more) {
  const date = new Date(`${day}T12:00:00`);
  return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString(tag(), { day: 'numeric', month: 'long', year: 'numeric', ...more });
}
