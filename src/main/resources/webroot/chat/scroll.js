// Keeps the newest in sight for one who is reading it, and in peace one who has scrolled up.

import { byId } from './element.js';

const nearPx = 80;
const room = byId('room');
let following = true;
let height = room.clientHeight;

/** Does something that makes the talk longer, and follows it down if the end was in sight, or if asked to. */
export function atEnd(change, always) {
  change();
  if (following || always) {
    toEnd();
  }
}

export function toEnd() {
  room.scrollTop = room.scrollHeight;
  following = true;
}

function follow() {
  height = room.clientHeight;
  if (following && document.body.dataset.view !== 'welcome') {
    toEnd();
  }
}

room.addEventListener('scroll', () => {
  // A room that has just become smaller was not scrolled by anybody.
  if (room.clientHeight === height) {
    following = room.scrollHeight - room.scrollTop - height < nearPx;
  }
}, { passive: true });

// What stands above and below the room comes and goes, and the keyboard of a phone takes half of it.
if (window.ResizeObserver) {
  new ResizeObserver(follow).observe(room);
}
// iOS tells of its keyboard nowhere but here.
const seen = window.visualViewport;
if (seen) {
  seen.addEventListener('resize', () => {
    if (seen.scale > 1.05) {
      // Somebody enlarges a part to read it.
      return;
    }
    scrollTo(0, 0);
    document.documentElement.style.setProperty('--seen', `${Math.round(seen.height)}px`);
    follow();
  });
}
