// What this console knows. No element is touched here; frames.js lets the server's frames change it.

import { talkFrom } from './talk.js';

/** A board that has heard nothing yet. `me` is `{user, name, roles}`. */
export function emptyBoard(me) {
  return {
    me,
    line: 'first', // 'first' | 'up' | 'lost'
    store: 'here', // 'here' | 'away': whether the server reaches the place where chats are kept
    duty: { on: false, capacity: 3 },
    ageingMs: 0, // after so long a chat counts as one level higher in the order; 0 for never
    leaseMs: 0, // so long after a line is lost our chats go back
    waiting: new Map(), // chat → card
    mine: new Map(), // chat → card, log, answers, notes, status, visitor, unread, watched
    held: new Map(), // chat → {card, by}: taken by others while we looked on
    calls: new Map(), // chat → the highest step of its alarms
    typing: new Map(), // chat → when the visitor's typing is stale
    staff: [],
    notices: [],
    leaving: new Set(), // chats that we are letting go of ourselves
    flows: new Map(), // flow → {flow, title: {nb, nn, en}}
    queues: new Map(), // queue → {queue, serves, title: {nb, nn, en}}
    erased: new Set(), // chats that are gone for good: what is still on its way about them is not let in
    open: null, // the chat that is shown
  };
}

/** My chats, in the order in which they are numbered. */
export function inOrder(board) {
  return [...board.mine.values()];
}

/** Shows one of my chats, or none. */
export function show(board, chat) {
  board.open = board.mine.has(chat) ? chat : null;
  if (board.open) {
    board.mine.get(chat).unread = 0;
  }
}

/** Lets go of a chat that is no longer ours to see; the next one is shown in its place. */
export function letGo(board, chat) {
  board.mine.delete(chat);
  board.typing.delete(chat);
  if (board.open === chat) {
    show(board, board.mine.keys().next().value);
  }
}

/** A lead follows a chat, which waits or is held as before. `card` may carry its log, or only be a card. */
export function follow(board, card) {
  board.mine.set(card.chat, { ...talkFrom(card, board.mine.get(card.chat)), watched: true });
  show(board, card.chat);
}
