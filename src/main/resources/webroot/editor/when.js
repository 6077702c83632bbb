// Times as people say them, in the reader's own zone and language.

import { language } from '/shared/texts.js';

const tag = () => ({ nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' })[language] ?? 'nb-NO';

/** "torsdag 26. november kl. 18:00" of an instant, or of a local time such as 2026-11-26T18:00; with its year when it is another. */
export function when(time) {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleString(tag(), {
    weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit',
    ...(date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
  });
}

/** An instant as the value of a datetime-local field. */
export function asLocal(date) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant of a datetime-local field's value, or null when it is empty. */
export function asInstant(local) {
  return local ? new Date(local).toISOString() : null;
}

/** Whether a version is still to go out. */
export function isAhead({ live, withdrawn, from }) {
  return !live && !withdrawn && Date.parse(from) > Date.now();
}
