// What the talk view does to the rules of a fork. A rule is changed where it stands: its neighbours, its comments and
// what a form cannot show of it stay as they were written.

import { isMap, isSeq } from '/shared/vendor/yaml/index.js';
import { pairOf } from './document.js';
import { changeBlock } from './edits.js';

const range = /^(-?\d{1,6})(?:\s*-\s*(-?\d{1,6}))?$/;

/** The earlier questions that a rule can go by: free text has no answer to name but that it was skipped. */
export function questions(doc) {
  return doc.stepNames.filter((name) => {
    const step = doc.step(name);
    return step.ask !== undefined && (step.choices || step.scale || step.optional === true);
  });
}

/** What a condition on that question begins with. */
export function firstAnswer(step) {
  if (step.choices) {
    return Object.keys(step.choices)[0] ?? 'skipped';
  }
  const { from, to } = step.scale ?? {};
  return Number.isInteger(from) && Number.isInteger(to) ? numbers(from, Math.floor((from + to) / 2)) : 'skipped';
}

/** Whether a rule is one that the form can show: answers and a way on, or `else` alone. */
export function isPlain(rule) {
  if (rule === null || typeof rule !== 'object' || Array.isArray(rule)) {
    return false;
  }
  const keys = Object.keys(rule);
  if ('else' in rule) {
    return keys.length === 1 && isWord(rule.else);
  }
  return isWord(rule.go) && keys.length > 1 && keys.every((key) => [rule[key]].flat().every(isWord));
}

const isWord = (value) => ['string', 'number', 'boolean'].includes(typeof value);

/** `{from, to}` of a number or a range as it is written, or null. */
export function numbersOf(written) {
  const [, from, to] = range.exec(String(written).trim()) ?? [];
  return from === undefined ? null : { from: Number(from), to: Number(to ?? from) };
}

/** A number, or a range of them, as the format writes it. */
export function numbers(from, to) {
  return from === to ? from : `${from}-${to}`;
}

/** `fn(items, small)` changes the rules of a step as nodes. */
function changeRules(doc, step, fn) {
  changeBlock(doc, ['steps', step], (map, small) => {
    const rules = pairOf(map, 'fork')?.value;
    if (isSeq(rules)) {
      fn(rules.items, small);
    }
  });
}

/** Adds a rule before the `else`, or a last `else` where `rule` is one. */
export function addRule(doc, step, rule) {
  changeRules(doc, step, (items, small) => {
    const node = small.createNode(rule);
    node.flow = true;
    const last = items.findIndex((one) => isMap(one) && pairOf(one, 'else'));
    items.splice(last < 0 || 'else' in rule ? items.length : last, 0, node);
  });
}

export function removeRule(doc, step, at) {
  changeRules(doc, step, (items) => items.splice(at, 1));
}

/** Moves a rule by -1 or 1: the first that fits wins. */
export function moveRule(doc, step, at, by) {
  changeRules(doc, step, (items) => items.splice(at + by, 0, ...items.splice(at, 1)));
}

/** Adds a condition to a rule: every one of them has to fit. */
export function addCondition(doc, step, at, question) {
  changeRules(doc, step, (items, small) => {
    const rule = items[at].items;
    const way = rule.findIndex((pair) => String(pair.key) === 'go');
    rule.splice(way < 0 ? rule.length : way, 0, small.createPair(question, firstAnswer(doc.step(question))));
  });
}

export function removeCondition(doc, step, at, question) {
  changeRules(doc, step, (items) => {
    items[at].items = items[at].items.filter((pair) => String(pair.key) !== question);
  });
}

/** The condition goes by another question. */
export function changeQuestion(doc, step, at, before, after) {
  changeRules(doc, step, (items, small) => {
    const pair = pairOf(items[at], before);
    pair.key = small.createNode(after);
    pair.value = small.createNode(firstAnswer(doc.step(after)));
  });
}
