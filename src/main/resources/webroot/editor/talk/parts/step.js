// Where the talk goes from here: steps by name and first words.

import { element } from '/shared/element.js';
import { language, t } from '/shared/texts.js';
import { labelOf } from '../../names.js';

/** One way on. */
export function step(card, part) {
  return wayOn(card, part.field, t(`part.${part.label}`), (value) => card.set(part.field, value));
}

/** A label, the step chosen, and a button that goes there. `none` is the text of an empty choice. */
export function wayOn(card, focus, label, chosen, { value = card.at(focus), none = null } = {}) {
  const select = chooser(card, value, label, chosen, none);
  select.dataset.focus = focus.join('.');
  return element('div', { class: 'way-on' },
    element('span', { class: 'way-label', 'aria-hidden': true }, label), select,
    element('button', {
      type: 'button', class: 'button button-quiet small', 'aria-label': t('way.go', { step: value ?? '' }), hidden: !value,
      onclick: () => card.go(select.value),
    }, '→'));
}

// Filled when it is opened: two hundred choosers of two hundred steps are forty thousand lines.
function chooser(card, value, label, chosen, none) {
  const current = value === undefined || value === null ? '' : String(value);
  const select = element('select', { class: 'field', 'aria-label': label }, option(card, current, none));
  const fill = () => {
    if (select.options.length > 1) {
      return;
    }
    const names = card.doc.stepNames;
    const shown = [...(none !== null || current === '' ? [''] : []), ...names, ...(current && !names.includes(current) ? [current] : [])];
    select.replaceChildren(...shown.map((name) => option(card, name, none)), element('option', { value: '+' }, t('way.new')));
    select.value = current;
  };
  select.addEventListener('pointerdown', fill);
  select.addEventListener('focus', fill);
  select.addEventListener('change', () => {
    if (select.value === '+') {
      card.newStep((name) => chosen(name));
    } else {
      chosen(select.value === '' ? undefined : select.value);
    }
  });
  return select;
}

function option(card, name, none) {
  const known = name === '' || card.doc.stepNames.includes(name);
  const text = name === '' ? none ?? t('way.none') : known ? labelOf(card.doc, name, language) : t('way.unknown', { step: name });
  return element('option', { value: name }, text);
}
