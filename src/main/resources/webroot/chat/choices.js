// Choices as buttons: one of them, or several and then done.

import { button, element, saying } from './element.js';

/** One of the choices: pressing it answers. */
export function choices(ask, answer) {
  const list = element('div', 'choices');
  ask.choices.forEach((choice) => {
    const made = button('', '', () => answer(choice.value, choice.label));
    made.textContent = choice.label;
    list.append(made);
  });
  return list;
}

/** Any of the choices: pressing one marks it, and "Done" answers. */
export function several(ask, answer) {
  const list = element('div', 'choices');
  const picked = () => Array.from(list.children).filter((one) => one.getAttribute('aria-pressed') === 'true');
  const done = button('button-lamp', 'ask.done', () => {
    const values = picked();
    if (values.length > 0) {
      answer(values.map((one) => one.value), values.map((one) => one.textContent).join(', '));
    }
  });
  done.setAttribute('aria-disabled', 'true');
  ask.choices.forEach((choice) => {
    const made = button('', '', () => {
      made.setAttribute('aria-pressed', String(made.getAttribute('aria-pressed') !== 'true'));
      done.setAttribute('aria-disabled', String(picked().length === 0));
    });
    made.textContent = choice.label;
    made.value = choice.value;
    made.setAttribute('aria-pressed', 'false');
    list.append(made);
  });
  return element('div', '', saying('p', 'small soft', 'ask.several'), list, done);
}
