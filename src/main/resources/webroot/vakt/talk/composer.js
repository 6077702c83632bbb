// Where staff write. Each chat keeps its own draft, so that changing chats loses nothing.

import { setText } from '/shared/element.js';
import { t } from '/shared/texts.js';

const longest = 4000;
const typingEveryMs = 2000;
const form = document.getElementById('composer');
const field = document.getElementById('say');
const left = document.getElementById('say-left');

/** `say(chat, text)` sends, `typing(chat)` tells that we write. Returns {draw, takeBack, put, focus, open, hasDraft}. */
export function composer({ say, typing }) {
  const drafts = new Map();
  let chat = null;
  let toldTyping = 0;

  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  field.addEventListener('input', () => {
    drafts.set(chat, field.value);
    fit();
    if (field.value && Date.now() - toldTyping > typingEveryMs) {
      toldTyping = Date.now();
      typing(chat);
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '' || tooLong()) {
      return;
    }
    say(chat, text);
    write('');
  });

  function write(text) {
    field.value = text;
    drafts.set(chat, text);
    fit();
  }

  return {
    draw(board) {
      const talk = board.mine.get(board.open);
      form.hidden = !talk || talk.watched || talk.status === 'closed';
      if (chat !== board.open) {
        chat = board.open;
        field.value = drafts.get(chat) ?? '';
        toldTyping = 0;
        fit();
      }
      field.lang = talk?.language ?? '';
      for (const known of drafts.keys()) {
        if (known !== null && !board.mine.has(known)) {
          drafts.delete(known);
        }
      }
    },
    /** Puts a text back into the field, before what stands there. */
    takeBack(text) {
      write([text, field.value].filter(Boolean).join('\n'));
      field.focus();
    },
    /** Puts a text where one stands in the field, and lets one go on there. It is not sent. */
    put(text) {
      const [before, after] = [field.value.slice(0, field.selectionStart), field.value.slice(field.selectionEnd)];
      const spaced = `${/\S$/.test(before) ? ' ' : ''}${text}${/^\S/.test(after) ? ' ' : ''}`;
      write(before + spaced + after);
      field.focus();
      field.setSelectionRange(before.length + spaced.length, before.length + spaced.length);
    },
    focus: () => form.hidden || field.focus(),
    /** True while there is somebody to write to. */
    get open() {
      return !form.hidden;
    },
    get hasDraft() {
      return [...drafts.values()].some((draft) => draft.trim() !== '');
    },
  };
}

// The server counts code points, and so do we.
function tooLong() {
  return [...field.value.trim()].length > longest;
}

function fit() {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
  const rest = longest - [...field.value].length;
  setText(left, rest < 200 ? t('say.left', { count: rest }) : '');
  field.setAttribute('aria-invalid', String(rest < 0));
}
