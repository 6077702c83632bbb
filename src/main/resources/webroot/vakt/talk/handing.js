// Letting go of a chat: back to its queue, to somebody else, or closed. Each asks first.

import { element } from '/shared/element.js';
import { queueWords } from '../waiting/words.js';
import { t } from '/shared/texts.js';

/**
 * Wires the three buttons and their dialogs. `board()` gives the present board; `send(frame)`
 * resolves when it is done. What fails leaves the dialog open and says why.
 */
export function handing({ board, send }) {
  const open = (id, prepare = () => {}) => {
    const dialog = document.getElementById(id);
    const form = dialog.querySelector('form');
    return () => {
      const chat = board().open;
      form.reset();
      said(form, '');
      prepare(form);
      form.onsubmit = (event) => submit(event, dialog, form, chat, send);
      dialog.showModal();
    };
  };
  document.getElementById('do-release').onclick = open('release');
  document.getElementById('do-transfer').onclick = open('transfer', (form) => fillReceivers(form.elements.to, board()));
  document.getElementById('do-close').onclick = open('close');
}

async function submit(event, dialog, form, chat, send) {
  if (event.submitter?.value !== 'yes') {
    return;
  }
  event.preventDefault();
  event.submitter.disabled = true;
  try {
    await send(frameOf(dialog.id, form, chat));
    dialog.close();
  } catch (error) {
    said(form, error.code === 'lost' ? t('error.lost') : (error.text ?? t('error.failed')));
  } finally {
    event.submitter.disabled = false;
  }
}

function frameOf(type, form, chat) {
  const { note, to, outcome } = form.elements;
  const frame = { type, chat };
  if (note?.value.trim()) {
    frame.note = note.value.trim();
  }
  if (to) {
    const [kind, id] = to.value.split(' ');
    frame.to = { [kind]: id };
  }
  if (outcome?.value) {
    frame.outcome = outcome.value;
  }
  return frame;
}

function fillReceivers(select, board) {
  const here = board.mine.get(board.open)?.queue;
  const queues = [...board.queues.keys()].filter((queue) => queue !== here);
  const others = board.staff.filter((each) => each.user !== board.me.user);
  select.replaceChildren(
    group('transfer.staff', others.map((each) => [`staff ${each.user}`, t('team.chats', { name: each.name, count: each.chats })])),
    group('transfer.queues', queues.map((queue) => [`queue ${queue}`, queueWords(queue)])),
  );
}

function group(key, options) {
  const made = options.map(([value, label]) => element('option', { value }, label));
  return made.length ? element('optgroup', { label: t(key) }, ...made) : '';
}

function said(form, text) {
  form.querySelector('.dialog-said').textContent = text;
}
