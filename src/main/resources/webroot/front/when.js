// A stretch of time in words such as "i dag kl. 15–21", by the visitor's own clock. Not with Intl: many phones have no
// nynorsk in theirs.

import { t } from './texts.js';

const dayLength = 24 * 60 * 60 * 1000;

/** "i dag kl. 15–21", "på fredag kl. 15–21", "mandag 7. desember kl. 15–21". */
export function when(opens, closes, now) {
  return t('when', { day: day(opens, now), from: hour(opens), to: hour(closes, true) });
}

/** "15", "15.30"; where a stretch ends, midnight is 24. English always says the minutes: "15:00". */
export function hour(time, ends) {
  const hours = ends && time.getHours() === 0 && time.getMinutes() === 0 ? 24 : time.getHours();
  const minutes = time.getMinutes();
  const mark = t('minutes');
  return pad(hours) + (minutes || mark === ':' ? mark + pad(minutes) : '');
}

function day(time, now) {
  const ahead = Math.round((midnight(time) - midnight(now)) / dayLength);
  const weekday = t('weekdays').split(',')[time.getDay()];
  if (ahead === 0 || ahead === 1) {
    return t(ahead === 0 ? 'today' : 'tomorrow');
  }
  if (ahead > 1 && ahead < 7) {
    return t('weekday', { weekday });
  }
  return t('date', { weekday, date: time.getDate(), month: t('months').split(',')[time.getMonth()] });
}

function midnight(time) {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}

function pad(number) {
  return String(number).padStart(2, '0');
}
