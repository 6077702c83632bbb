// The graph that is drawn: the server's steps, the ways between them, and what is wrong where.

const short = { step: 22, says: 50, label: 26 };

/**
 * From the server's answer to a check: `{nodes, edges}`. A node is a step, or a step that is named and does not exist
 * (`missing`). Ways between the same two steps are one edge, with all their labels.
 */
export function graphOf(result, { words, label }) {
  const named = new Set(result.steps.map((step) => step.name));
  const counted = count(result.problems ?? []);
  const nodes = result.steps.map((step) => ({
    name: step.name,
    kind: step.kind,
    says: words(step),
    start: step.name === result.start,
    reachable: step.reachable,
    deadEnd: step.deadEnd,
    missing: false,
    errors: counted.get(`error:${step.name}`) ?? 0,
    warnings: counted.get(`warning:${step.name}`) ?? 0,
  }));
  const edges = new Map();
  for (const step of result.steps) {
    for (const way of step.to) {
      const key = `${step.name} ${way.step}`;
      const edge = edges.get(key) ?? { from: step.name, to: way.step, labels: [] };
      if (way.label !== null && way.label !== undefined) {
        edge.labels.push(label(way.label));
      }
      edges.set(key, edge);
      if (!named.has(way.step)) {
        named.add(way.step);
        nodes.push({ name: way.step, kind: 'missing', says: '', start: false, reachable: true, deadEnd: true, missing: true, errors: 0, warnings: 0 });
      }
    }
  }
  return { nodes, edges: [...edges.values()] };
}

function count(problems) {
  const counted = new Map();
  for (const { severity, step } of problems) {
    const key = `${severity}:${step}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return counted;
}

/** A text that is no longer than the box that it stands in: `what` is step, says or label. */
export function shortened(text, what) {
  const most = short[what];
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** The labels of an edge as one line; of many, the first and how many more. */
export function edgeLabel({ labels }) {
  if (labels.length === 0) {
    return '';
  }
  const all = labels.join(', ');
  return labels.length === 1 || all.length <= short.label ? shortened(all, 'label') : `${shortened(labels[0], 'label')} +${labels.length - 1}`;
}
