// Where the steps stand: dagre puts them in rows from the start downwards. Its time grows with the rows that the edges
// cross, so in a large flow the longest edges are left out of the reckoning, and drawn afterwards between steps that
// already have their places.

import { Graph, layout } from '/shared/vendor/dagre/dagre.js';

export const box = { width: 200, height: 84 };
const gaps = { ranksep: 56, nodesep: 36, marginx: 40, marginy: 40 };
/** Rows that edges may cross in all: what is over is left out of the reckoning. Two a step is room for most flows. */
const freeRows = 200;
const rowsAStep = 2;

/** `{width, height, places: Map(name → {x, y}), lines: Map(edge → [{x, y}, …])}`; a place is a box's middle. */
export function laidOut({ nodes, edges }) {
  const graph = new Graph();
  graph.setGraph({ ...gaps, rankdir: 'TB' });
  nodes.forEach(({ name }) => graph.setNode(name, { ...box }));
  const near = nearOnes(nodes, edges);
  near.forEach(({ from, to }) => graph.setEdge(from, to, {}));
  layout(graph);
  const places = new Map(nodes.map(({ name }) => [name, graph.node(name)]));
  const lines = new Map(edges.map((edge) => [edge,
    near.has(edge) ? graph.edge(edge.from, edge.to).points : across(places.get(edge.from), places.get(edge.to))]));
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, places, lines };
}

// The shortest edges, as many as the bound allows; and one into every step, so that none is torn loose.
function nearOnes(nodes, edges) {
  const row = rows(nodes, edges);
  const length = (edge) => Math.abs((row.get(edge.to) ?? 0) - (row.get(edge.from) ?? 0));
  const most = freeRows + rowsAStep * nodes.length;
  const near = new Set();
  const held = new Set();
  let crossed = 0;
  for (const edge of [...edges].sort((one, other) => length(one) - length(other))) {
    if (crossed + length(edge) <= most || !held.has(edge.to)) {
      near.add(edge);
      held.add(edge.to);
      crossed += length(edge);
    }
  }
  return near;
}

// The longest way to each step, those back to an earlier step left out: the row that dagre will come to, or nearly.
function rows(nodes, edges) {
  const onward = new Map(nodes.map(({ name }) => [name, []]));
  edges.forEach((edge) => onward.get(edge.from)?.push(edge.to));
  const state = new Map();
  const order = [];
  const forward = new Map(nodes.map(({ name }) => [name, []]));
  for (const { name } of nodes) {
    const path = state.has(name) ? [] : [[name, 0]];
    state.set(name, state.get(name) ?? 'open');
    while (path.length > 0) {
      const top = path[path.length - 1];
      const next = onward.get(top[0])[top[1]];
      top[1] += 1;
      if (next === undefined) {
        state.set(top[0], 'done');
        order.push(top[0]);
        path.pop();
      } else if (state.get(next) !== 'open') {
        forward.get(top[0]).push(next);
        if (!state.has(next)) {
          state.set(next, 'open');
          path.push([next, 0]);
        }
      }
    }
  }
  const row = new Map(nodes.map(({ name }) => [name, 0]));
  for (const name of order.reverse()) {
    forward.get(name).forEach((next) => row.set(next, Math.max(row.get(next), row.get(name) + 1)));
  }
  return row;
}

// From the side of one box to the side of another, bowed so that it passes beside what stands between.
function across(from, to) {
  const side = to.x >= from.x ? 1 : -1;
  const start = { x: from.x + (side * box.width) / 2, y: from.y };
  const end = { x: to.x + (side * box.width) / 2, y: to.y };
  const out = Math.max(start.x * side, end.x * side) * side + side * Math.min(120, 24 + Math.abs(end.y - start.y) / 20);
  return [start, { x: out, y: start.y + Math.sign(end.y - start.y) * 30 }, { x: out, y: end.y - Math.sign(end.y - start.y) * 30 }, end];
}
