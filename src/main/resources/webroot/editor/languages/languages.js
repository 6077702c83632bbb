// The languages of a flow: every text of it, what lacks in which language, one more language, one less. A text is one
// string, which is in the file's first language, or a map with one for each.

import { isMap, isScalar, isSeq } from '/shared/vendor/yaml/index.js';
import { pairOf } from '../document.js';
import { applied, changeBlock, setValue } from '../edits.js';

/** The languages that the service itself speaks, in the order in which a flow has them. */
export const spoken = ['nb', 'nn', 'en'];

/** Every text of the flow, as {path, step (null: the flow as a whole), field (where it stands in the step)}. */
export function textsOf(doc) {
  const found = [];
  const add = (step, ...field) => {
    const path = step === null ? field : ['steps', step, ...field];
    if (isText(doc.node(...path))) {
      found.push({ path, step, field });
    }
  };
  add(null, 'title');
  add(null, 'theme', 'card');
  for (const name of doc.stepNames) {
    const said = doc.node('steps', name, 'say');
    (isSeq(said) ? said.items : [null]).forEach((_, at) => add(name, 'say', ...(isSeq(said) ? [at] : [])));
    add(name, 'ask');
    add(name, 'why');
    (doc.node('steps', name, 'choices')?.items ?? []).forEach((pair) => add(name, 'choices', String(pair.key)));
    ['low', 'high'].forEach((end) => add(name, 'scale', end));
    add(name, 'handoff', 'say');
    add(name, 'end');
  }
  return found;
}

// `end: true` says nothing.
const isText = (node) => isMap(node) || (isScalar(node) && typeof node.value !== 'boolean' && node.value !== null);

/** What a text says in a language; '' where it says nothing. `value` is plain JavaScript. */
export function textIn(doc, value, language) {
  if (value !== null && typeof value === 'object') {
    return String(value[language] ?? '');
  }
  const said = typeof value === 'boolean' || value === null || value === undefined ? '' : String(value);
  return language === doc.languages[0] ? said : '';
}

/** A text with the words of one language changed, as it is to stand in the file. */
export function withWords(doc, value, language, words) {
  return doc.languages.length === 1
    ? words
    : Object.fromEntries(doc.languages.map((one) => [one, one === language ? words : textIn(doc, value, one)]));
}

/** Writes the words of one language, beside those of the others. */
export function writeText(doc, path, language, words, options) {
  const value = doc.value(...path);
  if (value !== null && typeof value === 'object') {
    setValue(doc, [...path, language], words, options);
  } else {
    setValue(doc, path, withWords(doc, value, language, words), options);
  }
}

/** The texts that say nothing in that language. */
export function lackingIn(doc, language) {
  return textsOf(doc).filter(({ path }) => textIn(doc, doc.value(...path), language).trim() === '');
}

/** From now on every text is to have this language too; what lacks is told by `lackingIn`, and by the checks. */
export function addLanguage(doc, language) {
  changeBlock(doc, ['languages'], (list, small) => {
    list.items.push(small.createNode(language));
  });
}

/** Takes a language away, with all that is said in it. Texts that have no other become the first language's. */
export function removeLanguage(doc, language) {
  const rest = doc.languages.filter((one) => one !== language);
  const edits = [];
  const list = doc.node('languages');
  const at = list.items.findIndex((item) => String(item) === language);
  edits.push(isSeq(list) && list.flow ? inFlow(list.items, at) : inLine(doc.text, list.items[at].range[0], list.items[at].range[1]));
  for (const { path } of textsOf(doc)) {
    const map = doc.node(...path);
    const pair = pairOf(map, language);
    if (pair) {
      edits.push(map.items.length === 1 ? { from: pair.key.range[0], to: pair.key.range[1], insert: rest[0] } : without(doc, map, pair));
    }
  }
  for (const example of doc.node('examples')?.items ?? []) {
    const pair = pairOf(example, 'language');
    if (String(pair?.value) === language) {
      edits.push({ from: pair.value.range[0], to: pair.value.range[1], insert: rest[0] });
    }
  }
  doc.replace(applied(doc.text, edits));
}

function without(doc, map, pair) {
  const at = map.items.indexOf(pair);
  const { from, to } = doc.placeOf(pair);
  if (at === 0) {
    return { from, to: map.items[1].key.range[0], insert: '' };
  }
  return map.flow ? { from: doc.placeOf(map.items[at - 1]).to, to, insert: '' } : inLine(doc.text, from, to);
}

function inFlow(items, at) {
  return at === 0
    ? { from: items[0].range[0], to: items[1].range[0], insert: '' }
    : { from: items[at - 1].range[1], to: items[at].range[1], insert: '' };
}

// All the lines that it stands on.
function inLine(text, from, to) {
  const end = text.indexOf('\n', to);
  return { from: text.lastIndexOf('\n', from - 1) + 1, to: end < 0 ? text.length : end + 1, insert: '' };
}
