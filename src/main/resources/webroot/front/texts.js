// The words of the page, from texts/<language>.json. The page itself is written in bokmål.

const spoken = ['nb', 'nn', 'en'];
let language = 'nb';
let words = {};

/** The language that the page speaks: one of `spoken`. */
export function tongue() {
  return language;
}

/** The way in, in the page's language, to a theme where one is given. */
export function chat(flow) {
  return `/chat?lang=${language}${flow ? `&flow=${encodeURIComponent(flow)}` : ''}`;
}

/** Picks `?lang=`, else the first of the browser's languages that we speak, else bokmål. */
export function choose(search, preferred) {
  const wished = [new URLSearchParams(search).get('lang')].concat(preferred).filter(Boolean);
  const known = wished
    .map((tag) => tag.toLowerCase().split('-')[0])
    .map((tag) => (tag === 'no' ? 'nb' : tag))
    .find((tag) => spoken.includes(tag));
  return known || 'nb';
}

/** Fetches the texts, and where the language is not bokmål puts them into the page. */
export async function loadTexts() {
  language = choose(location.search, navigator.languages || [navigator.language]);
  try {
    const answer = await fetch(`/front/texts/${language}.json`);
    words = await answer.json();
  } catch (e) {
    language = 'nb';
    return;
  }
  document.documentElement.lang = language;
  fillPage();
}

/** The text of a key, with {names} filled in. */
export function t(key, fill = {}) {
  return (words[key] || '').replace(/\{(\w+)\}/g, (whole, name) => (name in fill ? fill[name] : whole));
}

function fillPage() {
  for (const element of document.querySelectorAll('[data-t]')) {
    element.textContent = t(element.dataset.t);
  }
  for (const element of document.querySelectorAll('[data-t-label]')) {
    element.setAttribute('aria-label', t(element.dataset.tLabel));
  }
  for (const element of document.querySelectorAll('[data-t-content]')) {
    element.setAttribute('content', t(element.dataset.tContent));
  }
  for (const link of document.querySelectorAll('.languages a')) {
    if (link.lang === language) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}
