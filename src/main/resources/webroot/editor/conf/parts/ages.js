// Whom it is for: from an age, to another or with no end. In the file 12-25, or 16+.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { field } from '../../fields.js';

export function ages(card, part) {
  const [, from = '', to = ''] = /^(\d*)(?:[-–+](\d*))?$/.exec(card.text(part.field)) ?? [];
  const plain = /^\d+$/.test(card.text(part.field));
  const ends = [[t('conf.field.agesFrom'), from], [t('conf.field.agesTo'), plain ? from : to]].map(([label, value], at) => {
    const made = field({ label, type: 'number', min: 0, max: 120, value, changed: write });
    made.input.dataset.focus = [...part.field, at].join('.');
    return made;
  });
  function write() {
    const [least, most] = ends.map((end) => end.value);
    card.type(part.field, least || most ? `${least || 0}${most ? `-${most}` : '+'}` : undefined);
  }
  return element('fieldset', { class: 'row-pair' }, element('legend', {}, card.label(part)), ...ends.map((end) => end.element));
}
