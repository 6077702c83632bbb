// What was written and has no ack yet: kept over a reload, sent in order with one under way, and sent again
// with the same id until the server has answered.

import { keep, recall } from './memory.js';

const answerWithinMs = 8000;
const retryMs = 2000;

function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');
}

/**
 * `send(frame)` answers whether it went; `told` is {stored(id), late(id), refused(entry, error), dead()}: `late`
 * when an entry waits for longer than it should, `dead` when the line gives no answer at all.
 */
export function makeOutbox(send, told) {
  let entries = recall('unsent') || [];
  let ready = false;
  let flying = '';
  let timer = 0;

  function next() {
    if (!ready || flying || entries.length === 0) {
      return;
    }
    const first = entries[0];
    flying = first.frame.id;
    clearTimeout(timer);
    timer = setTimeout(told.dead, answerWithinMs);
    if (!send(first.frame)) {
      told.late(flying);
    }
  }

  function landed() {
    clearTimeout(timer);
    flying = '';
  }

  function remove(id) {
    entries = entries.filter((entry) => entry.frame.id !== id);
    keep('unsent', entries);
    if (flying === id) {
      landed();
    }
    next();
  }

  return {
    /** What waits: [{frame, text}], oldest first. */
    waiting: () => entries,

    /** Takes a frame with the text that it is shown by; answers its id. */
    put(frame, text) {
      const id = newId();
      entries = entries.concat({ frame: Object.assign({}, frame, { id }), text });
      keep('unsent', entries);
      next();
      return id;
    },

    /** The server listens: the chat is begun or resumed. */
    lineUp() {
      if (!ready) {
        ready = true;
        landed();
        next();
      }
    },

    lineDown() {
      ready = false;
      landed();
      entries.forEach((entry) => told.late(entry.frame.id));
    },

    /** The server has it: an ack, or the message itself after a resume. */
    stored(id) {
      if (entries.some((entry) => entry.frame.id === id)) {
        remove(id);
        told.stored(id);
      }
    },

    /** An error with an id of ours. Later, or never. */
    failed(error) {
      const entry = entries.find((one) => one.frame.id === error.id);
      if (!entry) {
        return;
      }
      if (error.code === 'slow_down' || error.code === 'unavailable' || error.code === 'not_started') {
        told.late(error.id);
        clearTimeout(timer);
        timer = setTimeout(() => {
          landed();
          next();
        }, error.retryAfterMs || retryMs);
      } else {
        remove(error.id);
        told.refused(entry, error);
      }
    },

    /** Gives up everything that waits, and answers it. */
    clear() {
      const left = entries;
      entries = [];
      ready = false;
      landed();
      keep('unsent', entries);
      return left;
    },
  };
}
