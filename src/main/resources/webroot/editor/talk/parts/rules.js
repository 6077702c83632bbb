// The rules of a fork: when this was answered, go there; the first that fits wins; at last, otherwise.

import { element } from '/shared/element.js';
import { language, t } from '/shared/texts.js';
import { labelOf } from '../../names.js';
import { wayOn } from './step.js';

export function rules(card, part) {
  const given = card.at(part.field) ?? [];
  const set = (changed) => card.set(part.field, changed);
  const hasElse = given.some((rule) => 'else' in rule);
  return element('div', { class: 'rules' },
    element('ol', {}, ...given.map((rule, at) => element('li', { class: 'rule' },
      'else' in rule
        ? wayOn(card, [...part.field, at, 'else'], t('rules.else'), (to) => to && card.set([...part.field, at, 'else'], to))
        : one(card, [...part.field, at], rule, () => set(given.filter((_, other) => other !== at)))))),
    element('button', {
      type: 'button', class: 'button button-quiet small', 'data-focus': 'add-rule',
      onclick: () => {
        const asked = card.doc.stepNames.find((name) => card.doc.step(name).ask !== undefined);
        const rule = { [asked ?? 'steg']: 'skipped', go: card.doc.stepNames[0] };
        set(hasElse ? [...given.slice(0, -1), rule, given[given.length - 1]] : [...given, rule]);
      },
    }, t('rules.add')));
}

// Every condition of a rule has to fit. More than one is written in the text view; here each is shown and edited.
function one(card, path, rule, away) {
  const conditions = Object.entries(rule).filter(([key]) => key !== 'go');
  return element('div', { class: 'rule-parts' },
    ...conditions.map(([step, value]) => condition(card, path, rule, step, value)),
    wayOn(card, [...path, 'go'], t('rules.go'), (to) => to && card.set([...path, 'go'], to)),
    element('button', { type: 'button', class: 'button button-quiet small', onclick: away }, t('rules.delete')));
}

function condition(card, path, rule, step, value) {
  const asking = card.doc.stepNames.filter((name) => card.doc.step(name).ask !== undefined);
  const which = element('select', { class: 'field', 'aria-label': t('rules.answerTo'), 'data-focus': `${path.join('.')}.${step}` },
    ...[...new Set([...asking, step])].map((name) => element('option', { value: name, selected: name === step }, labelOf(card.doc, name, language))));
  which.addEventListener('change', () => {
    const entries = Object.entries(rule).map(([key, held]) => (key === step ? [which.value, 'skipped'] : [key, held]));
    card.set(path, Object.fromEntries(entries));
  });
  return element('div', { class: 'condition' },
    element('span', { 'aria-hidden': true }, t('rules.answerTo')), which,
    element('span', { 'aria-hidden': true }, t('rules.is')), answer(card, [...path, step], card.doc.step(step), value));
}

function answer(card, path, asked, value) {
  const given = (Array.isArray(value) ? value : [value]).map(String);
  if (!asked.choices) {
    const input = element('input', { class: 'field', value: given.join(', '), 'aria-label': t('rules.is'), 'data-focus': path.join('.') });
    input.addEventListener('change', () => {
      const parts = input.value.split(',').map((part) => part.trim()).filter(Boolean);
      const read = parts.map((part) => (/^-?\d+$/.test(part) ? Number(part) : part));
      if (read.length > 0) {
        card.set(path, read.length === 1 ? read[0] : read);
      }
    });
    return input;
  }
  const options = [...Object.entries(asked.choices), ['skipped', t('next.skipped')]];
  return element('div', { class: 'condition-answers', role: 'group', 'aria-label': t('rules.is') }, ...options.map(([name, label]) => {
    const words = label && typeof label === 'object' ? label[language] ?? Object.values(label)[0] : label;
    const input = element('input', { type: 'checkbox', checked: given.includes(name), 'data-focus': `${path.join('.')}.${name}` });
    input.addEventListener('change', () => {
      const now = input.checked ? [...given, name] : given.filter((one) => one !== name);
      if (now.length > 0) {
        card.set(path, now.length === 1 ? now[0] : now);
      } else {
        input.checked = true;
      }
    });
    return element('label', { class: 'check small' }, input, element('span', {}, String(words)));
  }));
}
