// The words of a page for staff, from its texts/<language>.json. Keys are flat: "waiting.title".

const spoken = ['nb', 'nn', 'en'];
let words = {};

/** The language that the page speaks now: one of `spoken`. */
export let language = 'nb';

/** Picks `?lang=`, else the browser's first language that we speak, else bokmål. */
export function choose(search, preferred) {
  const asked = new URLSearchParams(search).get('lang');
  const wished = [asked, ...preferred].filter(Boolean).map((tag) => tag.toLowerCase().split('-')[0]);
  return wished.map((tag) => (tag === 'no' ? 'nb' : tag)).find((tag) => spoken.includes(tag)) ?? 'nb';
}

/** Fetches the texts of the page whose folder is given, and puts them into every `data-t…` of it. */
export async function loadTexts(folder) {
  language = choose(location.search, navigator.languages ?? []);
  const answer = await fetch(`${folder}/texts/${language}.json`);
  words = await answer.json();
  document.documentElement.lang = language;
  fillPage(document);
}

/** The text of a key, with {names} filled in. A key without a text shows itself, so it is found. */
export function t(key, fill = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => fill[name] ?? whole);
}

/** The text of a key, or the given one where the file has none: for ids that others invent. */
export function tOr(key, otherwise) {
  return words[key] ?? otherwise;
}

/** A text that a file has in several languages: in the page's, or in any that there is. */
export function inWords(text, otherwise) {
  return typeof text === 'string' ? text : text?.[language] ?? Object.values(text ?? {})[0] ?? otherwise;
}

/** `data-t` sets an element's text, `data-t-label` its aria-label. */
export function fillPage(root) {
  for (const element of root.querySelectorAll('[data-t]')) {
    element.textContent = t(element.dataset.t);
  }
  for (const element of root.querySelectorAll('[data-t-label]')) {
    element.setAttribute('aria-label', t(element.dataset.tLabel));
  }
}
