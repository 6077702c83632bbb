// What we asked the server and have no answer to. What staff wrote is lasting: it is kept, and
// sent again with the same id after a lost line, in its chat's order, until it is answered.

const retryMs = 2000;

/** An id of our own: 1–64 of A-Z a-z 0-9 _ -, unique within any chat. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

export class Outbox {
  #line;
  #entries = new Map();
  #changed;

  constructor(line, changed) {
    this.#line = line;
    this.#changed = changed;
  }

  /** Asks once, on a living line. Resolves with the answer; rejects with {code, text}. */
  ask(frame) {
    return this.#keep(frame, false);
  }

  /** Sends what must arrive. Resolves with its `ack`; rejects with the error that is final. */
  deliver(frame) {
    return this.#keep(frame, true);
  }

  /** What staff wrote in a chat that is not stored yet: [{id, frame, failed?}], oldest first. */
  pending(chat) {
    return [...this.#entries.values()].filter((entry) => entry.lasting && entry.frame.chat === chat);
  }

  get unsent() {
    return [...this.#entries.values()].some((entry) => entry.lasting);
  }

  /** Sends what needs no answer and may be lost. */
  tell(frame) {
    this.#line.send(frame);
  }

  /** Forgets one that failed, and gives it back. */
  discard(id) {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    this.#changed();
    return entry;
  }

  /** To be called for every frame: settles what it answers, and gives back the frame that asked. */
  heard(frame) {
    const entry = frame.id === undefined ? undefined : this.#entries.get(frame.id);
    if (!entry) {
      return undefined;
    }
    if (frame.type !== 'error') {
      this.#settle(entry, () => entry.resolve(frame));
    } else if (entry.lasting && ['slow_down', 'unavailable'].includes(frame.code)) {
      setTimeout(() => this.#again(entry), frame.retryAfterMs ?? retryMs);
    } else if (entry.lasting) {
      entry.failed = frame;
      this.#next(entry.frame.chat);
      entry.reject(frame);
      this.#changed();
    } else {
      this.#settle(entry, () => entry.reject(frame));
    }
    return entry.frame;
  }

  /** The line is back, and the server has told the whole state: what is lasting goes again. */
  lineUp() {
    for (const entry of this.#entries.values()) {
      entry.sent = false;
    }
    new Set([...this.#entries.values()].map((entry) => entry.frame.chat)).forEach((chat) => this.#next(chat));
  }

  /** The line is gone: who asked is told, what is lasting waits. */
  lineDown() {
    for (const entry of [...this.#entries.values()].filter((each) => !each.lasting)) {
      this.#settle(entry, () => entry.reject({ code: 'lost' }));
    }
  }

  #keep(frame, lasting) {
    const id = newId();
    return new Promise((resolve, reject) => {
      const entry = { id, frame: { ...frame, id }, lasting, resolve, reject, sent: false };
      this.#entries.set(id, entry);
      if (lasting) {
        this.#next(frame.chat);
        this.#changed();
      } else if (!this.#line.send(entry.frame)) {
        this.#settle(entry, () => reject({ code: 'lost' }));
      }
    });
  }

  // One under way for each chat: an answer that says "later" must not let the next one overtake.
  #next(chat) {
    const first = this.pending(chat).find((entry) => !entry.failed);
    if (first && !first.sent) {
      first.sent = this.#line.send(first.frame);
    }
  }

  #again(entry) {
    entry.sent = false;
    this.#next(entry.frame.chat);
  }

  #settle(entry, answer) {
    this.#entries.delete(entry.id);
    answer();
    if (entry.lasting) {
      this.#next(entry.frame.chat);
    }
    this.#changed();
  }
}
