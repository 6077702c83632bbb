// Times as people say them, in the reader's language and in the service's own zone: an evening is at seven where the
// service is, wherever the laptop that plans it stands.

import { language } from '/shared/texts.js';

const tag = () => ({ nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' })[language] ?? 'nb-NO';
const hasZone = /(Z|[+-]\d\d:?\d\d)$/;

let zone;

/** Learns where the service is, such as "Europe/Oslo"; until then the reader's own zone is taken. */
export function keepTimeOf(service) {
  zone = service;
}

/** "torsdag 26. november kl. 18:00" of an instant, or of a local time such as 2026-11-26T18:00; with its year when it is another. */
export function when(time) {
  const local = typeof time === 'string' && !hasZone.test(time);
  const date = new Date(local ? `${time}Z` : time);
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  const timeZone = local ? 'UTC' : zone;
  const year = (at, where) => at.toLocaleString('en', { year: 'numeric', timeZone: where });
  return date.toLocaleString(tag(), {
    weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone,
    ...(year(date, timeZone) === year(new Date(), zone) ? {} : { year: 'numeric' }),
  });
}

/** An instant as the value of a datetime-local field. */
export function asLocal(date) {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
  }).formatToParts(date);
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

/** The instant of a datetime-local field's value, or null when it is empty or no time. */
export function asInstant(local) {
  const asIfUtc = Date.parse(`${local}Z`);
  if (!local || Number.isNaN(asIfUtc)) {
    return null;
  }
  const ahead = (at) => Date.parse(`${asLocal(new Date(at))}Z`) - at;
  // The second look is for the nights when the clocks change.
  const near = asIfUtc - ahead(asIfUtc);
  return new Date(asIfUtc - ahead(near)).toISOString();
}

/** Whether a version is still to go out. */
export function isAhead({ live, withdrawn, from }) {
  return !live && !withdrawn && Date.parse(from) > Date.now();
}
