// The approved sentences: something to begin from. One is put into the field, to be made one's own; none is ever sent
// from here. They are written by those who edit the flows, and fetched anew each time, so that what was published holds.

import { element, setText } from '/shared/element.js';
import { language, t, tOr } from '/shared/texts.js';

const panel = document.getElementById('phrases');
const opener = document.getElementById('open-phrases');
const list = document.getElementById('phrases-list');
const said = document.getElementById('phrases-said');
const languages = document.getElementById('phrases-language');

/** `writing` is the composer. Returns {draw, toggle}. */
export function phrases(writing) {
  let talk = null;
  let all = [];

  opener.onclick = toggle;
  languages.onchange = () => {
    show();
    languages.focus();
  };
  document.getElementById('phrases-away').onclick = close;
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...list.querySelectorAll('button')];
    if (step && buttons.includes(document.activeElement)) {
      event.preventDefault();
      buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
    }
  });

  function toggle() {
    if (panel.hidden) {
      open();
    } else {
      close();
    }
  }

  async function open() {
    if (!writing.open) {
      return;
    }
    panel.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    setText(said, all.length > 0 ? '' : t('phrases.wait'));
    offer();
    (list.querySelector('button') ?? languages).focus();
    const fetched = await ask();
    setText(said, fetched === null ? t('phrases.failed') : fetched.length > 0 ? '' : t('phrases.none'));
    // Drawn anew only where they are others: somebody may be choosing among them.
    if (fetched && JSON.stringify(fetched) !== JSON.stringify(all)) {
      all = fetched;
      offer();
      if (!panel.hidden && (document.activeElement === document.body || document.activeElement === languages)) {
        (list.querySelector('button') ?? languages).focus();
      }
    }
  }

  // The languages that there are, the visitor's own first.
  function offer() {
    const there = [...new Set(all.flatMap((one) => Object.keys(one.text)))];
    const first = [talk?.language, 'nb', language].find((one) => there.includes(one));
    const sorted = [...there].sort((a, b) => (b === first) - (a === first));
    languages.replaceChildren(...sorted.map((one) => element('option', { value: one }, tOr(`language.${one}`, one))));
    show();
  }

  function show() {
    const chosen = languages.value;
    list.replaceChildren(...all.filter((one) => one.text[chosen]).map((one) => element('li', {},
      element('button', { type: 'button', class: 'phrase', 'data-phrase': one.id, onclick: () => take(one.text[chosen]) },
        one.about ? element('span', { class: 'phrase-about small' }, one.about) : null,
        element('span', { lang: chosen }, one.text[chosen])))));
  }

  function take(text) {
    close();
    writing.put(text);
  }

  function close() {
    panel.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    writing.focus();
  }

  return {
    toggle,
    draw(board) {
      const now = board.mine.get(board.open) ?? null;
      if (now?.chat !== talk?.chat || !writing.open) {
        panel.hidden = true;
        opener.setAttribute('aria-expanded', 'false');
      }
      talk = now;
    },
  };
}

/** The phrases as they are now, or null: what was fetched before is still good then. */
async function ask() {
  try {
    const answer = await fetch('/api/phrases', { cache: 'no-store' });
    return answer.ok ? (await answer.json()).phrases : null;
  } catch {
    return null;
  }
}
