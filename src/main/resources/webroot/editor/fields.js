// Fields of forms: a label, a control, a line of help. Each has `element`, `input` and `value`.

import { element } from '/shared/element.js';

let made = 0;

function labelled(input, { label, help }) {
  const helpId = help ? `${input.id}-help` : null;
  if (helpId) {
    input.setAttribute('aria-describedby', helpId);
  }
  return element('p', { class: 'form-field' },
    element('label', { class: 'label', for: input.id }, label), input,
    help ? element('span', { class: 'small soft', id: helpId }, help) : null);
}

function held(box, input) {
  return {
    element: box,
    input,
    get value() {
      return input.value;
    },
    set value(value) {
      input.value = value;
    },
  };
}

/** A line of text, a time or a number; `lines` makes it a text area. */
export function field({ id = `field-${(made += 1)}`, label, help, type = 'text', value = '', max, min, lines, changed }) {
  const input = lines
    ? element('textarea', { class: 'field', id, rows: lines, maxlength: max })
    : element('input', { class: 'field', id, type, maxlength: max, min, autocomplete: 'off' });
  if (type === 'datetime-local') {
    // Without a last year browsers take six digits for it, and whoever types goes on into the year with the hour.
    input.max = '9999-12-31T23:59';
  }
  input.value = value;
  if (changed) {
    input.addEventListener('change', () => changed(input.value));
  }
  return held(labelled(input, { label, help }), input);
}

/** One of several, `options` as [value, text]. */
export function select({ id = `field-${(made += 1)}`, label, help, options, value, changed }) {
  const input = element('select', { class: 'field', id }, ...options.map(([one, text]) => element('option', { value: one }, text)));
  if (value !== undefined && options.some(([one]) => one === value)) {
    input.value = value;
  }
  if (changed) {
    input.addEventListener('change', () => changed(input.value));
  }
  return held(labelled(input, { label, help }), input);
}

/** A box to tick. */
export function check({ label, checked = false, changed = () => {} }) {
  const input = element('input', { type: 'checkbox', checked });
  input.addEventListener('change', () => changed(input.checked));
  return { element: element('label', { class: 'check' }, input, element('span', {}, label)), input };
}

/** One of a few, all seen; `options` as [value, text, more]. The first is chosen. */
export function radios({ name, legend, options, changed = () => {} }) {
  const inputs = options.map(([value], at) => element('input', { type: 'radio', name, value, checked: at === 0 }));
  inputs.forEach((input) => input.addEventListener('change', () => changed(input.value)));
  const box = element('fieldset', {}, element('legend', {}, legend), ...options.map(([, text, more], at) => element('label', { class: 'check' },
    inputs[at], element('span', {}, text, more ? element('span', { class: 'small soft more' }, more) : null))));
  return {
    element: box,
    get value() {
      return inputs.find((input) => input.checked)?.value;
    },
  };
}

/** A quiet button that is found again by its name when the form that it stands in has been drawn anew. */
export function quiet(focus, text, act, attributes = {}) {
  return element('button', { type: 'button', class: 'button button-quiet small', 'data-focus': focus, onclick: act, ...attributes }, text);
}
