// What the checks say of a row: in everyday words, and at the field that it is about.

import { element, keyed } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';
import { offset } from '../checks/panel.js';
import { findingWords } from '../checks/words.js';
import { pairOf } from '../document.js';

let made = 0;

/** The problems with `field` (its name in the file, or null) and `words`. */
export function faults(problems, card) {
  return problems.map((problem) => {
    const field = fieldOf(problem, card);
    return { ...problem, field, words: words(problem, field, card) };
  });
}

function fieldOf({ line, column, sentence }, card) {
  const { doc, list } = card;
  const at = offset(doc.text, line, column);
  const value = doc.node(...list.at, card.key);
  const pair = (value?.items ?? []).find((one) => one.key?.range && one.key.range[0] <= at && at <= (one.value?.range?.[1] ?? one.key.range[1]));
  const names = list.parts.map((part) => part.field[0]).filter(Boolean);
  const quoted = [...sentence.matchAll(/"([\w-]+)"/g)].map(([, one]) => one).filter((one) => names.includes(one) || pairOf(value, one));
  return pair ? String(pair.key.value) : quoted[quoted.length - 1] ?? (value?.items ? null : '');
}

function words(problem, field, card) {
  // A language of a row that is itself a text belongs to the part without a field of its own.
  const part = card.list.parts.find((one) => one.field[0] === field) ?? (field === null ? undefined : card.list.parts.find((one) => one.field.length === 0));
  const label = part ? card.label(part) : field ?? '';
  if (problem.code === 'missing-field' && part) {
    return t('conf.wrong.missing', { field: label });
  }
  if (problem.code === 'missing-language' && part) {
    return t('conf.wrong.language', { field: label });
  }
  if (problem.code === 'bad-value' && part && problem.sentence.endsWith('is empty.')) {
    return t('conf.wrong.empty', { field: label });
  }
  return problem.code === 'bad-value' ? tOr(`conf.wrong.${part?.label}`, findingWords(problem)) : findingWords(problem);
}

/** Shows them at the fields that they are about, and in `rest` what is about the row as a whole. */
export function mark(item, rest, found, name) {
  const parts = [...item.querySelectorAll('.row-part')];
  const partOf = ({ field }) => (field === null ? undefined : parts.find((part) => part.dataset.field === field) ?? parts.find((part) => part.dataset.field === ''));
  for (const part of parts) {
    const its = found.filter((one) => partOf(one) === part);
    const list = part.querySelector(':scope > .row-said') ?? said();
    if (its.length > 0) {
      part.append(list);
    } else {
      list.remove();
    }
    fill(list, its, name);
    const wrong = its.some(({ severity }) => severity === 'error');
    part.querySelectorAll('.field').forEach((input) => tell(input, list, its.length > 0, wrong));
  }
  const whole = found.filter((one) => !partOf(one));
  rest.hidden = whole.length === 0;
  fill(rest, whole, name);
}

/** An empty list of findings. */
export const said = () => element('ul', { class: 'findings row-said', id: `said-${(made += 1)}` });

// A field says what is wrong with it beside its own help.
function tell(input, list, found, wrong) {
  input.dataset.help ??= input.getAttribute('aria-describedby') ?? '';
  const described = [input.dataset.help, found ? list.id : ''].filter(Boolean).join(' ');
  for (const [name, value] of [['aria-describedby', described], ['aria-invalid', wrong ? 'true' : '']]) {
    if (value) {
      input.setAttribute(name, value);
    } else {
      input.removeAttribute(name);
    }
  }
}

function fill(list, found, name) {
  list.setAttribute('aria-label', t('conf.saidOf', { name }));
  keyed(list, found, (one) => `${one.code}:${one.field}:${one.sentence}`, make);
}

function make(problem) {
  return element('li', { class: `finding finding-${problem.severity}` },
    element('p', {}, element('span', { class: 'finding-kind' }, t(`checks.${problem.severity}`)), ' ', problem.words),
    element('details', {}, element('summary', { class: 'small' }, t('checks.details')),
      element('p', { class: 'small', lang: 'en' }, problem.sentence),
      element('p', { class: 'small soft' }, t('checks.where', { line: problem.line, column: problem.column, code: problem.code }))));
}
