// The page beside the flow editor, on a draft: another socket, nothing kept, and whoever frames it is told how it
// stands. In the young person's chat all of this is empty.

import { byId } from './element.js';
import { keepNothing } from './memory.js';

const query = new URLSearchParams(location.search);
const flow = query.get('rehearsal');

function begin() {
  const asked = new URLSearchParams({ flow });
  ['open', 'at', 'from', 'link'].forEach((name) => query.get(name) && asked.set(name, query.get(name)));
  keepNothing();
  byId('rehearsal').hidden = false;
  return {
    path: `/ws/rehearsal?${asked}`,
    stands: (frame) => parent !== window && parent.postMessage(frame, location.origin),
  };
}

export const rehearsal = flow ? begin() : {};
