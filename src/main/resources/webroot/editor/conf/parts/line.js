// Parts of a row that are one line: words, a list with commas, a date.

import { t } from '/shared/texts.js';
import { element } from '/shared/element.js';
import { field } from '../../fields.js';
import { settle, whenRested } from '../../typing.js';
import { asLocal } from '../../when.js';

/** A line of text; empty is left out of the file, unless it must be there (`needed`). */
export function line(card, part) {
  const made = labelled(card, part, { type: part.input ?? 'text', value: card.text(part.field) });
  const write = () => card.type(part.field, made.value.trim() || (part.needed ? '' : undefined));
  made.input.addEventListener('input', () => whenRested(made.input, write));
  made.input.addEventListener('blur', settle);
  return made.element;
}

/** Several words or names, with commas between. */
export function list(card, part) {
  const given = card.at(part.field) ?? [];
  const made = labelled(card, part, { value: [given].flat().join(', ') });
  made.input.addEventListener('change', () => {
    const words = made.value.split(',').map((word) => word.trim()).filter(Boolean);
    card.type(part.field, words.length > 0 ? words : undefined);
  });
  return made.element;
}

/** A date, with a button that sets it to today. */
export function date(card, part) {
  const made = labelled(card, part, { type: 'date', value: card.text(part.field) });
  made.input.addEventListener('change', () => card.type(part.field, made.value));
  return element('div', { class: 'row-date' }, made.element, element('button', {
    type: 'button', class: 'button', 'data-do': 'today', onclick: () => {
      made.value = today();
      card.type(part.field, made.value);
    },
  }, t('conf.checkedToday')));
}

/** Today as 2026-11-22, by the service's calendar. */
export function today() {
  return asLocal(new Date()).slice(0, 10);
}

function labelled(card, part, attributes) {
  const made = field({ label: card.label(part), help: part.help ? t(`conf.help.${part.label}`) : undefined, ...attributes });
  made.input.dataset.focus = part.field.join('.');
  return made;
}
