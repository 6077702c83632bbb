// On duty or off, and for how many chats.

import { setText } from '/shared/element.js';
import { t } from '/shared/texts.js';

const toggle = document.getElementById('duty');
const capacity = document.getElementById('capacity');
const state = document.getElementById('duty-state');
const off = document.getElementById('off-duty');

/** `duty(on, capacity)` tells the server. Returns draw(board). */
export function duty({ duty: tell }) {
  let on = false;
  toggle.onclick = () => tell(!on, Number(capacity.value));
  capacity.onchange = () => on && tell(true, Number(capacity.value));

  return (board) => {
    on = board.duty.on;
    toggle.setAttribute('aria-pressed', String(on));
    setText(toggle, t(on ? 'duty.goOff' : 'duty.goOn'));
    toggle.disabled = board.line !== 'up';
    toggle.classList.toggle('button-lamp', !on);
    toggle.classList.toggle('button-dusk', on);
    state.hidden = !on;
    off.hidden = on || board.line === 'first';
    if (document.activeElement !== capacity) {
      choose(board.duty.capacity);
    }
  };
}

// The service's own number may be one that we do not offer.
function choose(number) {
  if (![...capacity.options].some((option) => Number(option.value) === number)) {
    capacity.append(new Option(number, number));
  }
  capacity.value = String(number);
}
