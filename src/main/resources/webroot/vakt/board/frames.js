// How each frame from the server changes the board.

import { follow, letGo, show } from './board.js';
import { enter, isWithOthers, talkFrom } from './talk.js';

const typingMs = 5000;

/** Lets one frame change the board. Returns what happened that somebody may need to be told. */
export function apply(board, frame, now) {
  const change = board.erased.has(frame.chat) ? null : changes[frame.type];
  return (change && change(board, frame, now)) || [];
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
    board.ageingMs = frame.ageingMs ?? 0;
    board.leaseMs = frame.leaseMs ?? 0;
    board.staff = frame.staff ?? [];
    board.notices = frame.notices ?? [];
    board.flows = new Map((frame.flows ?? []).map((each) => [each.flow, each]));
    board.queues = new Map((frame.queues ?? []).map((each) => [each.queue, each]));
    board.store = 'here';
    show(board, board.mine.has(board.open) ? board.open : board.mine.keys().next().value);
    const lost = [...before.keys()].filter((chat) => !board.mine.has(chat));
    return lost.map((chat) => ({ kind: 'lost', chat, watched: before.get(chat).watched }));
  },

  service(board, frame) {
    board.store = frame.store === 'away' ? 'away' : 'here';
  },

  // Comes again whenever a card has changed.
  waiting(board, frame) {
    const known = board.waiting.get(frame.chat);
    board.waiting.set(frame.chat, frame);
    board.held.delete(frame.chat);
    if (frame.secondLine === 'failed' && known && known.secondLine !== 'failed') {
      return [{ kind: 'notCalled', card: frame }];
    }
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
    if (frame.from === 'staff') {
      talk.remind = null;
    }
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
    if (talk.status !== 'human') {
      talk.remind = null;
    }
    if (!talk.watched && isWithOthers(frame, board.me)) {
      letGo(board, chat);
      return board.leaving.has(chat) ? [] : [{ kind: 'lost', chat }];
    }
    return [{ kind: 'state', chat, status: frame.status, visitor: frame.visitor }];
  },

  // The visitor waits for a word from us; at the deadline the chat is offered to others.
  remind(board, frame) {
    const talk = board.mine.get(frame.chat);
    if (!talk || talk.watched) {
      return [];
    }
    talk.remind = frame.deadline;
    return [{ kind: 'remind', chat: frame.chat }];
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
