// Tonight's theme, and those that are announced. A theme can be entered while it is open.

import { chat, t } from './texts.js';
import { hour, when } from './when.js';

export function showThemes(themes, now) {
  const list = document.getElementById('theme-list');
  const coming = themes.filter((theme) => now < new Date(theme.closes));
  document.getElementById('themes').hidden = coming.length === 0;
  const told = JSON.stringify([coming, coming.map((theme) => isOpen(theme, now))]);
  // Drawn again only when it has changed, or the focus would be lost every minute.
  if (list.told === told) {
    return;
  }
  list.told = told;
  list.textContent = '';
  coming.forEach((theme) => list.appendChild(card(theme, now)));
}

function isOpen(theme, now) {
  return new Date(theme.opens) <= now;
}

function card(theme, now) {
  const opens = new Date(theme.opens);
  const closes = new Date(theme.closes);
  const open = isOpen(theme, now);
  const item = document.createElement('li');
  item.className = 'card theme';
  add(item, 'p', 'theme-when', open ? t('theme.now', { to: hour(closes, true) }) : when(opens, closes, now));
  const title = add(item, 'h3', '', theme.title);
  if (theme.card) {
    add(item, 'p', '', theme.card);
  }
  if (open) {
    const enter = add(item, 'a', 'button button-lamp', t('theme.enter'));
    enter.href = chat(theme.flow);
    title.id = `theme-${theme.flow}`;
    enter.setAttribute('aria-describedby', title.id);
  }
  return item;
}

function add(parent, tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  parent.appendChild(element);
  return element;
}
