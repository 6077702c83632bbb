// One step in the talk view: its bubbles, its form, its findings. Drawn anew only when its own text has changed, and
// not when the change was typed here; the focus stays at the field that had it.

import { element, keyed, setText } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { changeBlock, setValue } from '../edits.js';
import { pairOf } from '../document.js';
import { findingWords } from '../checks/words.js';
import { textIn, withWords } from '../languages/languages.js';
import { kindOf } from '../steps/kinds.js';
import { newText } from './defaults.js';
import { answers, choices, scale } from './parts/answers.js';
import { contacts } from './parts/contacts.js';
import { next } from './parts/next.js';
import { among, check, number, word } from './parts/plain.js';
import { rules } from './parts/rules.js';
import { step } from './parts/step.js';
import { bubbles, text } from './parts/text.js';

const parts = { among, answers, bubbles, check, choices, contacts, next, number, rules, scale, step, text, word };
// Where an emptied text is left out of the file, or stands as another value.
const whenEmpty = { why: undefined, 'handoff.say': undefined, end: true };

export class Card {
  #drawn = null;
  #own = false;

  /** `talk` is {space, newStep(after, done), doing(card)}: what the view does with steps as a whole. */
  constructor(name, talk) {
    Object.assign(this, { name, talk, space: talk.space, doc: talk.space.doc, surroundings: talk.space.surroundings });
    this.body = element('div', { class: 'step-body' });
    this.findings = element('ul', { class: 'step-findings', 'aria-label': t('step.findings', { step: name }) });
    this.kindLabel = element('span', { class: 'step-kind small' });
    this.element = element('li', { class: 'step card', id: `step-${name}`, 'data-step': name },
      element('header', { class: 'step-head' },
        element('h3', { tabindex: '-1' }, this.kindLabel, ' ', element('span', { class: 'step-name' }, name)),
        element('div', { class: 'step-doing', role: 'group', 'aria-label': t('step.doing', { step: name }) }, ...talk.doing(this))),
      this.body, this.findings);
  }

  /** The step as plain JavaScript. */
  get step() {
    return this.doc.step(this.name);
  }

  get shown() {
    return this.space.shown.list;
  }

  at(path) {
    return path.reduce((value, key) => (value === null || value === undefined ? undefined : value[key]), this.step);
  }

  /** Sets a value, or takes it away when it is undefined; the card is drawn anew. */
  set(path, value) {
    setValue(this.doc, ['steps', this.name, ...path], value, { merge: null });
  }

  /** Several fields at once: `make()` returns {drop: [names], put: {name: value}}. */
  change(make) {
    const { drop = [], put = {} } = make();
    changeBlock(this.doc, ['steps', this.name], (map, small) => {
      map.items = map.items.filter((pair) => !drop.includes(String(pair.key.value)));
      for (const [key, value] of Object.entries(put)) {
        const there = pairOf(map, key);
        if (there) {
          there.value = small.createNode(value);
        } else {
          map.items.splice(Math.max(0, map.items.length - 1), 0, small.createPair(key, value));
        }
      }
    });
  }

  /** What is typed: the text in one language. */
  write(path, language, words) {
    const value = this.at(path);
    const isMap = value !== null && typeof value === 'object';
    const emptied = this.doc.languages.every((one) => (one === language ? words : textIn(this.doc, value, one)) === '');
    const key = path.join('.');
    this.#own = true;
    if (emptied && key in whenEmpty) {
      this.#put(path, whenEmpty[key]);
    } else if (isMap) {
      this.#put([...path, language], words);
    } else {
      this.#put(path, withWords(this.doc, value, language, words));
    }
    this.#own = false;
    this.#drawn = this.#source();
  }

  #put(path, value) {
    setValue(this.doc, ['steps', this.name, ...path], value, { merge: `${this.name}.${path.join('.')}` });
  }

  emptyText(key) {
    return newText(this.doc.languages, key);
  }

  /** Whether this step's text in that language is older than the language that it was written in first. */
  behind(language) {
    return (this.space.checks.result?.stale ?? []).some((one) => one.step === this.name && one.language === language);
  }

  go(name) {
    this.space.selection.choose(name, { from: 'talk' });
  }

  newStep(done) {
    this.talk.newStep(this.name, done);
  }

  /** Draws the form when what it shows has changed. */
  draw() {
    const source = this.#source();
    if (this.#own || source === this.#drawn) {
      return;
    }
    this.#drawn = source;
    const focus = this.element.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
    const open = this.body.querySelector('details')?.open ?? false;
    const step = this.step;
    const kind = kindOf(step);
    setText(this.kindLabel, t(kind ? `kind.${kind.kind}` : 'kind.none'));
    this.element.dataset.kind = kind?.kind ?? '';
    const drawn = (kind?.parts ?? []).filter((part) => !part.when || part.when(step));
    const often = drawn.filter((part) => !part.more);
    const seldom = drawn.filter((part) => part.more);
    this.body.replaceChildren(
      ...(kind ? [] : [element('p', { class: 'soft' }, t('step.noKind'))]),
      ...often.map((part) => parts[part.type](this, part)),
      ...(seldom.length > 0
        ? [element('details', { open }, element('summary', {}, t('step.more')), ...seldom.map((part) => parts[part.type](this, part)))]
        : []));
    if (focus) {
      const again = [...this.body.querySelectorAll('[data-focus]')].find((one) => one.dataset.focus === focus);
      (again ?? this.element.querySelector('h3')).focus();
    }
  }

  /** Shows what the server found here. */
  drawFindings(found) {
    keyed(this.findings, found, (one) => `${one.code}:${one.line}:${one.sentence}`,
      (one) => element('li', { class: `finding finding-${one.severity} small` }, findingWords(one)));
    this.element.classList.toggle('has-error', found.some((one) => one.severity === 'error'));
  }

  #source() {
    const stale = this.doc.languages.filter((one) => this.behind(one));
    return `${this.shown.join()}|${stale.join()}|${this.doc.languages.join()}|${this.doc.sourceOf(this.name)}`;
  }
}
