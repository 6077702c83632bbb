// One condition of a rule: which earlier question, and which of its answers. Choices are ticked, numbers are from–to.
// An answer that the question does not have is shown as it is written, and can be taken away.

import { element } from '/shared/element.js';
import { inWords, language, t } from '/shared/texts.js';
import { quiet } from '../../fields.js';
import { changeQuestion, numbers, numbersOf, questions, removeCondition } from '../../forks.js';
import { labelOf } from '../../names.js';

/** `rule` is {step, value, number (from 0), named (all that the rule goes by), alone}. */
export function condition(card, path, { step, value, number, named, alone }) {
  const at = path[path.length - 1];
  const focus = [...path, step].join('.');
  const others = questions(card.doc).filter((name) => name === step || !named.includes(name));
  const label = t(number === 0 ? 'rules.answerTo' : 'rules.andAnswerTo');
  const known = card.doc.stepNames.includes(step);
  const which = element('select', { class: 'field', 'aria-label': label, 'data-focus': `${focus}.which` },
    ...[...new Set([...others, step])].map((name) => element('option', { value: name, selected: name === step },
      name === step && !known ? t('way.unknown', { step: name }) : labelOf(card.doc, name, language))));
  which.addEventListener('change', () => changeQuestion(card.doc, card.name, at, step, which.value));
  const written = [value].flat();
  const set = (values) => values.length > 0 && card.set([...path, step], values.length === 1 ? values[0] : values);
  return element('div', { class: 'condition' },
    element('span', { class: 'way-label', 'aria-hidden': true }, label), which,
    alone ? null : quiet(`${focus}.away`, '×', () => removeCondition(card.doc, card.name, at, step), { 'aria-label': t('rules.deleteCondition', { step }) }),
    element('div', { class: 'condition-answers', role: 'group', 'aria-label': t('rules.is') },
      element('span', { 'aria-hidden': true }, t('rules.is')),
      ...answers(card.doc.step(step), written, set, focus)));
}

function answers(asked, written, set, focus) {
  const choices = Object.keys(asked.choices ?? {});
  const isNumber = (one) => asked.scale !== undefined && numbersOf(one) !== null;
  const isKnown = (one) => choices.includes(String(one)) || String(one) === 'skipped' || isNumber(one);
  const canSkip = asked.optional === true || written.map(String).includes('skipped');
  return [
    ...choices.map((name) => tick(name, inWords(asked.choices[name], name) || name, written, set, focus)),
    ...(asked.scale ? spans(asked.scale, written, isNumber, set, focus) : []),
    canSkip ? tick('skipped', t('next.skipped'), written, set, focus) : null,
    ...written.filter((one) => !isKnown(one)).map((one) => tick(String(one), t('rules.unknown', { answer: String(one) }), written, set, focus)),
  ];
}

// The last one stays: a condition without an answer would never fit.
function tick(name, words, written, set, focus) {
  const input = element('input', { type: 'checkbox', checked: written.map(String).includes(name), 'data-focus': `${focus}.is.${name}` });
  input.addEventListener('change', () => {
    const rest = written.filter((one) => String(one) !== name);
    if (input.checked) {
      set([...rest, name]);
    } else if (rest.length > 0) {
      set(rest);
    } else {
      input.checked = true;
    }
  });
  return element('label', { class: 'check small' }, input, element('span', {}, words));
}

function spans({ from = 0, to = 10 }, written, isNumber, set, focus) {
  const kept = written.filter(isNumber);
  const others = written.filter((one) => !isNumber(one));
  const field = (name, value, changed, at) => {
    const input = element('input', {
      class: 'field', type: 'number', min: from, max: to, value, 'aria-label': t(`next.${name}`), 'data-focus': `${focus}.${name}.${at}`,
    });
    input.addEventListener('change', () => input.value !== '' && changed(Math.min(to, Math.max(from, Math.round(Number(input.value))))));
    return input;
  };
  return [
    ...kept.map((one, at) => {
      const span = numbersOf(one);
      const now = (low, high) => set([...kept.map((other, place) => (place === at ? numbers(Math.min(low, high), Math.max(low, high)) : other)), ...others]);
      return element('span', { class: 'span' },
        field('from', span.from, (low) => now(low, Math.max(low, span.to)), at), element('span', { 'aria-hidden': true }, '–'),
        field('to', span.to, (high) => now(Math.min(span.from, high), high), at),
        written.length > 1 ? quiet(`${focus}.span.${at}`, '×', () => set(written.filter((other) => other !== one)), { 'aria-label': t('rules.deleteNumbers', { numbers: String(one) }) }) : null);
    }),
    quiet(`${focus}.span`, t('rules.addNumbers'), () => set([...kept, to, ...others])),
  ];
}
