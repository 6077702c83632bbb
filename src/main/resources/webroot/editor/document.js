// One flow file while it is edited. Its text is the only truth; what `yaml` reads from it is a view of the text,
// renewed after each edit. Every edit, from whichever view, replaces a stretch of the text: what is outside that
// stretch stays as it was written, to the last space and comment. An edit inside one step reads only that step anew,
// so that two hundred steps are as quick as ten.

import { isMap, isScalar, parseDocument, visit } from '/shared/vendor/yaml/index.js';

const mostUndo = 300;
const sameEditMs = 1500;
const reading = { version: '1.2', schema: 'core', keepSourceTokens: false, prettyErrors: false, logLevel: 'silent' };

/** The pair of a map whose key reads like that; numbers and words alike. */
export function pairOf(map, key) {
  return isMap(map) ? map.items.find((pair) => String(pair.key?.value ?? pair.key) === String(key)) : undefined;
}

export class FlowDocument {
  #text;
  #yaml;
  #listeners = new Set();
  #past = [];
  #future = [];
  #last = { merge: null, at: 0 };

  constructor(text) {
    this.#text = text;
    this.#read();
  }

  get text() {
    return this.#text;
  }

  /** The Document of the `yaml` library. Read it, never change it: changes go through `splice`. */
  get yaml() {
    return this.#yaml;
  }

  /** True while the text is no YAML map: the talk and the map cannot show it, the text view can. */
  get broken() {
    return this.#yaml.errors.length > 0 || !isMap(this.#yaml.contents);
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** `listener({origin, from, to, insert, step})`: step is the only step that changed, or null when more may have. */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Replaces the text from `from` to `to`. `origin` names the view that did it. Edits with the same `merge` that
   * follow each other closely are undone together.
   */
  splice(from, to, insert, { origin = 'talk', merge = null } = {}) {
    if (this.#text.slice(from, to) === insert) {
      return;
    }
    const now = Date.now();
    const together = merge !== null && merge === this.#last.merge && now - this.#last.at < sameEditMs;
    if (!together) {
      this.#past.push(this.#text);
      this.#past.splice(0, Math.max(0, this.#past.length - mostUndo));
    }
    this.#last = { merge, at: now };
    this.#future = [];
    this.#put(from, to, insert, origin);
  }

  /** Replaces the whole text, by the shortest stretch that differs. */
  replace(text, options = {}) {
    const { from, to, insert } = difference(this.#text, text);
    this.splice(from, to, insert, options);
  }

  undo() {
    this.#travel(this.#past, this.#future);
  }

  redo() {
    this.#travel(this.#future, this.#past);
  }

  /** The node at a path of keys and numbers, or undefined. */
  node(...path) {
    let node = this.#yaml.contents;
    for (const key of path) {
      node = typeof key === 'number' ? node?.items?.[key] : pairOf(node, key)?.value;
    }
    return node ?? undefined;
  }

  /** The value at a path as plain JavaScript, or undefined. */
  value(...path) {
    return this.node(...path)?.toJS(this.#yaml);
  }

  /** The steps' names in the order of the file. */
  get stepNames() {
    const steps = this.broken ? null : this.node('steps');
    return isMap(steps) ? steps.items.map((pair) => String(pair.key?.value ?? '')) : [];
  }

  /** A step as plain JavaScript; an empty object when it is none. */
  step(name) {
    const value = this.value('steps', name);
    return value && typeof value === 'object' ? value : {};
  }

  /** The languages of the file, in its order. */
  get languages() {
    const given = this.value('languages');
    return Array.isArray(given) && given.length > 0 ? given.map(String) : ['nb'];
  }

  /** Where a pair of a map stands in the text: {from, to}, without the comments before it. */
  placeOf(pair) {
    const from = pair.key.range[0];
    const end = pair.value?.range ? pair.value.range[isScalar(pair.value) ? 1 : 2] : pair.key.range[1];
    const stretch = this.#text.slice(from, end);
    return { from, to: from + stretch.trimEnd().length };
  }

  /** A step as it is written. */
  sourceOf(name) {
    const pair = pairOf(this.node('steps'), name);
    if (!pair) {
      return '';
    }
    const { from, to } = this.placeOf(pair);
    return this.#text.slice(from, to);
  }

  #travel(away, back) {
    const text = away.pop();
    if (text === undefined) {
      return;
    }
    back.push(this.#text);
    this.#last = { merge: null, at: 0 };
    const { from, to, insert } = difference(this.#text, text);
    this.#put(from, to, insert, 'undo');
  }

  #put(from, to, insert, origin) {
    const before = this.#text;
    this.#text = before.slice(0, from) + insert + before.slice(to);
    const step = this.#readStep(from, to, insert.length - (to - from), before);
    if (step === null) {
      this.#read();
    }
    this.#listeners.forEach((listener) => listener({ origin, from, to, insert, step }));
  }

  #read() {
    this.#yaml = parseDocument(this.#text, reading);
  }

  /** Reads one step anew when the edit lies inside it and it is still one step; its name, or null. */
  #readStep(from, to, grown, before) {
    const steps = this.broken ? null : this.node('steps');
    const pair = steps?.items?.find((one) => one.key?.range && from > one.key.range[1] && to <= one.value?.range?.[1]);
    if (!pair || !isMap(pair.value) || pair.value.flow) {
      return null;
    }
    const start = before.lastIndexOf('\n', pair.key.range[0]) + 1;
    const end = pair.value.range[2] + grown;
    const alone = parseDocument(this.#text.slice(start, end), reading);
    const read = alone.contents?.items?.[0];
    if (alone.errors.length > 0 || alone.contents?.items?.length !== 1 || !isMap(read?.value)) {
      return null;
    }
    if (String(read.key.value) !== String(pair.key.value) || read.value.range[2] + start !== end) {
      return null;
    }
    moveRanges(this.#yaml, (node) => node.range[0] >= pair.value.range[1], grown);
    moveRanges(read.value, () => true, start);
    pair.value = read.value;
    for (const outer of [this.#yaml.contents, steps]) {
      outer.range = [outer.range[0], outer.range[1] + grown, outer.range[2] + grown];
    }
    return String(pair.key.value);
  }
}

function moveRanges(root, which, by) {
  visit(root, {
    Node(_, node) {
      if (node.range && which(node)) {
        node.range = node.range.map((at) => at + by);
      }
    },
  });
}

function difference(before, after) {
  let from = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) {
    from += 1;
  }
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
  }
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
