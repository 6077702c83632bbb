// How it ended, each way in its own words, and a way to begin anew.

import { button, byId, element, empty, saying } from './element.js';
import { toEnd } from './scroll.js';

const box = byId('over');

/** `again()` begins anew, or fetches here what moved elsewhere. */
export function showOver(reason, again) {
  const how = ['ended', 'erased', 'moved'].includes(reason) ? reason : 'expired';
  const title = saying('h2', '', `over.${how}.title`);
  title.tabIndex = -1;
  const front = element('a', 'button button-quiet', saying('span', '', 'over.front'));
  front.href = '/';
  empty(box).append(
    title,
    saying('p', '', `over.${how}.text`),
    element('div', 'over-ways', button('button-lamp', how === 'moved' ? 'over.here' : 'over.again', again), front),
  );
  box.hidden = false;
  document.body.dataset.over = how;
  toEnd();
  title.focus();
}

export function hideOver() {
  box.hidden = true;
  empty(box);
  delete document.body.dataset.over;
}
