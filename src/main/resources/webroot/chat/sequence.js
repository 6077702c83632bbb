// A chat's numbers have no gaps: what came twice is passed over, and what is missing is asked for.

// An ack may overtake what was said just before it by others.
const overtakenMs = 700;

/** `missing()` is called when a number was left out. */
export function makeSequence(missing) {
  let last = 0;
  let own = new Set();
  let timer = 0;

  function advance() {
    while (own.delete(last + 1)) {
      last += 1;
    }
    clearTimeout(timer);
    if (own.size > 0) {
      timer = setTimeout(missing, overtakenMs);
    }
  }

  return {
    /** The last number up to which nothing is missing. */
    last: () => last,

    /** Whether a message with this number is to be shown now. */
    takes(seq) {
      if (seq > last + 1) {
        missing();
        return false;
      }
      if (seq <= last) {
        return false;
      }
      last = seq;
      advance();
      return true;
    },

    /** A message of ours got this number. */
    own(seq) {
      if (seq > last) {
        own.add(seq);
        advance();
      }
    },

    reset() {
      last = 0;
      own = new Set();
      clearTimeout(timer);
    },
  };
}
