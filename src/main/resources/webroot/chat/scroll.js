// Keeps the newest in sight for one who is reading it, and in peace one who has scrolled up.

import { byId } from './element.js';

const nearPx = 120;
const room = byId('room');

/** Does something that makes the talk longer, and follows it down if the end was in sight, or if asked to. */
export function atEnd(change, always) {
  const near = room.scrollHeight - room.scrollTop - room.clientHeight < nearPx;
  change();
  if (near || always) {
    toEnd();
  }
}

export function toEnd() {
  room.scrollTop = room.scrollHeight;
}

// The keyboard of a phone takes half the room; iOS tells it to nobody but here.
const seen = window.visualViewport;
if (seen) {
  seen.addEventListener('resize', () => {
    atEnd(() => document.documentElement.style.setProperty('--seen', `${Math.round(seen.height)}px`));
  });
}
addEventListener('resize', () => atEnd(() => {}));
