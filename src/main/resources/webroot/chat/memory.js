// What a reload must not lose: the chat's key, the draft and what is not sent yet. In this tab's session
// storage alone, so that it is gone with the tab; and cleared when the chat ends, is erased or is left in haste.

const name = 'innom';
let kept = read();
let closed = false;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(name)) || {};
  } catch {
    return {};
  }
}

function write() {
  try {
    if (Object.keys(kept).length > 0) {
      sessionStorage.setItem(name, JSON.stringify(kept));
    } else {
      sessionStorage.removeItem(name);
    }
  } catch {
    // No storage here, or it is full: the chat goes on, and only a reload would lose something.
  }
}

/** Keeps nothing, and leaves what another page of this tab keeps: a rehearsal is nobody's chat. */
export function keepNothing() {
  closed = true;
  kept = {};
}

export function recall(what) {
  return kept[what];
}

/** Keeps a value; an empty one is forgotten. */
export function keep(what, value) {
  if (closed) {
    return;
  }
  if (value && value.length !== 0) {
    kept[what] = value;
  } else {
    delete kept[what];
  }
  write();
}

export function forget() {
  kept = {};
  write();
}

/** Forgets, and keeps nothing ever after: the page is being left. */
export function forgetForGood() {
  closed = true;
  forget();
}
