// Ctrl+Z and its like, for the document. In a field where one types the browser's own undo does it.

import { settle } from './typing.js';

/** Returns a function that ends it. */
export function undoByKeys(doc) {
  const keys = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.('textarea, input:not([type=checkbox]), [contenteditable], dialog')) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      settle();
      if (key === 'y' || event.shiftKey) {
        doc.redo();
      } else {
        doc.undo();
      }
    }
  };
  addEventListener('keydown', keys);
  return () => removeEventListener('keydown', keys);
}
