// The text of a file of settings, for those who read it.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { offset } from '../checks/panel.js';

/** Returns {element, go({line, column})}. */
export function plainText(doc) {
  const area = element('textarea', { class: 'field conf-text', rows: 28, spellcheck: true, 'aria-label': t('conf.views.text'), 'aria-describedby': 'conf-state' });
  area.value = doc.text;
  area.addEventListener('input', () => doc.replace(area.value, { origin: 'text', merge: 'text' }));
  doc.subscribe(({ origin }) => {
    if (origin !== 'text') {
      area.value = doc.text;
    }
  });
  return {
    element: area,
    go({ line, column }) {
      const at = offset(area.value, line, column);
      area.focus();
      area.setSelectionRange(at, at);
      area.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(area).lineHeight);
    },
  };
}
