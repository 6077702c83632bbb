// One of my chats: its log, in order, with what the card told.

import { worst } from './levels.js';

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

/**
 * A chat with its log, from a frame's card; `before` is what we had of it, if anything. What came
 * by itself while the frame was on its way stays.
 */
export function talkFrom(card, before) {
  const bySeq = new Map([...(before?.log ?? []), ...(card.log ?? [])].map((message) => [message.seq, message]));
  const log = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const notes = [card.notes ?? [], before?.notes ?? []].sort((a, b) => b.length - a.length)[0];
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
    notes: [...notes],
  };
}

/** True of a `state` that says that a chat is no longer ours: it waits, or is with the bot or somebody else. */
export function isWithOthers({ status, by }, me) {
  return status === 'waiting' || status === 'bot' || (status === 'human' && by !== undefined && by !== me.name);
}
