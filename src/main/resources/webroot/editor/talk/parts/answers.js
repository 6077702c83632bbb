// How one can answer: by a choice, a number or words; and the choices, and the scale.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { asName } from '../../names.js';
import { languageFields } from './text.js';

const ways = ['choices', 'scale', 'text'];

/** Which of the three it is. Changing it keeps the question and where it leads. */
export function answers(card) {
  const now = ways.find((way) => card.step[way] !== undefined) ?? 'text';
  const select = element('select', { class: 'field', 'aria-label': t('answers.title'), 'data-focus': 'answers' },
    ...ways.map((way) => element('option', { value: way, selected: way === now }, t(`answers.${way}`))));
  select.addEventListener('change', () => card.change(() => {
    const fresh = {
      choices: { ja: card.emptyText('choice.yes'), nei: card.emptyText('choice.no') },
      scale: { from: 0, to: 10, low: card.emptyText('scale.worst'), high: card.emptyText('scale.best') },
      text: {},
    };
    const { next } = card.step;
    const kept = next && typeof next === 'object' ? next.else ?? Object.values(next)[0] : next;
    return { drop: [now, 'multi'], put: { [select.value]: fresh[select.value], next: kept } };
  }));
  return element('div', { class: 'way-on' }, element('span', { class: 'way-label', 'aria-hidden': true }, t('answers.title')), select);
}

/** The choices with their words; each has a name that the answers are kept under. */
export function choices(card, part) {
  const given = Object.keys(card.at(part.field) ?? {});
  return element('div', { class: 'choices', role: 'group', 'aria-label': t('choices.title') },
    ...given.map((name, at) => element('div', { class: 'choice' },
      languageFields(card, [...part.field, name], t('choices.one', { number: at + 1 })),
      element('button', {
        type: 'button', class: 'button button-quiet small', 'aria-label': t('choices.deleteThis', { number: at + 1 }), hidden: given.length < 2,
        onclick: () => card.change(() => ({ put: { choices: without(card.at(part.field), name), ...lessNext(card.step.next, name) } })),
      }, t('choices.delete')))),
    element('button', {
      type: 'button', class: 'button button-quiet small', 'data-focus': 'add-choice',
      onclick: () => card.set([...part.field, free(given)], card.emptyText()),
    }, t('choices.add')));
}

const without = (map, name) => Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));

const lessNext = (next, name) => (next && typeof next === 'object' ? { next: without(next, name) } : {});

function free(given) {
  for (let number = given.length + 1; ; number += 1) {
    const name = asName(`valg-${number}`);
    if (!given.includes(name)) {
      return name;
    }
  }
}

/** From, to, and what the ends mean. */
export function scale(card, part) {
  const number = (name) => {
    const input = element('input', {
      class: 'field', type: 'number', min: -100, max: 100, value: card.at([...part.field, name]) ?? '', 'aria-label': t(`scale.${name}`),
      'data-focus': `scale.${name}`,
    });
    input.addEventListener('change', () => input.value !== '' && card.set([...part.field, name], Math.round(Number(input.value))));
    return element('label', { class: 'short' }, element('span', {}, t(`scale.${name}`)), input);
  };
  return element('div', { class: 'scale' },
    element('div', { class: 'pair' }, number('from'), number('to')),
    ...['low', 'high'].map((name) => element('div', { class: 'said-text' },
      element('p', { class: 'part-label' }, t(`scale.${name}`)), languageFields(card, [...part.field, name], t(`scale.${name}`)))));
}
