// The levels of risk, and in what order people are called.

const order = ['none', 'watch', 'high', 'acute'];

/** The graver of two levels; either may be missing. */
export function worst(one, other) {
  return order[Math.max(order.indexOf(one ?? 'none'), order.indexOf(other ?? 'none'), 0)];
}

/** True for the levels that bring a human at once. */
export function isLoud(level) {
  return level === 'high' || level === 'acute';
}

/**
 * The queue's own order, as a comparison of cards: the level, then who came first. As the server has it, waiting long
 * makes a chat count as graver, but never as acute.
 */
export function inQueueOrder(ageingMs, now) {
  return (one, other) =>
    countsAs(other, ageingMs, now) - countsAs(one, ageingMs, now) || Date.parse(one.since) - Date.parse(other.since);
}

function countsAs(card, ageingMs, now) {
  const level = order.indexOf(card.level);
  const high = order.indexOf('high');
  const steps = ageingMs > 0 ? Math.max(0, Math.floor((now - Date.parse(card.since)) / ageingMs)) : 0;
  return level >= high ? level : Math.min(high, level + steps);
}
