// Ending and erasing: asked about once, in the page, with a way to stay.

import { button, byId, empty } from './element.js';
import { closeMenu } from './menu.js';
import { showNotice } from './standing.js';
import { say, t } from './texts.js';

const confirm = byId('confirm');
const composer = byId('composer');

/** `goodbye(frame)` sends it; false when it can go only later. */
export function makeFarewell(goodbye) {
  function bid(frame) {
    close();
    if (!goodbye(frame)) {
      showNotice(t(`${frame.type}.later`));
    }
  }

  byId('end').addEventListener('click', () => open('end', [
    button('', 'end.closing', () => bid({ type: 'end', closing: true })),
    button('', 'end.now', () => bid({ type: 'end', closing: false })),
    button('button-lamp', 'end.stay', close),
  ]));
  byId('erase').addEventListener('click', () => open('erase', [
    button('button-urgent', 'erase.now', () => bid({ type: 'erase' })),
    button('button-lamp', 'erase.stay', close),
  ]));
  confirm.addEventListener('keydown', (event) => event.key === 'Escape' && close());
}

export function closeFarewell() {
  confirm.hidden = true;
  composer.hidden = false;
}

function open(what, buttons) {
  closeMenu();
  say(byId('confirm-title'), `${what}.title`);
  say(byId('confirm-text'), `${what}.text`);
  empty(byId('confirm-buttons')).append(...buttons);
  composer.hidden = true;
  confirm.hidden = false;
  byId('confirm-title').focus();
}

function close() {
  closeFarewell();
  byId('more').focus();
}
