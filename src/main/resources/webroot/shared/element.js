// Making and keeping elements. Text goes in as text nodes only, never as markup.

/** An element with attributes (`class`, `data-…`, `on…` as listeners) and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (typeof value === 'function') {
      made.addEventListener(name.slice(2), value);
    } else {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** Sets the text only where it differs, so that selections and live regions are left in peace. */
export function setText(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

/**
 * Makes a parent's children follow a list: one child for each key, kept while its key is there.
 * Those that left go first, so that nothing that stays is moved, and focus survives.
 */
export function keyed(parent, items, keyOf, make, update = () => {}) {
  const wanted = new Map(items.map((item) => [String(keyOf(item)), item]));
  const kept = new Map();
  for (const child of [...parent.children]) {
    if (wanted.has(child.dataset.key)) {
      kept.set(child.dataset.key, child);
    } else {
      child.remove();
    }
  }
  let position = 0;
  for (const [key, item] of wanted) {
    const child = kept.get(key) ?? make(item);
    child.dataset.key = key;
    update(child, item);
    if (parent.children[position] !== child) {
      parent.insertBefore(child, parent.children[position] ?? null);
    }
    position += 1;
  }
}
