// The outline of a step on the map: each kind has a shape of its own, so that nobody needs colours to tell them apart.

import { svg } from './svg.js';
import { box } from './layout.js';

const { width, height } = box;

const shapes = {
  // What the bot says is a bubble, what it asks a bubble with a tail.
  say: () => rounded(18),
  ask: () => outline(`M18 0H${width - 18}Q${width} 0 ${width} 18V${height - 18}Q${width} ${height} ${width - 18} ${height}H44L30 ${height + 12}V${height}H18Q0 ${height} 0 ${height - 18}V18Q0 0 18 0Z`),
  fork: () => outline(`M20 0H${width - 20}L${width} ${height / 2}L${width - 20} ${height}H20L0 ${height / 2}Z`),
  run: () => [rounded(4), svg('path', { class: 'map-inner', d: `M8 0V${height}M${width - 8} 0V${height}` })],
  // A person: the only one with straight corners and a roof.
  handoff: () => outline(`M0 14L${width / 2} -6L${width} 14V${height}H0Z`),
  end: () => rounded(height / 2),
  missing: () => [rounded(4), svg('path', { class: 'map-inner', d: `M0 0L${width} ${height}M${width} 0L0 ${height}` })],
  broken: () => rounded(4),
};

function rounded(radius) {
  return svg('rect', { class: 'map-shape', width, height, rx: radius });
}

function outline(path) {
  return svg('path', { class: 'map-shape', d: path });
}

/** The shape of a kind, with its upper left corner at 0, 0. */
export function shape(kind) {
  return [shapes[kind] ?? shapes.broken].flatMap((make) => make());
}
