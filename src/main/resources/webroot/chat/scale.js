// A scale: a number to press, with what its ends mean. A number typed as a message answers it too.

import { button, element } from './element.js';

export function scale(ask, answer) {
  const numbers = element('div', 'scale');
  for (let number = ask.from; number <= ask.to; number += 1) {
    const made = button('', '', () => answer(number, String(number)));
    made.textContent = String(number);
    const meaning = number === ask.from ? ask.low : number === ask.to ? ask.high : '';
    if (meaning) {
      made.setAttribute('aria-label', `${number}: ${meaning}`);
    }
    numbers.append(made);
  }
  const ends = element('div', 'scale-ends small', element('span', '', end(ask.from, ask.low)), element('span', '', end(ask.to, ask.high)));
  // The buttons of the ends say it already.
  ends.setAttribute('aria-hidden', 'true');
  return element('div', '', numbers, ends);
}

function end(number, meaning) {
  return meaning ? `${number} · ${meaning}` : '';
}
