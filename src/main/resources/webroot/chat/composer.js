// Where one writes: grows with the text, keeps the draft, and says kindly when it gets long.

import { byId } from './element.js';
import { keep, recall } from './memory.js';
import { say, t } from './texts.js';

const most = 4000;
const nearly = 3600;
const mostRows = 5;
const typingEveryMs = 3000;

const field = byId('text');
const left = byId('room-left');
const send = byId('send');

/** With a mouse there is a real keyboard, and Enter sends; on a phone it is a new line and cannot slip. */
const desk = matchMedia('(hover: hover) and (pointer: fine)').matches;

/** `said(text)` takes a message; `typing()` is called now and then while one is written. */
export function makeComposer(said, typing) {
  let typed = 0;

  function submit() {
    const text = field.value;
    if (text.trim() && length(text) <= most) {
      write('');
      said(text);
    }
    field.focus();
  }

  field.setAttribute('enterkeyhint', desk ? 'send' : 'enter');
  field.addEventListener('input', () => {
    changed();
    const now = Date.now();
    if (field.value.trim() && now - typed >= typingEveryMs) {
      typed = now;
      typing();
    }
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && desk && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  // A press on the button would take focus from the field, and the phone's keyboard away with it.
  send.addEventListener('pointerdown', (event) => event.preventDefault());
  asks('');
  write(recall('draft') || '');
}

/** Puts back what could not be sent, before what was written since. */
export function putBack(text) {
  write([text, field.value].filter((part) => part.trim()).join('\n\n'));
}

/** The hint in the field, after the kind of question that is open. */
export function asks(kind) {
  const hint = { text: 'composer.answer', scale: 'composer.number' }[kind] || 'composer.write';
  field.dataset.tPlaceholder = hint;
  field.placeholder = t(hint);
}

export function focusComposer() {
  if (desk) {
    field.focus();
  } else {
    byId('room').focus();
  }
}

export function wipeDraft() {
  write('');
}

function write(text) {
  field.value = text;
  changed();
}

function changed() {
  keep('draft', field.value);
  grow();
  const rest = most - length(field.value);
  if (rest < 0) {
    say(left, 'composer.over', { n: -rest });
  } else {
    // In steps, so that it is not read out at every letter.
    say(left, rest <= most - nearly ? 'composer.left' : '', { n: Math.ceil(rest / 50) * 50 });
  }
  left.hidden = rest > most - nearly;
  send.setAttribute('aria-disabled', String(rest < 0));
}

function grow() {
  field.rows = 1;
  // An empty field is as high as its hint, which may be long.
  while (field.value && field.rows < mostRows && field.scrollHeight > field.clientHeight) {
    field.rows += 1;
  }
}

function length(text) {
  return Array.from(text).length;
}
