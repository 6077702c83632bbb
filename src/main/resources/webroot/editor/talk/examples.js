// The flow's own tests: talks that must always go so. A try is kept as one; here they are read, named and taken away.

import { element, keyed } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { inWords, t } from '/shared/texts.js';
import { findingWords } from '../checks/words.js';
import { dropValue, setValue } from '../edits.js';
import { queueTitle } from '../surroundings.js';

/** Returns {element, draw(), drawFindings(problems), holds(line), go()}. */
export function examplesCard({ doc, surroundings }) {
  const list = element('ol', { class: 'examples' });
  const heading = element('h2', { id: 'examples-title', tabindex: '-1' }, t('examples.title'));
  const box = element('section', { class: 'card', 'aria-labelledby': 'examples-title' }, heading, element('p', { class: 'small soft' }, t('examples.what')), list);
  let drawn = null;

  function draw() {
    const now = JSON.stringify(doc.value('examples') ?? null);
    const examples = doc.value('examples');
    box.hidden = !Array.isArray(examples) || examples.length === 0;
    if (now === drawn || box.hidden) {
      return;
    }
    drawn = now;
    const focus = list.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    list.replaceChildren(...examples.map(row));
    [...list.querySelectorAll('[data-focus]')].find((one) => one.dataset.focus === focus)?.focus();
  }

  function row(example, at) {
    const { name = '', answers, expect } = example ?? {};
    const input = element('input', { class: 'field', value: name, maxlength: 120, 'aria-label': t('examples.name', { number: at + 1 }), 'data-focus': `name.${at}` });
    input.addEventListener('change', () => input.value.trim() && setValue(doc, ['examples', at, 'name'], input.value.trim()));
    return element('li', { 'data-example': at }, input,
      element('p', { class: 'small' }, Object.entries(answers ?? {}).map(given).join(' · ') || t('examples.noAnswers')),
      element('p', { class: 'small' }, element('strong', {}, comesTo(expect ?? {}))),
      element('ul', { class: 'step-findings' }),
      element('button', { type: 'button', class: 'button button-quiet small', 'data-focus': `delete.${at}`, 'aria-label': t('examples.deleteThis', { name }), onclick: () => away(at, name) }, t('examples.delete')));
  }

  const given = ([step, value]) => t('examples.answer', { step, answer: [value].flat().map((one) => words(step, one)).join(', ') });

  function words(step, value) {
    const label = doc.step(step).choices?.[value];
    return value === 'skipped' ? t('next.skipped') : label === undefined ? String(value) : inWords(label, value) || String(value);
  }

  function comesTo({ handoff, end, at }) {
    return handoff ? t('examples.handoff', { queue: queueTitle(surroundings, handoff) }) : end ? t('examples.end', { step: end }) : t('examples.at', { step: at ?? '' });
  }

  function away(at, name) {
    if (doc.value('examples').length === 1) {
      dropValue(doc, ['examples']);
    } else {
      dropValue(doc, ['examples', at]);
    }
    saySoftly(t('examples.deleted', { name }));
    (box.hidden ? document.getElementById('page') : heading).focus();
  }

  const linesOf = (node) => (node?.range ? [node.range[0], node.range[1]].map((at) => doc.text.slice(0, at).split('\n').length) : null);
  const within = (lines, line) => lines !== null && line >= lines[0] && line <= lines[1];

  return {
    element: box,
    draw,
    drawFindings(problems) {
      [...list.children].forEach((item, at) => {
        const lines = linesOf(doc.node('examples', at));
        keyed(item.querySelector('.step-findings'), problems.filter((one) => within(lines, one.line)), (one) => `${one.code}:${one.sentence}`,
          (one) => element('li', { class: `finding finding-${one.severity} small` }, findingWords(one)));
      });
    },
    /** Whether a line of the file is one of an example's. */
    holds: (line) => line !== null && within(linesOf(doc.node('examples')), line),
    go() {
      box.scrollIntoView({ block: 'nearest' });
      heading.focus({ preventScroll: true });
    },
  };
}
