// Which answer leads where: one way for all, or one for each answer.

import { element } from '/shared/element.js';
import { language, t } from '/shared/texts.js';
import { wayOn } from './step.js';

export function next(card, part) {
  const value = card.at(part.field);
  const split = value !== null && typeof value === 'object';
  return element('div', { class: 'next' },
    split ? byAnswer(card, part.field, value) : wayOn(card, part.field, t('part.next'), (to) => card.set(part.field, to)),
    element('button', {
      type: 'button', class: 'button button-quiet small', 'data-focus': 'split',
      onclick: () => card.set(part.field, split ? value.else ?? Object.values(value)[0] : { else: value }),
    }, t(split ? 'next.join' : 'next.split')));
}

function byAnswer(card, path, value) {
  const step = card.step;
  const answers = [
    ...Object.keys(step.choices ?? {}),
    ...Object.keys(value).filter((key) => !(step.choices && key in step.choices) && key !== 'else' && key !== 'skipped'),
    ...(step.optional ? ['skipped'] : []),
    'else',
  ];
  return element('div', { class: 'ways', role: 'group', 'aria-label': t('next.title') },
    ...answers.map((answer) => wayOn(card, [...path, answer], labelFor(step, answer), (to) => card.set([...path, answer], to),
      { none: answer === 'else' ? t('next.nothing') : t('next.asElse') })),
    step.scale ? ranges(card, path, value) : null);
}

function labelFor(step, answer) {
  if (answer === 'else' || answer === 'skipped') {
    return t(`next.${answer}`);
  }
  const label = step.choices?.[answer];
  const words = label && typeof label === 'object' ? label[language] ?? Object.values(label)[0] : label;
  return t('next.when', { answer: words || answer });
}

// Numbers from–to that get a way of their own.
function ranges(card, path, value) {
  const { from = 0, to = 10 } = card.step.scale;
  const low = element('input', { class: 'field', type: 'number', min: from, max: to, value: from, 'aria-label': t('next.from') });
  const high = element('input', { class: 'field', type: 'number', min: from, max: to, value: from, 'aria-label': t('next.to') });
  return element('div', { class: 'range-new' },
    element('span', {}, t('next.numbers')), low, element('span', { 'aria-hidden': true }, '–'), high,
    element('button', {
      type: 'button', class: 'button small', 'data-focus': 'add-range',
      onclick: () => {
        const key = Number(low.value) === Number(high.value) ? low.value : `${low.value}-${high.value}`;
        if (Number(low.value) <= Number(high.value) && value[key] === undefined) {
          card.set([...path, key], value.else ?? card.doc.stepNames[0]);
        }
      },
    }, t('next.addRange')));
}
