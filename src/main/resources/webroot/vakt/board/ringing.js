// For whom it rings now: somebody waits, and nobody has come.

import { inQueueOrder, isLoud } from './levels.js';

/**
 * The waiting cards that ring, the gravest first, each with its `step`. On duty every acute or
 * high chat that waits rings, also after a reload, unless its queue is for others; the
 * server's alarms ring whether or not one is on duty, since it sends them only to those whom they
 * are for.
 */
export function ringing(board) {
  return [...board.waiting.values()]
    .filter((card) => board.calls.has(card.chat) || (board.duty.on && isLoud(card.level) && isOurs(board, card)))
    .map((card) => ({ ...card, step: board.calls.get(card.chat) ?? 0 }))
    .sort(inQueueOrder(board.ageingMs, Date.now()));
}

/** Whether we may take the chat: a queue that the server has not told of is everybody's. */
export function isOurs(board, card) {
  return board.queues.get(card.queue)?.serves !== false;
}

/** All who wait, in the order in which they are to be taken. */
export function waitingInOrder(board) {
  return [...board.waiting.values()].sort(inQueueOrder(board.ageingMs, Date.now()));
}
