// The map in words: every step and where it leads, as a list to read and to press. For those who do not see the
// drawing, and for those who would rather read.

import { element } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';
import { notes } from './drawing.js';

/** Returns {element, draw(graph)}; `open(name)` opens a step. The list is made when it is first unfolded. */
export function outline(open) {
  const list = element('ol', { class: 'map-list' });
  const box = element('details', { class: 'map-words', ontoggle: () => draw(graph) },
    element('summary', {}, t('map.words')), element('p', { class: 'small soft' }, t('map.wordsWhat')), list);
  let graph = null;

  function draw(newer) {
    graph = newer;
    if (!box.open || graph === null) {
      return;
    }
    const focused = document.activeElement?.closest?.('.map-list [data-open]')?.dataset.open;
    list.replaceChildren(...graph.nodes.map((node) => element('li', {},
      node.missing
        ? element('strong', { class: 'step-name' }, node.name)
        : element('button', { type: 'button', class: 'button button-quiet small step-name', 'data-open': node.name, onclick: () => open(node.name) }, node.name),
      ` ${[tOr(`kind.${node.kind}`, t('kind.none')), ...notes(node).map(({ text }) => text)].join(' · ')}`,
      ways(node))));
    if (focused) {
      list.querySelector(`[data-open="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  function ways(node) {
    const out = graph.edges.filter(({ from }) => from === node.name);
    return out.length === 0 ? null : element('ul', {}, ...out.map((edge) => element('li', {},
      edge.labels.length > 0 ? t('map.wayBy', { step: edge.to, answers: edge.labels.join(', ') }) : t('map.way', { step: edge.to }))));
  }

  return { element: box, draw };
}
