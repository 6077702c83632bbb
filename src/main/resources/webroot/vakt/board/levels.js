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

/** The queue's own order: the level, then who came first. */
export function inQueueOrder(one, other) {
  return order.indexOf(other.level) - order.indexOf(one.level) || Date.parse(one.since) - Date.parse(other.since);
}
