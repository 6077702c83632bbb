// What this console knows, and how each frame changes it. No element is touched here.

import { worst } from './levels.js';

const typingMs = 5000;

/** A board that has heard nothing yet. `me` is `{user, name, roles}`. */
export function emptyBoard(me) {
  return {
    me,
    line: 'first', // 'first' | 'up' | 'lost'
    duty: { on: false, capacity: 3 },
    waiting: new Map(), // chat → card
    mine: new Map(), // chat → card, log, answers, notes, status, visitor, unread, watched
    held: new Map(), // chat → {card, by}: taken by others while we looked on
    calls: new Map(), // chat → the highest step of its alarms
    typing: new Map(), // chat → when the visitor's typing is stale
    staff: [],
    notices: [],
    leaving: new Set(), // chats that we are letting go of ourselves
    notServed: new Set(), // queues that the server said are not for us
    erased: new Set(), // chats that are gone for good: what is still on its way about them is not let in
    open: null, // the chat that is shown
  };
}

/** Lets one frame change the board. Returns what happened that somebody may need to be told. */
export function apply(board, frame, now) {
  const change = board.erased.has(frame.chat) ? null : changes[frame.type];
  return (change && change(board, frame, now)) || [];
}

/** The chats that others may be called by number: those we hold, then those we watch. */
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

/** Adds a message where its number says; one that is there already is replaced. */
export function enter(talk, message) {
  const at = talk.log.findIndex((each) => each.seq >= message.seq);
  if (at < 0) {
    talk.log.push(message);
  } else {
    talk.log.splice(at, talk.log[at].seq === message.seq ? 1 : 0, message);
  }
  talk.level = worst(talk.level, message.risk?.level);
}

/** True when a number is missing between two messages. */
export function hasGap(talk) {
  return talk.log.some((message, i) => i > 0 && message.seq !== talk.log[i - 1].seq + 1);
}

function talkFrom(card, before) {
  const log = [...(card.log ?? [])].sort((a, b) => a.seq - b.seq);
  const level = log.reduce((so, message) => worst(so, message.risk?.level), card.level ?? 'none');
  return {
    unread: before?.unread ?? 0,
    watched: before?.watched ?? false,
    visitor: 'here',
    status: 'human',
    ...card,
    level,
    log,
    answers: card.answers ?? {},
    notes: [...(card.notes ?? [])],
  };
}

// A chat of mine that waits, or is with the bot or with somebody else, is no longer mine.
function isWithOthers({ status, by }, me) {
  return status === 'waiting' || status === 'bot' || (status === 'human' && by !== undefined && by !== me.name);
}

function byChat(cards) {
  return new Map((cards ?? []).map((card) => [card.chat, card]));
}

const changes = {
  board(board, frame) {
    const before = board.mine;
    board.waiting = byChat(frame.waiting);
    board.mine = new Map((frame.mine ?? []).map((card) => [card.chat, talkFrom(card, before.get(card.chat))]));
    board.calls = new Map([...board.calls].filter(([chat]) => board.waiting.has(chat)));
    board.held = new Map([...board.held].filter(([chat]) => !board.waiting.has(chat)));
    board.duty = { ...board.duty, ...frame.duty };
    board.staff = frame.staff ?? [];
    board.notices = frame.notices ?? [];
    show(board, board.mine.has(board.open) ? board.open : board.mine.keys().next().value);
    const lost = [...before.keys()].filter((chat) => !board.mine.has(chat));
    return lost.map((chat) => ({ kind: 'lost', chat, watched: before.get(chat).watched }));
  },

  // Comes again whenever a card has changed.
  waiting(board, frame) {
    const known = board.waiting.has(frame.chat);
    board.waiting.set(frame.chat, frame);
    board.held.delete(frame.chat);
    return known ? [] : [{ kind: 'waiting', card: frame }];
  },

  alarm(board, frame) {
    board.waiting.set(frame.chat, { ...board.waiting.get(frame.chat), ...frame });
    board.calls.set(frame.chat, Math.max(frame.step ?? 0, board.calls.get(frame.chat) ?? 0));
    return [{ kind: 'called', card: frame, step: frame.step ?? 0 }];
  },

  gone(board, frame) {
    const card = board.waiting.get(frame.chat);
    board.waiting.delete(frame.chat);
    board.calls.delete(frame.chat);
    if (frame.why === 'claimed') {
      if (card && frame.by !== board.me.user && frame.by !== board.me.name) {
        board.held.set(frame.chat, { card, by: frame.by });
      }
      return [];
    }
    board.held.delete(frame.chat);
    if (frame.why === 'erased') {
      board.erased.add(frame.chat);
    }
    const talk = board.mine.get(frame.chat);
    if (talk && frame.why === 'left') {
      talk.status = 'closed';
    } else if (talk) {
      letGo(board, frame.chat);
    }
    return talk ? [{ kind: frame.why, chat: frame.chat }] : [];
  },

  claimed(board, frame) {
    const { id, type, ...card } = frame;
    board.waiting.delete(frame.chat);
    board.calls.delete(frame.chat);
    board.held.delete(frame.chat);
    const before = board.mine.get(frame.chat);
    board.mine.set(frame.chat, { ...talkFrom(card, before), watched: false });
    return [{ kind: before ? 'refreshed' : 'claimed', chat: frame.chat }];
  },

  watched(board, frame) {
    const { id, type, ...card } = frame;
    follow(board, card);
  },

  message(board, frame) {
    const talk = board.mine.get(frame.chat);
    if (!talk) {
      return [];
    }
    const known = talk.log.some((message) => message.seq === frame.seq);
    enter(talk, frame);
    if (frame.from !== 'visitor' || known) {
      return [];
    }
    board.typing.delete(frame.chat);
    talk.unread += board.open === frame.chat ? 0 : 1;
    return [{ kind: 'said', chat: frame.chat, message: frame }];
  },

  state(board, frame) {
    const talk = board.mine.get(frame.chat);
    if (!talk) {
      return [];
    }
    const { id, type, chat, by, ...changed } = frame;
    Object.assign(talk, changed);
    if (!talk.watched && isWithOthers(frame, board.me)) {
      letGo(board, chat);
      return board.leaving.has(chat) ? [] : [{ kind: 'lost', chat }];
    }
    return [{ kind: 'state', chat, status: frame.status, visitor: frame.visitor }];
  },

  typing(board, frame, now) {
    board.typing.set(frame.chat, now + typingMs);
  },

  staff(board, frame) {
    board.staff = frame.staff ?? [];
    const mine = board.staff.find((each) => each.user === board.me.user);
    board.duty = { on: Boolean(mine), capacity: mine?.capacity ?? board.duty.capacity };
  },
};
