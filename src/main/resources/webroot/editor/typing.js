// What is being typed reaches the document when the fingers rest, so that no key waits for it. Whoever needs the
// document whole (save, check, publish, undo, another view) says `settle()` first.

const restMs = 120;
const waiting = new Map();

/** Does `commit` for this field after a rest; a newer one for the same field takes its place. */
export function whenRested(field, commit) {
  clearTimeout(waiting.get(field)?.timer);
  waiting.set(field, { commit, timer: setTimeout(() => settleOne(field), restMs) });
}

/** Does now what waits for a rest. */
export function settle() {
  [...waiting.keys()].forEach(settleOne);
}

function settleOne(field) {
  const { commit, timer } = waiting.get(field) ?? {};
  clearTimeout(timer);
  waiting.delete(field);
  commit?.();
}
