// A rehearsal: this very page on a draft, in a frame beside the editor or on the panel's page. It has a socket of its
// own (`/ws/rehearsal`), begins at once, is kept nowhere, and tells the page around it where it is.

import { saying } from './element.js';

const query = new URLSearchParams(location.search);

/** Whether this page is a rehearsal. */
export const rehearsing = query.has('rehearsal');

/** The path of the socket, with what was chosen: language, open, at, from, and the panel's link. */
export function socketPath() {
  if (!rehearsing) {
    return '/ws/visitor';
  }
  const chosen = new URLSearchParams({ flow: query.get('rehearsal'), language: query.get('lang') || 'nb' });
  ['open', 'at', 'from', 'link'].forEach((name) => query.get(name) && chosen.set(name, query.get(name)));
  return `/ws/rehearsal?${chosen}`;
}

/** Tells the page around this one, of the same origin only. */
export function tellAround(frame) {
  if (rehearsing && parent !== window) {
    parent.postMessage(frame, location.origin);
  }
}

/** Says on the page that this is no chat with anybody. */
export function markRehearsal() {
  if (rehearsing) {
    document.body.insertBefore(saying('p', 'rehearsal small', 'rehearsal'), document.body.firstChild);
  }
}
