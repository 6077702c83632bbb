// On duty or off, and for how many chats.

import { setText } from '../element.js';
import { t } from '../texts.js';

const toggle = document.getElementById('duty');
const capacity = document.getElementById('capacity');
const state = document.getElementById('duty-state');
const off = document.getElementById('off-duty');

/** `duty(on, capacity)` tells the server. Returns draw(board). */
export function duty({ duty: tell }) {
  let on = false;
  toggle.onclick = () => tell(!on, Number(capacity.value));
  document.getElementById('duty-on').onclick = () => tell(true, Number(capacity.value));
  capacity.onchange = () => on && tell(true, Number(capacity.value));

  return (board) => {
    on = board.duty.on;
    toggle.setAttribute('aria-pressed', String(on));
    setText(toggle, t(on ? 'duty.goOff' : 'duty.goOn'));
    setText(state, t(on ? 'duty.on' : 'duty.off'));
    state.dataset.on = on;
    toggle.disabled = board.line !== 'up';
    off.hidden = on || board.line === 'first';
    if (document.activeElement !== capacity) {
      capacity.value = String(board.duty.capacity);
    }
  };
}
