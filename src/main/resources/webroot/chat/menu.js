// "More": languages, what is kept, and the ways to end.

import { byId, button } from './element.js';
import { changeTo, language, say, t } from './texts.js';

const names = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };
const more = byId('more');
const menu = byId('menu');
let kept = '';

export function closeMenu() {
  if (!menu.hidden) {
    const inside = menu.contains(document.activeElement);
    menu.hidden = true;
    more.setAttribute('aria-expanded', 'false');
    if (inside) {
      more.focus();
    }
  }
}

/** Says how long the text is kept, an ISO-8601 duration as the wire gives it. */
export function showRetention(duration) {
  kept = duration;
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(duration) || [];
  const minutes = ((Number(parts[1] || 0) * 24 + Number(parts[2] || 0)) * 60) + Number(parts[3] || 0);
  if (minutes > 0) {
    say(byId('kept'), 'kept', { span: span(minutes) });
    say(byId('welcome-kept'), 'welcome.kept.for', { span: span(minutes) });
  }
}

function span(minutes) {
  const hours = minutes / 60;
  if (minutes === 60) {
    return t('kept.hour');
  }
  if (hours > 24 && hours % 24 === 0) {
    return t('kept.days', { n: hours / 24 });
  }
  return hours % 1 === 0 ? t('kept.hours', { n: hours }) : t('kept.minutes', { n: minutes });
}

export function makeMenu() {
  more.addEventListener('click', () => {
    menu.hidden = !menu.hidden;
    more.setAttribute('aria-expanded', String(!menu.hidden));
  });
  addEventListener('keydown', (event) => event.key === 'Escape' && closeMenu());
  byId('room').addEventListener('click', closeMenu);
  say(byId('kept'), 'welcome.kept');
  document.querySelectorAll('[data-languages]').forEach((place) => {
    Object.keys(names).forEach((tag) => {
      const made = button('button-quiet', '', () => changeTo(tag).then(changed, () => {}));
      made.textContent = names[tag];
      made.lang = tag;
      place.append(made);
    });
  });
  changed();
}

function changed() {
  document.querySelectorAll('[data-languages] button').forEach((one) => {
    one.setAttribute('aria-pressed', String(one.lang === language));
  });
  if (kept) {
    showRetention(kept);
  }
}
