// What the talk view does to a flow file. Each edit is one stretch of text, so it is undone as one.
//
// What is kept: everything outside the step that is changed, and all comments. Changing the words of a text replaces
// that text alone: one that was folded over several lines (`>-`, `|`) comes back on one line. Adding or taking away
// a field writes its step anew: blank lines and line breaks inside the step may then be laid out otherwise. Deleting
// a step deletes the comment lines right above it; moving one takes them along.

import { isMap, isScalar, isSeq, Pair, parseDocument, visit } from '/shared/vendor/yaml/index.js';
import { pairOf } from './document.js';
import { scalar, written, writtenPair } from './written.js';

// The order in which people read a step; a new field is put in its place.
const order = ['say', 'ask', 'fork', 'run', 'handoff', 'end', 'why', 'text', 'choices', 'multi', 'scale', 'optional',
  'count', 'contacts', 'next', 'closed'];
const topOrder = ['innom', 'title', 'about', 'languages', 'start', 'theme', 'risk', 'steps', 'examples'];

/**
 * Sets a text or other single value at a path; fields on the way are made when they are missing. `root` is how many
 * keys lead to what is written anew where a field comes or goes, `fields` the order of its fields.
 */
export function setValue(doc, path, value, { root = path[0] === 'steps' ? 2 : 1, fields = order, ...options } = {}) {
  const node = doc.node(...path);
  const pathName = path.join('.');
  if (isScalar(node) && node.range && value !== undefined && typeof value !== 'object') {
    const { from, to } = replacement(doc, path, node);
    const insert = typeof value === 'string' ? asBefore(node, value, inFlow(doc, path)) : String(value);
    doc.splice(from, to, from === to ? ` ${insert}` : insert, { merge: pathName, ...options });
    return;
  }
  changeBlock(doc, path.slice(0, root), (block, small) => put(block, path.slice(root), value, small, fields), { merge: pathName, ...options });
}

/** Takes a field away. */
export function dropValue(doc, path, options) {
  setValue(doc, path, undefined, options);
}

/**
 * Changes a step (`['steps', name]`), a field of the top (`['title']`) or another pair of a block map as a whole:
 * `fn(node, small)` gets the value's node in a Document of its own. A field of the top that is not there is made.
 */
export function changeBlock(doc, path, fn, options) {
  const pair = pairOf(doc.node(...path.slice(0, -1)), path[path.length - 1]);
  if (!pair) {
    addTop(doc, path[0], fn, options);
    return;
  }
  const place = doc.placeOf(pair);
  const start = doc.text.lastIndexOf('\n', place.from) + 1;
  const small = parseDocument(doc.text.slice(start, place.to), { version: '1.2', logLevel: 'silent' });
  const alone = small.contents.items[0];
  const before = alone.value;
  const held = { value: before };
  const result = fn(alone.value, small, held);
  if (result === 'gone') {
    const end = doc.text.indexOf('\n', place.to);
    doc.splice(start, end < 0 ? doc.text.length : end + 1, '', options);
    return;
  }
  if (held.value !== before) {
    alone.value = held.value;
  }
  doc.splice(start, place.to, written(small, place.from - start), options);
}

function addTop(doc, key, fn, options) {
  const small = parseDocument(`${key}: {}`);
  small.contents.items[0].value.flow = false;
  fn(small.contents.items[0].value, small, { set value(node) { small.contents.items[0].value = node; } });
  const rank = topOrder.indexOf(key);
  const next = doc.yaml.contents.items.find((pair) => topOrder.indexOf(String(pair.key)) > rank);
  const at = next ? doc.text.lastIndexOf('\n', next.key.range[0]) + 1 : doc.text.length;
  const gap = next ? '' : doc.text.endsWith('\n') ? '' : '\n';
  doc.splice(at, at, `${gap}${written(small, 0)}\n`, options);
}

// Puts a value below a node, making maps on the way, or takes it away when it is undefined.
function put(block, path, value, small, fields) {
  if (path.length === 0) {
    if (value === undefined) {
      return 'gone';
    }
    small.contents.items[0].value = small.createNode(value);
    return undefined;
  }
  let map = block;
  for (const key of path.slice(0, -1)) {
    let inner = typeof key === 'number' ? map.items[key] : pairOf(map, key)?.value;
    if (!isMap(inner) && !isSeq(inner)) {
      inner = small.createNode({});
      // A map that begins empty is written `{}`; one that is filled is not.
      inner.flow = undefined;
      setPair(map, key, inner, small, fields);
    }
    map = inner;
  }
  const last = path[path.length - 1];
  if (value === undefined) {
    map.items = typeof last === 'number'
      ? map.items.filter((_, at) => at !== last)
      : map.items.filter((pair) => String(pair.key?.value) !== String(last));
  } else {
    setPair(map, last, small.createNode(value), small, fields);
  }
  return undefined;
}

function setPair(map, key, node, small, fields) {
  if (isSeq(map)) {
    map.items[key] = node;
    return;
  }
  const there = pairOf(map, key);
  if (there) {
    there.value = node;
    return;
  }
  const rank = fields.indexOf(key);
  const before = rank < 0 ? -1 : map.items.findIndex((pair) => fields.indexOf(String(pair.key?.value)) > rank);
  map.items.splice(before < 0 ? map.items.length : before, 0, new Pair(small.createNode(key), node));
}

/** Adds a step after another, or first when `after` is null. */
export function addStep(doc, name, value, after) {
  const text = `${writtenPair(name, value, indentOf(doc))}\n`;
  const names = doc.stepNames;
  const at = names.indexOf(after);
  const chunks = chunksOf(doc);
  if (at < 0) {
    doc.splice(chunks[0].from, chunks[0].from, `${text}\n`);
  } else {
    const end = chunks[at].to;
    doc.splice(end, end, `${doc.text[end - 1] === '\n' ? '' : '\n'}\n${text}`);
  }
}

/** Deletes a step. What led to it leads to where it led, when that is one place. */
export function removeStep(doc, name) {
  const index = doc.stepNames.indexOf(name);
  const { next } = doc.step(name);
  const { from, to } = chunksOf(doc)[index];
  const edits = [{ from, to: index === 0 ? skipBlank(doc.text, to) : to, insert: '' }];
  if (typeof next === 'string' && next !== name) {
    references(doc, name)
      .filter((one) => one.leads && (one.from < from || one.from >= to))
      .forEach((one) => edits.push({ ...one, insert: next }));
  }
  doc.replace(applied(doc.text, edits));
}

/** Moves a step so that it stands at `index` in the file. */
export function moveStep(doc, name, index) {
  const names = doc.stepNames;
  const chunks = chunksOf(doc);
  const texts = chunks.map(({ from, to }) => doc.text.slice(from, to).replace(/^(\s*\n)+/, '').trimEnd());
  const [moved] = texts.splice(names.indexOf(name), 1);
  texts.splice(index, 0, moved);
  const from = chunks[0].from;
  const to = chunks[chunks.length - 1].to;
  doc.splice(from, to, `${texts.join('\n\n')}\n`);
}

/** Gives a step another name, everywhere: in what leads to it, in `{name}` and in the examples. */
export function renameStep(doc, before, after) {
  const edits = references(doc, before).map((one) => ({ ...one, insert: after }));
  const pair = pairOf(doc.node('steps'), before);
  edits.push({ from: pair.key.range[0], to: pair.key.range[1], insert: after });
  visit(doc.node('steps'), {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string' || !node.value.includes(`{${before}}`)) {
        return;
      }
      const [from, to] = node.range;
      edits.push({ from, to, insert: doc.text.slice(from, to).replaceAll(`{${before}}`, `{${after}}`) });
    },
  });
  doc.replace(applied(doc.text, edits));
}

/** The places that name a step: {from, to, leads}; `leads` when the talk goes there. */
function references(doc, name) {
  const found = [];
  const is = (node) => isScalar(node) && String(node.value) === name;
  const add = (node, leads) => is(node) && found.push({ from: node.range[0], to: node.range[1], leads });
  add(doc.node('start'), true);
  for (const pair of doc.node('steps')?.items ?? []) {
    const step = pair.value;
    for (const field of ['next', 'closed']) {
      const to = pairOf(step, field)?.value;
      add(to, true);
      (isMap(to) ? to.items : []).forEach((one) => add(one.value, true));
    }
    for (const rule of pairOf(step, 'fork')?.value?.items ?? []) {
      for (const part of rule.items ?? []) {
        add(part.key, false);
        if (['go', 'else'].includes(String(part.key))) {
          add(part.value, true);
        }
      }
    }
  }
  for (const example of doc.node('examples')?.items ?? []) {
    (pairOf(example, 'answers')?.value?.items ?? []).forEach((answer) => add(answer.key, false));
    (pairOf(example, 'expect')?.value?.items ?? [])
      .filter((one) => String(one.key) !== 'handoff')
      .forEach((one) => add(one.value, false));
  }
  return found;
}

/** The text with several stretches replaced, each {from, to, insert}; none may overlap another. */
export function applied(text, edits) {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

// Each step with the blank and comment lines above it, in whole lines; the first without, they belong to the head.
function chunksOf(doc) {
  let before = null;
  return doc.node('steps').items.map((pair) => {
    const place = doc.placeOf(pair);
    const newline = doc.text.indexOf('\n', place.to);
    const from = before ?? doc.text.lastIndexOf('\n', place.from) + 1;
    before = newline < 0 ? doc.text.length : newline + 1;
    return { from, to: before };
  });
}

function skipBlank(text, at) {
  const blank = /^(?:[ \t]*\n)+/.exec(text.slice(at, at + 200));
  return at + (blank ? blank[0].length : 0);
}

function indentOf(doc) {
  const first = doc.node('steps')?.items?.[0];
  return first ? first.key.range[0] - (doc.text.lastIndexOf('\n', first.key.range[0]) + 1) : 2;
}

function replacement(doc, path, node) {
  const [from, to] = node.range;
  return { from, to: from + doc.text.slice(from, to).trimEnd().length };
}

function asBefore(node, value, flow) {
  return node.type === 'QUOTE_DOUBLE' ? JSON.stringify(value) : scalar(value, flow);
}

function inFlow(doc, path) {
  return path.some((_, depth) => depth > 0 && doc.node(...path.slice(0, depth))?.flow);
}
