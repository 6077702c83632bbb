// For how long the text is kept, in words.

import { t } from './texts.js';

/** An ISO 8601 duration such as PT24H or P7D; without one it is the day that Innom comes with. */
export function showKept(retention) {
  document.getElementById('kept-long').textContent = t('kept.long', { long: long(retention || 'PT24H') });
}

function long(duration) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/.exec(duration) || [];
  const hours = Math.ceil(Number(parts[1] || 0) * 24 + Number(parts[2] || 0) + Number(parts[3] || 0) / 60);
  if (hours === 0) {
    return t('kept.soon');
  }
  return hours % 24 === 0 ? count('kept.day', hours / 24) : count('kept.hour', hours);
}

function count(key, n) {
  return n === 1 ? t(key) : t(`${key}s`, { n });
}
