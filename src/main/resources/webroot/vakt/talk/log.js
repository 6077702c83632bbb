// The log of each of my chats. Every chat has an element of its own, so that changing chats is
// silent, and only what comes into the one in front is read aloud.

import { element, keyed } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { messageItem, pendingItem } from './message.js';

const place = document.getElementById('logs');
const below = document.getElementById('log-below');
const nearPx = 80;

/** `pending(chat)` lists what is not stored; the rest acts on it. Returns draw(board). */
export function logs({ pending, discard, takeBack, correct }) {
  const shown = new Map();
  below.onclick = () => scrollDown(place.querySelector('.log:not([hidden])'));

  return (board) => {
    for (const [chat, log] of shown) {
      if (!board.mine.has(chat)) {
        log.remove();
        shown.delete(chat);
      }
    }
    for (const talk of board.mine.values()) {
      const log = shown.get(talk.chat) ?? makeLog(talk, shown);
      log.hidden = board.open !== talk.chat;
      fill(log, talk, board);
      keepPlace(log);
    }
  };

  function fill(log, talk, board) {
    const waiting = pending(talk.chat).filter((entry) => entry.frame.type === 'say');
    if (waiting.some((entry) => !log.querySelector(`[data-key^="p${entry.id}"]`))) {
      log.dataset.top = 'end'; // What one has just written is to be seen.
    }
    const cut = board.line !== 'up' || board.store === 'away';
    const items = [
      ...talk.log.map((message) => ({ key: `m${message.seq}`, message })),
      ...waiting.map((entry) => ({ key: `p${entry.id}${entry.failed ? 'f' : cut}`, entry })),
    ];
    keyed(log.firstElementChild, items, (item) => item.key, (item) =>
      item.message
        ? messageItem(item.message, talk, correct)
        : pendingItem(item.entry, board.me, { lost: cut, discard, takeBack }),
    );
  }
}

function makeLog(talk, shown) {
  const log = element(
    'div',
    {
      class: 'log',
      role: 'log',
      'aria-label': t('log.title'),
      tabindex: '0',
      hidden: true,
      'data-top': 'end',
      'data-chat': talk.chat,
    },
    element('ol', { class: 'messages' }),
  );
  // Whoever has scrolled up to read stays there; else the newest is kept in sight.
  log.addEventListener('scroll', () => {
    if (shapeOf(log) !== log.dataset.shape) {
      keepPlace(log); // It was the page that changed, not the reader who scrolled.
    } else if (!log.hidden) {
      log.dataset.top = isDown(log) ? 'end' : log.scrollTop;
      below.hidden = isDown(log);
    }
  });
  new ResizeObserver(() => keepPlace(log)).observe(log);
  shown.set(talk.chat, log);
  place.append(log);
  return log;
}

function keepPlace(log) {
  if (log.hidden) {
    return;
  }
  if (log.dataset.top === 'end') {
    scrollDown(log);
  } else {
    log.scrollTop = Number(log.dataset.top);
  }
  log.dataset.shape = shapeOf(log);
  below.hidden = isDown(log);
}

function shapeOf(log) {
  return `${log.clientWidth} ${log.clientHeight} ${log.scrollHeight}`;
}

function isDown(log) {
  return log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
}

function scrollDown(log) {
  log.scrollTop = log.scrollHeight;
}
