// Parts of a row that are ticked: yes or no, days of the week, one or more of some names.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { check as box } from '../../fields.js';

export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Yes or no; no is left out of the file. */
export function check(card, part) {
  const made = box({ label: card.label(part), checked: card.at(part.field) === true, changed: (on) => card.type(part.field, on || undefined) });
  made.input.dataset.focus = part.field.join('.');
  return made.element;
}

/** One or more of `part.of`; none is left out of the file. */
export function some(card, part) {
  const given = part.of === days ? spread([card.at(part.field) ?? []].flat()) : [card.at(part.field) ?? []].flat();
  const boxes = part.of.map((name) => {
    const made = box({ label: t(`${part.words}.${name}`), checked: given.includes(name), changed: write });
    made.input.dataset.focus = [...part.field, name].join('.');
    return made;
  });
  function write() {
    const chosen = part.of.filter((_, at) => boxes[at].input.checked);
    card.type(part.field, chosen.length > 0 ? chosen : undefined);
  }
  return element('fieldset', { class: 'row-ticks' }, element('legend', {}, card.label(part)), ...boxes.map((made) => made.element));
}

// `daily` and `monday-friday` as the days that they stand for.
function spread(given) {
  return given.flatMap((one) => {
    const [from, to = from] = String(one).split('-');
    return one === 'daily' ? days : days.slice(days.indexOf(from), days.indexOf(to) + 1);
  });
}
