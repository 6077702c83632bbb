// What the flow is: its title, a word to staff, which step comes first; and the evening, when it is one.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { dropValue, setValue } from '../edits.js';
import { field, check } from '../fields.js';
import { newText } from './defaults.js';
import { writeText } from '../languages/languages.js';
import { languageFields } from './parts/text.js';
import { wayOn } from './parts/step.js';

/** Returns {element, draw()}. Drawn anew only when these fields have changed, and not while they are typed in. */
export function aboutFlow(space) {
  const { doc } = space;
  const body = element('div', { class: 'about-body' });
  // Of a flow that is live the steps come first; of a new one its title and times.
  const fold = element('details', { open: space.flow.version === null || space.flow.version === undefined },
    element('summary', {}, element('h2', { id: 'about-title', tabindex: '-1' }, t('about.title'))), body);
  const box = element('section', { class: 'card about-flow', 'aria-labelledby': 'about-title' }, fold);
  let drawn = null;

  // What the parts of steps' forms ask of a card, for the fields of the top of the file.
  const top = {
    doc,
    get shown() { return space.shown.list; },
    at: (path) => doc.value(...path),
    behind: () => false,
    go: (step) => space.selection.choose(step, { from: 'talk' }),
    newStep: () => {},
    set: (path, value) => setValue(doc, path, value, { merge: null }),
    write(path, language, words) {
      writeText(doc, path, language, words);
      drawn = source();
    },
  };

  function draw() {
    const now = source();
    if (now === drawn) {
      return;
    }
    drawn = now;
    const focus = box.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    const theme = doc.value('theme');
    const note = field({ label: t('about.note'), lines: 2, value: doc.value('about') ?? '', changed: (value) => top.set(['about'], value.trim() || undefined) });
    note.input.dataset.focus = 'about';
    const evening = check({
      label: t('theme.is'),
      checked: theme !== undefined,
      changed: (on) => (on ? top.set(['theme'], { card: newText(doc.languages) }) : dropValue(doc, ['theme'])),
    });
    evening.input.dataset.focus = 'theme';
    body.replaceChildren(
      element('div', { class: 'said-text' }, element('p', { class: 'part-label' }, t('about.flowTitle')), languageFields(top, ['title'], t('about.flowTitle'))),
      wayOn(top, ['start'], t('about.start'), (value) => value && top.set(['start'], value)),
      note.element, evening.element,
      ...(theme === undefined ? [] : evenings(theme)));
    if (focus) {
      [...body.querySelectorAll('[data-focus]')].find((one) => one.dataset.focus === focus)?.focus();
    }
  }

  function evenings(theme) {
    const time = (name) => {
      const made = field({ id: `theme-${name}`, label: t(`theme.${name}`), type: 'datetime-local', value: String(theme?.[name] ?? '').slice(0, 16), changed: (value) => top.set(['theme', name], value || undefined) });
      made.input.dataset.focus = `theme.${name}`;
      return made.element;
    };
    const days = /^P(\d+)D$/.exec(theme?.announce ?? '')?.[1] ?? '';
    const announce = field({ id: 'theme-announce', label: t('theme.announce'), type: 'number', min: 1, value: days, changed: (value) => top.set(['theme', 'announce'], value ? `P${Math.round(Number(value))}D` : undefined) });
    return [
      element('div', { class: 'pair' }, time('opens'), time('closes')),
      element('div', { class: 'said-text' }, element('p', { class: 'part-label' }, t('theme.card')), languageFields(top, ['theme', 'card'], t('theme.card'))),
      element('div', { class: 'pair' }, announce.element),
    ];
  }

  function source() {
    return JSON.stringify([space.shown.list, doc.languages, ['title', 'about', 'start', 'theme'].map((field) => doc.value(field) ?? null)]);
  }

  return { element: box, draw, unfold: () => { fold.open = true; } };
}
