// Out in one press, or Escape three times: forgets, blanks the page and puts another in its place, so that
// "back" does not lead here.

import { byId, empty } from './element.js';
import { forgetForGood } from './memory.js';

// The weather: a page that anybody in Norway may have open, that loads fast and asks nothing.
const harmless = 'https://www.yr.no/';
const presses = 3;
const withinMs = 1500;

function leave() {
  forgetForGood();
  document.title = '';
  empty(document.body);
  document.body.className = 'left';
  location.replace(harmless);
}

export function makeLeave() {
  let times = [];
  byId('leave').addEventListener('click', leave);
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) {
      return;
    }
    const now = Date.now();
    times = times.filter((at) => now - at < withinMs).concat(now);
    if (times.length >= presses) {
      leave();
    }
  });
}
