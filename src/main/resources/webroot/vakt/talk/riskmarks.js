// Risk words, marked in what the visitor wrote. The offsets are UTF-16 units, as in our own strings.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';

/** The text as nodes, with every span of `risk` in a <mark> that also the ear can tell. */
export function marked(text, risk) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of joined(risk?.spans ?? [], text.length)) {
    nodes.push(text.slice(at, start), markFor(text.slice(start, end), risk.level));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes.filter((node) => node !== '');
}

/** Spans in order, inside the text, those that touch or overlap made one. */
export function joined(spans, length) {
  const inside = spans
    .map(([start, end]) => [Math.max(0, start), Math.min(end, length)])
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const made = [];
  for (const [start, end] of inside) {
    const last = made.at(-1);
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      made.push([start, end]);
    }
  }
  return made;
}

function markFor(words, level) {
  return element(
    'mark',
    { class: `risk-${level}` },
    element('span', { class: 'unseen' }, t('risk.from')),
    words,
    element('span', { class: 'unseen' }, t('risk.to')),
  );
}
