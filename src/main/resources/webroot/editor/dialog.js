// Dialogs: a heading, what is in it, and buttons. The browser keeps the focus inside and gives it back.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';

let made = 0;

/**
 * Opens one. `actions` are {text, lamp, urgent, act}; `act` gets the dialog and closes it itself. Unless `must`, Esc and
 * the first button close it; `closed()` is called when that has happened.
 */
export function openDialog({ title, inside = [], actions = [], wide = false, must = false, closed = () => {} }) {
  const id = `dialog-${(made += 1)}`;
  const said = element('p', { class: 'dialog-said', role: 'alert' });
  const buttons = actions.map((action) => element('button', {
    type: 'button',
    class: `button${action.lamp ? ' button-lamp' : ''}${action.urgent ? ' button-urgent' : ''}`,
    'data-action': action.name,
    onclick: () => action.act(dialog),
  }, action.text));
  if (!must) {
    buttons.unshift(element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('dialog.no')));
  }
  const dialog = element('dialog', { 'aria-labelledby': id, class: wide ? 'dialog-wide' : null },
    element('h2', { id, tabindex: '-1' }, title), ...inside, said, element('p', { class: 'dialog-doing' }, ...buttons));
  dialog.addEventListener('cancel', (event) => must && event.preventDefault());
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed();
  });
  dialog.say = (text) => {
    said.textContent = text;
  };
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector('[autofocus]') ?? dialog.querySelector('input, textarea, select') ?? dialog.querySelector('h2')).focus();
  return dialog;
}

/** Asks for a yes; resolves to true or false. */
export function confirm(title, text, yes) {
  return new Promise((resolve) => {
    let answer = false;
    openDialog({
      title,
      inside: [element('p', {}, text)],
      actions: [{ text: yes, lamp: true, name: 'yes', act: (dialog) => { answer = true; dialog.close(); } }],
      closed: () => resolve(answer),
    });
  });
}
