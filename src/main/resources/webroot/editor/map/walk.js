// From step to step by arrow keys: down along an edge to where a step leads, up to where one comes from, sideways in
// the row. With several ways, the one straight ahead; the others are beside it.

/** The step that a key leads to from `name`, or null where there is none. `places`: name → {x, y}. */
export function neighbour(key, name, { nodes, edges }, places) {
  const here = places.get(name);
  const nearest = (names) => names.filter((one) => one !== name && places.has(one))
    .sort((one, other) => distance(here, places.get(one)) - distance(here, places.get(other)))[0] ?? null;
  switch (key) {
    case 'ArrowDown':
      return nearest(edges.filter(({ from }) => from === name).map(({ to }) => to));
    case 'ArrowUp':
      return nearest(edges.filter(({ to }) => to === name).map(({ from }) => from));
    case 'ArrowRight':
    case 'ArrowLeft': {
      const side = key === 'ArrowRight' ? 1 : -1;
      return nearest(nodes.map((node) => node.name).filter((one) => {
        const { x, y } = places.get(one);
        return (x - here.x) * side > 0 && Math.abs(y - here.y) < 1;
      }));
    }
    case 'Home':
      return nodes.find(({ start }) => start)?.name ?? null;
    case 'End':
      return nodes[nodes.length - 1]?.name ?? null;
    default:
      return null;
  }
}

function distance(one, other) {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}
