// A number that stays missing in a log means that a message was lost on the way: the board is
// asked for anew, since it carries whole logs.

import { hasGap } from './talk.js';

const patienceMs = 5000;

/** Returns watch(board, now), to be called every second. Each gap renews the line once. */
export function gapWatch(line) {
  const since = new Map();
  return (board, now) => {
    for (const talk of board.mine.values()) {
      if (!hasGap(talk)) {
        since.delete(talk.chat);
      } else if (!since.has(talk.chat)) {
        since.set(talk.chat, now);
      } else if (now - since.get(talk.chat) > patienceMs && line.up) {
        since.set(talk.chat, Infinity);
        line.renew();
      }
    }
  };
}
