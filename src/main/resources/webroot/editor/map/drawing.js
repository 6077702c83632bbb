// The drawing: edges below, steps above them. It says in words and shapes what is wrong; colours only repeat it.

import { t, tOr } from '/shared/texts.js';
import { edgeLabel, shortened } from './graph.js';
import { box } from './layout.js';
import { shape } from './shapes.js';
import { svg } from './svg.js';

const lineWidth = 27;

/** What is noted at a step, in words: `[{kind, text}]`; kind is start, state, error or warning. */
export function notes(node) {
  return [
    node.start && { kind: 'start', text: t('map.start') },
    node.missing && { kind: 'state', text: t('map.missing') },
    !node.reachable && { kind: 'state', text: `⊘ ${t('map.unreachable')}` },
    node.deadEnd && !node.missing && { kind: 'state', text: `■ ${t('map.deadEnd')}` },
    node.errors > 0 && { kind: 'error', text: `✕ ${t('map.errors', { count: node.errors })}` },
    node.warnings > 0 && { kind: 'warning', text: `! ${t('map.warnings', { count: node.warnings })}` },
  ].filter(Boolean);
}

/** What a step is, in one line: for screen readers, and when it is pointed at. */
export function spoken(node, edges) {
  const to = edges.filter(({ from }) => from === node.name)
    .map((edge) => (edge.labels.length > 0 ? `${edge.to} (${edge.labels.join(', ')})` : edge.to));
  return [
    `${node.name}. ${tOr(`kind.${node.kind}`, t('kind.none'))}${node.says ? `: ${node.says}` : ''}`,
    ...notes(node).map(({ text }) => text.replace(/^\W+/, '')),
    to.length > 0 ? t('map.leadsTo', { steps: to.join('; ') }) : t('map.leadsNowhere'),
  ].map((sentence) => sentence.replace(/[.!?…]?$/, (end) => end || '.')).join(' ');
}

/** One `<g>` for a step, to be focused and pressed; `data-step` is its name. */
export function drawNode(node, edges, place) {
  const words = spoken(node, edges);
  const group = svg('g', {
    class: ['map-step', `map-${node.kind}`, !node.reachable && 'is-unreachable', node.deadEnd && 'is-dead-end', node.errors > 0 && 'has-error'].filter(Boolean).join(' '),
    transform: `translate(${place.x - box.width / 2} ${place.y - box.height / 2})`,
    role: 'button', tabindex: '-1', 'aria-label': words, 'data-step': node.name,
  }, svg('title', {}, words), shape(node.kind));
  const inset = node.kind === 'end' ? 26 : 16;
  group.append(
    svg('text', { class: 'map-kind', x: inset, y: 21 }, tOr(`kind.${node.kind}`, t('kind.none'))),
    svg('text', { class: 'map-name', x: inset, y: 38 }, shortened(node.name, 'step')),
    ...twoLines(node.says).map((line, at) => svg('text', { class: 'map-says', x: inset, y: 55 + at * 16 }, line)));
  const noted = notes(node);
  badges(group, noted.filter(({ kind }) => kind === 'start' || kind === 'state'), 12, -17);
  badges(group, noted.filter(({ kind }) => kind === 'error' || kind === 'warning'), 56, box.height - 6);
  return group;
}

function badges(group, noted, from, y) {
  let x = from;
  for (const { kind, text } of noted) {
    const width = 16 + text.length * 6.6;
    group.append(svg('g', { class: `map-note map-note-${kind}`, transform: `translate(${x} ${y})` },
      svg('rect', { width, height: 20, rx: kind === 'state' || kind === 'error' ? 2 : 10 }),
      svg('text', { x: width / 2, y: 14, 'text-anchor': 'middle' }, text)));
    x += width + 4;
  }
}

/** An edge as a line with an arrow, and its label on it. */
export function drawEdge(edge, points) {
  const label = edgeLabel(edge);
  const middle = points[Math.floor(points.length / 2)];
  return svg('g', { class: 'map-edge', 'data-from': edge.from, 'data-to': edge.to },
    svg('path', { d: curve(points), 'marker-end': 'url(#map-arrow)' }),
    label && svg('text', { x: middle.x, y: middle.y + 4, 'text-anchor': 'middle' }, label));
}

/** The arrow's head, that edges refer to. */
export function arrowHead() {
  return svg('defs', {}, svg('marker', {
    id: 'map-arrow', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, orient: 'auto-start-reverse',
  }, svg('path', { d: 'M0 0L10 5L0 10z' })));
}

// Through the middles between the points, so that corners are round.
function curve(points) {
  const at = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const last = points.length - 1;
  let path = `M${at(points[0])}`;
  for (let number = 1; number < last; number += 1) {
    const end = number === last - 1 ? points[last] : middle(points[number], points[number + 1]);
    path += `Q${at(points[number])} ${at(end)}`;
  }
  return last === 1 ? `${path}L${at(points[1])}` : path;
}

const middle = (one, other) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

function twoLines(text) {
  if (text.length <= lineWidth) {
    return text ? [text] : [];
  }
  const cut = text.lastIndexOf(' ', lineWidth);
  const first = cut > 0 ? text.slice(0, cut) : text.slice(0, lineWidth);
  const rest = text.slice(first.length).trim();
  return [first, rest.length > lineWidth ? `${rest.slice(0, lineWidth - 1).trimEnd()}…` : rest];
}
