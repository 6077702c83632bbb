// Parts with one small value: a tick, a number, a word, one among those that there are.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { check as box } from '../../fields.js';

/** Yes or no; no is left out of the file. */
export function check(card, part) {
  const made = box({ label: t(`part.${part.label}`), checked: card.at(part.field) === true, changed: (on) => card.set(part.field, on || undefined) });
  made.input.dataset.focus = part.field.join('.');
  return made.element;
}

export function number(card, part) {
  return labelled(card, part, { type: 'number', min: part.min, max: part.max }, (value) => (value === '' ? undefined : Number(value)));
}

/** A name of small letters, digits and hyphens. */
export function word(card, part) {
  return labelled(card, part, { type: 'text', pattern: '[a-z][a-z0-9-]*' }, (value) => value.trim() || undefined);
}

function labelled(card, part, attributes, read) {
  const input = element('input', { class: 'field', value: card.at(part.field) ?? '', 'data-focus': part.field.join('.'), ...attributes });
  input.addEventListener('change', () => card.set(part.field, read(input.value)));
  return element('label', { class: 'short' }, element('span', { class: 'part-label' }, t(`part.${part.label}`)), input);
}

/** One of the service's queues or flows. */
export function among(card, part) {
  const current = String(card.at(part.field) ?? '');
  const known = card.surroundings[part.of];
  const options = known.some(({ id }) => id === current) ? known : [...known, { id: current, title: t('way.unknown', { step: current }) }];
  const select = element('select', { class: 'field', 'aria-label': t(`part.${part.label}`), 'data-focus': part.field.join('.') },
    ...options.map(({ id, title }) => element('option', { value: id, selected: id === current }, title)));
  select.addEventListener('change', () => card.set(part.field, select.value));
  return element('div', { class: 'way-on' },
    element('span', { class: 'way-label', 'aria-hidden': true }, t(`part.${part.label}`)), select);
}
