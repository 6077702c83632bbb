// The talk as bubbles. What is not stored yet stands last, marked when it takes time.

import { byId, element, empty, saying } from './element.js';
import { atEnd } from './scroll.js';
import { say } from './texts.js';

const lateMs = 1500;
const togetherMs = 400;
const mostLate = 3;

const log = byId('log');
const pending = new Map();
let lastAt = 0;
let together = 0;
let lastSpeaker = '';

/** Shows a message of the wire: {from, text, name?, id?}. */
export function showMessage(message) {
  if (message.id && pending.has(message.id)) {
    markStored(message.id);
    return;
  }
  atEnd(() => place(bubble(message.from, message.text, message.name)));
}

/** Shows what was just written and is on its way. */
export function showPending(id, text) {
  const made = bubble('you', text);
  pending.set(id, { made, timer: setTimeout(() => markLate(id), lateMs) });
  atEnd(() => log.append(made), true);
}

export function markStored(id) {
  const entry = pending.get(id);
  if (entry) {
    clearTimeout(entry.timer);
    pending.delete(id);
    const mark = entry.made.querySelector('.late');
    if (mark) {
      mark.remove();
    }
    // It was stored before those that still wait, and after what came meanwhile.
    place(entry.made);
  }
}

export function markLate(id) {
  const entry = pending.get(id);
  if (entry && !entry.made.querySelector('.late')) {
    clearTimeout(entry.timer);
    atEnd(() => entry.made.append(saying('p', 'late small', 'unsent')));
  }
}

/** Takes back one that the server will not have. */
export function takeBack(id) {
  const entry = pending.get(id);
  if (entry) {
    clearTimeout(entry.timer);
    pending.delete(id);
    entry.made.remove();
  }
}

/** Puts an element of others among the messages, such as cards. */
export function showAmong(made) {
  lastSpeaker = '';
  atEnd(() => place(made));
}

/** The language that the chat is held in, which need not be the page's. */
export function logSpeaks(language) {
  log.lang = language;
}

export function clearLog() {
  pending.forEach((entry) => clearTimeout(entry.timer));
  pending.clear();
  lastSpeaker = '';
  empty(log);
}

function place(made) {
  const first = pending.values().next();
  const before = first.done ? null : first.value.made;
  if (made !== before && (made.parentNode !== log || made.nextSibling !== before)) {
    log.insertBefore(made, before);
  }
}

function bubble(from, text, name) {
  const made = element('div', `said said-${from}`);
  const speaker = saying('p', 'speaker', `from.${from}`);
  if (name) {
    say(speaker, '');
    speaker.textContent = name;
  }
  // Who speaks is read out each time and seen once.
  const key = from + (name || '');
  if (key === lastSpeaker || from === 'you') {
    speaker.className = 'speaker unseen';
  }
  lastSpeaker = key;
  made.append(speaker, element('p', 'words', text));
  stagger(made, from);
  return made;
}

// What comes at once is seen one after the other, as somebody who writes; the pace is the style's.
function stagger(made, from) {
  const now = Date.now();
  together = from !== 'you' && now - lastAt < togetherMs ? Math.min(together + 1, mostLate) : 0;
  lastAt = now;
  made.classList.add(`come-${together}`);
}
