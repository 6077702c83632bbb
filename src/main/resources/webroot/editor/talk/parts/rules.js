// The rules of a fork: when this was answered, and this, go there; the first that fits wins; at last, otherwise.

import { isMap } from '/shared/vendor/yaml/index.js';
import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { addCondition, addRule, firstAnswer, isPlain, moveRule, questions, removeRule } from '../../forks.js';
import { quiet } from '../../fields.js';
import { condition } from './condition.js';
import { wayOn } from './step.js';

export function rules(card, part) {
  const given = card.at(part.field);
  if (!Array.isArray(given)) {
    return asWritten(card, part.field);
  }
  const asked = questions(card.doc);
  const add = (focus, key, rule, attributes = {}) => quiet(focus, t(key), () => addRule(card.doc, card.name, rule()), attributes);
  const first = card.doc.stepNames[0];
  return element('div', { class: 'rules' },
    element('p', { class: 'small soft' }, t(asked.length > 0 ? 'rules.how' : 'rules.noQuestion')),
    element('ol', {}, ...given.map((rule, at) => element('li', { class: 'rule' },
      element('div', { role: 'group', 'aria-label': t('rules.one', { number: at + 1 }) },
        isPlain(rule) ? parts(card, [...part.field, at], rule) : asWritten(card, [...part.field, at]),
        doing(card, at, given.length))))),
    element('p', { class: 'rules-more' },
      add('add-rule', 'rules.add', () => ({ [asked[0]]: firstAnswer(card.doc.step(asked[0])), go: first }), { disabled: asked.length === 0 }),
      given.some((rule) => rule && typeof rule === 'object' && 'else' in rule) ? null : add('add-else', 'rules.addElse', () => ({ else: first }))));
}

function parts(card, path, rule) {
  if ('else' in rule) {
    return wayOn(card, [...path, 'else'], t('rules.else'), (to) => to && card.set([...path, 'else'], to));
  }
  const at = path[path.length - 1];
  const named = Object.keys(rule).filter((key) => key !== 'go');
  const free = questions(card.doc).filter((name) => !named.includes(name));
  return element('div', { class: 'rule-parts' },
    ...named.map((step, number) => condition(card, path, { step, value: rule[step], number, named, alone: named.length === 1 })),
    free.length > 0 ? quiet(`${path.join('.')}.add`, t('rules.addCondition'), () => addCondition(card.doc, card.name, at, free[0])) : null,
    wayOn(card, [...path, 'go'], t('rules.go'), (to) => to && card.set([...path, 'go'], to)));
}

function doing(card, at, count) {
  const number = at + 1;
  const one = (what, text, act, disabled) => quiet(`rule.${what}.${at}`, text, act, { 'aria-label': t(`rules.${what}`, { number }), disabled });
  return element('p', { class: 'rule-doing' },
    one('up', '↑', () => moveRule(card.doc, card.name, at, -1), at === 0),
    one('down', '↓', () => moveRule(card.doc, card.name, at, 1), at === count - 1),
    one('delete', t('rules.deleteShort'), () => removeRule(card.doc, card.name, at), count === 1));
}

// What the form cannot show stays in the file as it is, and is read here.
function asWritten(card, path) {
  const node = card.doc.node('steps', card.name, ...path);
  const source = node?.range ? card.doc.text.slice(node.range[0], node.range[1]).trim() : '';
  return element('div', { class: 'as-written' },
    element('p', { class: 'small' }, t(isMap(node) ? 'rules.asWritten' : 'rules.noRules')),
    element('pre', {}, source),
    quiet(`${path.join('.')}.text`, t('rules.openText'), () => card.space.openView('text')));
}
