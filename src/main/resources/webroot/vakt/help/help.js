// The help: the keys, the sound, and what risk flagging is and is not.

import { askToNotify, mayAskToNotify } from '../alarm/notify.js';
import { playOnce, wakeSound } from '../alarm/sound.js';

const dialog = document.getElementById('help');
const notifyButton = document.getElementById('ask-notify');

/** Wires the dialog and its buttons. Returns a function that opens it. */
export function startHelp() {
  const open = () => {
    notifyButton.hidden = !mayAskToNotify();
    dialog.showModal();
  };
  document.getElementById('open-help').onclick = open;
  for (const button of document.querySelectorAll('[data-sound]')) {
    button.onclick = async () => {
      await wakeSound();
      playOnce(button.dataset.sound);
    };
  }
  notifyButton.onclick = async () => {
    await askToNotify();
    notifyButton.hidden = !mayAskToNotify();
  };
  return open;
}
