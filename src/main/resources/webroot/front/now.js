// Whether somebody is here, and when somebody is expected: said as it is.

import { t } from './texts.js';
import { hour, when } from './when.js';

/** What `GET /api/open` told: `open` counts, the hours only say what to expect. */
export function showNow(told, now) {
  const opens = told.opensAt ? new Date(told.opensAt) : null;
  const closes = told.closesAt ? new Date(told.closesAt) : null;
  const expected = Boolean(opens && closes);
  const within = expected && opens <= now && now < closes;
  if (told.open) {
    say('open', t('here'), [within ? t('here.until', { to: hour(closes, true) }) : '']);
    return;
  }
  let next = '';
  if (within) {
    next = t('away.late', { from: hour(opens), to: hour(closes, true) });
  } else if (expected) {
    next = t('away.next', { when: when(opens, closes, now) });
  }
  say('closed', t('away'), [next, t('away.still')]);
}

/** The server does not answer. */
export function showUnsure() {
  say('unsure', '', [t('unsure')]);
}

function say(state, first, rest) {
  document.getElementById('window').setAttribute('data-now', state);
  const now = document.getElementById('now');
  now.setAttribute('data-now', state);
  const lines = [first].concat(rest).filter(Boolean);
  // Told again only when it has changed, or a screen reader would read it every minute.
  if (now.textContent === lines.join('')) {
    return;
  }
  now.textContent = '';
  for (const line of lines) {
    const p = document.createElement('p');
    p.textContent = line;
    p.className = line === first ? 'now-first' : '';
    now.appendChild(p);
  }
}
