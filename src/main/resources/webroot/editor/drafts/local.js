// What the server does not have yet, kept in this browser over a reload and a crash.

const name = (id) => `innom.editor.${id}`;

/** `{text, rev, base, at}`, or null. */
export function unsaved(id) {
  try {
    return JSON.parse(localStorage.getItem(name(id)));
  } catch {
    return null;
  }
}

/** False when this browser keeps nothing, or is full. */
export function keepUnsaved(id, draft) {
  try {
    localStorage.setItem(name(id), JSON.stringify({ ...draft, at: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function forgetUnsaved(id) {
  try {
    localStorage.removeItem(name(id));
  } catch {
    // Nothing is kept where nothing can be.
  }
}
