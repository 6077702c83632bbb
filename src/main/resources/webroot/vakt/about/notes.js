// Notes that the visitor never sees, for whoever takes over.

import { element, keyed } from '/shared/element.js';
import { timeOfDay } from '../clock.js';
import { t } from '/shared/texts.js';

const list = document.getElementById('notes');
const form = document.getElementById('note-form');
const field = document.getElementById('note');

/** `write(chat, text)` sends, `pending(chat)` lists what is not stored. Returns draw(board). */
export function notes({ write, pending }) {
  let chat = null;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text !== '') {
      write(chat, text);
      field.value = '';
    }
  });
  // As in the writing field below the log.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  return (board) => {
    const talk = board.mine.get(board.open);
    form.hidden = !talk || talk.watched;
    if (chat !== board.open) {
      chat = board.open;
      field.value = '';
    }
    const waiting = talk ? pending(chat).filter((entry) => entry.frame.type === 'note') : [];
    const items = [
      ...(talk?.notes ?? []).map((note, i) => ({ key: `n${chat}${i}`, note })),
      ...waiting.map((entry) => ({ key: `p${entry.id}${entry.failed ? 'f' : ''}`, entry })),
    ];
    keyed(list, items, (item) => item.key, (item) => (item.note ? stored(item.note) : unsent(item.entry)));
  };
}

function stored(note) {
  return element('li', { class: 'note' }, element('p', { class: 'small soft' }, `${note.by} ${timeOfDay(note.at)}`), element('p', {}, note.text));
}

function unsent(entry) {
  const fate = entry.failed ? `${t('pending.failed')} ${entry.failed.text ?? ''}` : t('pending.sending');
  return element('li', { class: 'note message-pending' }, element('p', {}, entry.frame.text), element('p', { class: 'small' }, fate));
}
