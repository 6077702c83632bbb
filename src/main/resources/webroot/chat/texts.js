// The page's words: one JSON file a language. What bears `data-t` is filled again when the language changes.

const spoken = ['nb', 'nn', 'en'];
const retryMs = 2000;

let words = {};
export let language = 'nb';

/** The language to begin with: the address's wish, else the browser's. Norwegian without more is bokmål. */
function first() {
  const wished = [new URLSearchParams(location.search).get('lang')].concat(navigator.languages || []);
  const known = wished
    .map((tag) => String(tag || '').toLowerCase().split('-')[0])
    .map((tag) => (tag === 'no' ? 'nb' : tag))
    .find((tag) => spoken.includes(tag));
  return known || 'nb';
}

function fetched(tag) {
  return fetch(`/chat/texts/${tag}.json`).then((answer) => {
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    return answer.json();
  });
}

/** Speaks this language from now on; the address keeps it over a reload, without a step in the history. */
export function speak(tag) {
  return fetched(tag).then((texts) => {
    words = texts;
    language = tag;
    document.documentElement.lang = tag;
    fill(document);
  });
}

export function changeTo(tag) {
  return speak(tag).then(() => {
    const query = new URLSearchParams(location.search);
    query.set('lang', tag);
    history.replaceState(null, '', `?${query}`);
  });
}

/** Fetches the first texts, and again until they come. */
export function loadTexts() {
  return speak(first()).catch(() => new Promise((resolve) => setTimeout(resolve, retryMs)).then(loadTexts));
}

/** The text of a key, with {names} filled in. A key without a text shows itself, so it is found. */
export function t(key, filled = {}) {
  const text = key in words ? words[key] : key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in filled ? filled[name] : whole));
}

/** Lets an element say a text, in whatever language the page comes to speak; '' for nothing. */
export function say(element, key, filled) {
  element.dataset.t = key;
  element.dataset.tFill = JSON.stringify(filled || {});
  const text = key && t(key, filled);
  // Set only when it differs: a live region says again what is set again.
  if (element.textContent !== text) {
    element.textContent = text;
  }
  return element;
}

function fill(root) {
  root.querySelectorAll('[data-t]:not([data-t=""])').forEach((element) => {
    say(element, element.dataset.t, JSON.parse(element.dataset.tFill || '{}'));
  });
  root.querySelectorAll('[data-t-label]').forEach((element) => {
    element.setAttribute('aria-label', t(element.dataset.tLabel));
  });
  root.querySelectorAll('[data-t-title]').forEach((element) => {
    element.title = t(element.dataset.tTitle);
  });
  root.querySelectorAll('[data-t-placeholder]').forEach((element) => {
    element.placeholder = t(element.dataset.tPlaceholder);
  });
}
