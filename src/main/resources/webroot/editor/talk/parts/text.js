// A text in the languages that are shown, side by side; and the bubbles of a step that says several, one by one.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { textIn } from '../../languages/languages.js';
import { whenRested, settle } from '../../typing.js';

/** One text. `bubble` makes it look as visitors see it; `none` lets it be left out (`end: true`). */
export function text(card, part) {
  return element('div', { class: part.bubble ? 'said-text bubble' : 'said-text' },
    part.bubble ? null : element('p', { class: 'part-label' }, t(`part.${part.label}`)),
    languageFields(card, part.field, t(`part.${part.label}`)));
}

/** One text area a language. */
export function languageFields(card, path, label, { lines = 1 } = {}) {
  const value = card.at(path);
  return element('div', { class: 'in-languages' }, ...card.shown.map((language) => {
    const words = textIn(card.doc, value, language);
    const behind = card.behind(language);
    const area = element('textarea', {
      class: 'field text-field', rows: lines, lang: language, spellcheck: true,
      'aria-label': `${label}, ${t(`language.${language}`)}`,
      'data-focus': [...path, language].join('.'),
      placeholder: t('part.empty', { language: t(`language.${language}`) }),
    });
    area.value = words;
    area.addEventListener('input', () => whenRested(area, () => card.write(path, language, area.value)));
    area.addEventListener('blur', settle);
    return element('div', { class: `in-language${behind ? ' is-behind' : ''}` },
      card.shown.length > 1 || behind
        ? element('span', { class: 'language-mark small', 'aria-hidden': true }, behind ? t('languages.old', { language }) : language)
        : null,
      area);
  }));
}

/** What a `say` step says: one bubble, or several. */
export function bubbles(card, part) {
  const value = card.at(part.field);
  const many = Array.isArray(value);
  const paths = many ? value.map((_, at) => [...part.field, at]) : [part.field];
  const asList = () => (many ? value : [value ?? card.emptyText()]);
  return element('div', { class: 'bubbles' },
    ...paths.map((path, at) => element('div', { class: 'bubble' },
      languageFields(card, path, t('part.bubble', { number: at + 1 })),
      paths.length > 1
        ? element('button', {
          type: 'button', class: 'button button-quiet small', 'aria-label': t('bubble.deleteThis', { number: at + 1 }),
          onclick: () => card.set(part.field, kept(asList(), at)),
        }, t('bubble.delete'))
        : null)),
    element('button', {
      type: 'button', class: 'button button-quiet small', 'data-focus': 'add-bubble',
      onclick: () => card.set(part.field, [...asList(), card.emptyText()]),
    }, t('bubble.add')));
}

const kept = (list, gone) => {
  const left = list.filter((_, at) => at !== gone);
  return left.length === 1 ? left[0] : left;
};
