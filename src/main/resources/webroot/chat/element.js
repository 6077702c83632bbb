// Making elements, with text as text: nothing that came over the wire is ever read as markup.

import { say } from './texts.js';

export const byId = (id) => document.getElementById(id);

/** An element with a class, and what is in it: text or elements. */
export function element(tag, className, ...inside) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...inside.filter((one) => one !== null && one !== undefined));
  return made;
}

/** As `element`, saying a text of the page's own. */
export function saying(tag, className, key, filled) {
  return say(element(tag, className), key, filled);
}

/** A button that does something; its text is set by the caller or is a key of the page's texts. */
export function button(className, key, press) {
  const made = key ? saying('button', `button ${className}`, key) : element('button', `button ${className}`);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

export function empty(parent) {
  while (parent.firstChild) {
    parent.removeChild(parent.firstChild);
  }
  return parent;
}
