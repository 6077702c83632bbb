// What the parts of a row ask for and tell: the values of that row, in the document that all rows share.

import { t, tOr } from '/shared/texts.js';
import { setField } from './rows.js';

export class Card {
  /** `redraw()` draws the row anew. True while a field of the row itself writes: it stays as it is then. */
  typing = false;

  constructor(doc, list, key, redraw) {
    this.doc = doc;
    this.list = list;
    this.key = key;
    this.redraw = redraw;
  }

  /** The languages of the texts. */
  get shown() {
    return this.doc.languages;
  }

  /** The row's value, or one inside it, as plain JavaScript. */
  at(path) {
    return this.doc.value(...this.list.at, this.key, ...path);
  }

  /** The same as it is written: a number keeps its zeros. */
  text(path) {
    const node = this.doc.node(...this.list.at, this.key, ...path);
    return String((typeof node?.value === 'string' ? node.value : node?.source ?? node?.value) ?? '');
  }

  label(part) {
    return t(`conf.field.${part.label}`, { language: tOr(`language.${this.list.language}`, '') });
  }

  /** Nothing here has gone out of step with another language since it was published. */
  behind() {
    return false;
  }

  /** A field was typed in: it is written, and the fields stay as they are. */
  type(path, value) {
    this.typing = true;
    this.#set(path, value, [...this.list.at, this.key, ...path].join('.'));
    this.typing = false;
  }

  /** Something that changes what fields there are. */
  change(path, value) {
    this.#set(path, value, null);
  }

  /** A text in one language. What was one text for all becomes one for each. */
  write(path, language, words) {
    const now = this.at(path);
    if (now !== null && typeof now === 'object') {
      this.type([...path, language], words);
    } else {
      const all = Object.fromEntries(this.shown.map((one) => [one, now ?? '']));
      this.type(path, this.shown.length === 1 ? words : { ...all, [language]: words });
    }
  }

  #set(path, value, merge) {
    const { at, keys, parts, fields = parts.map((part) => part.field[0]) } = this.list;
    setField(this.doc, at, this.key, path, value, { keys, fields, merge });
  }
}
