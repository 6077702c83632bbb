// The rows of a settings file: the pairs of one map, such as the contacts. Each is the lines that it stands on, with the
// comment right above it; whatever is done to a row is done to those lines, and all others stay as they were written.
//
// A comment that is a line across the page (`# ---- Steder`) is a heading: it stays where it is when rows move past it.

import { Document, isMap } from '/shared/vendor/yaml/index.js';
import { pairOf } from '../document.js';
import { changeBlock, setValue } from '../edits.js';
import { writtenPair } from '../written.js';

const comment = /^[ \t]*#/;
const heading = /^[ \t]*#\s*([-=–—]\s*){3}/;

/** The rows at a path: [{key, from, to, start}], in the order of the file; `start` is where the key stands. */
export function rowsOf(doc, at) {
  const map = doc.broken ? null : doc.node(...at);
  return isMap(map) ? map.items.map((pair) => stretch(doc, pair)) : [];
}

function stretch(doc, pair) {
  const place = doc.placeOf(pair);
  const newline = doc.text.indexOf('\n', place.to);
  let from = lineStart(doc.text, place.from);
  for (let above = lineStart(doc.text, from - 1); from > 0; above = lineStart(doc.text, from - 1)) {
    const line = doc.text.slice(above, from);
    if (!comment.test(line) || heading.test(line)) {
      break;
    }
    from = above;
  }
  return { key: String(pair.key?.value ?? ''), from, start: place.from, to: newline < 0 ? doc.text.length : newline + 1 };
}

/** Sets a field of a row, or with an empty `field` the row itself; undefined takes the field away. */
export function setField(doc, at, key, field, value, { fields, keys, merge = null }) {
  if (pairOf(doc.node(...at), key) === undefined) {
    addRow(doc, at, key, value, keys);
    return;
  }
  unfold(doc, at);
  setValue(doc, [...at, key, ...field], shaped(value), { root: at.length + 1, fields, merge, origin: 'form' });
}

/** Adds a row: where `keys` (a list of them, or a comparison) says, else last. */
export function addRow(doc, at, key, value, keys) {
  unfold(doc, at);
  const rows = rowsOf(doc, at);
  if (rows.length === 0) {
    setValue(doc, at, { [key]: value }, { root: at.length, origin: 'form' });
    return;
  }
  const compare = Array.isArray(keys) ? (a, b) => keys.indexOf(a) - keys.indexOf(b) : keys;
  const next = compare ? rows.find((row) => compare(row.key, key) > 0) : undefined;
  const last = rows[rows.length - 1];
  const indent = last.start - lineStart(doc.text, last.start);
  const text = `${writtenPair(key, value, indent)}\n`;
  const gap = apart(doc.text, rows) ? '\n' : '';
  if (next) {
    doc.splice(next.from, next.from, text + gap, { origin: 'form' });
  } else {
    doc.splice(last.to, last.to, `${doc.text[last.to - 1] === '\n' ? '' : '\n'}${gap}${text}`, { origin: 'form' });
  }
}

/** Takes a row away, with its comment and the blank lines below it. */
export function removeRow(doc, at, key) {
  unfold(doc, at);
  const rows = rowsOf(doc, at);
  if (rows.length === 1) {
    setValue(doc, at, {}, { root: at.length, origin: 'form' });
    return;
  }
  const { from, to } = rows.find((row) => row.key === key);
  const blank = /^(?:[ \t]*\r?\n)*/.exec(doc.text.slice(to))[0].length;
  doc.splice(from, to + blank, '', { origin: 'form' });
}

/** Lets a row and its neighbour above (-1) or below (1) change places; what stands between them stays. */
export function moveRow(doc, at, key, by) {
  unfold(doc, at);
  const rows = rowsOf(doc, at);
  const index = rows.findIndex((row) => row.key === key);
  const [first, second] = [rows[Math.min(index, index + by)], rows[Math.max(index, index + by)]];
  if (first && second && first !== second) {
    const [one, between, other] = [[first.from, first.to], [first.to, second.from], [second.from, second.to]].map(([from, to]) => doc.text.slice(from, to));
    doc.splice(first.from, second.to, `${ended(other)}${between}${ended(one)}`, { origin: 'form' });
  }
}

/** Gives a row another key; false when there is one of that name already. */
export function renameRow(doc, at, key, now) {
  if (pairOf(doc.node(...at), now)) {
    return false;
  }
  unfold(doc, at);
  const { key: node } = pairOf(doc.node(...at), key);
  doc.splice(node.range[0], node.range[1], writtenPair(now, 1, 0).replace(/: 1$/, ''), { origin: 'form', merge: `${at.join('.')}.name` });
  return true;
}

// Lists, and maps that are no texts, stand on one line: `[Oslo]`, `{monday-friday: 08:30-22:30}`.
function shaped(value) {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const node = new Document(value).contents;
  node.flow = true;
  return node;
}

// A map that is written on one line, `{a: 1, b: 2}`, has no rows: it is written anew with a line for each.
function unfold(doc, at) {
  if (doc.node(...at)?.flow) {
    changeBlock(doc, at, (map) => {
      map.flow = map.items.length === 0;
    }, { origin: 'form' });
  }
}

const lineStart = (text, at) => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
const ended = (text) => (text.endsWith('\n') ? text : `${text}\n`);
const apart = (text, rows) => rows.length > 1 && /\n[ \t]*\r?\n/.test(text.slice(rows[rows.length - 2].to - 1, rows[rows.length - 1].from));
