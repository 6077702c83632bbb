// The alarm: rings and says that somebody waits, until somebody has come.

import { ringing } from '../board/ringing.js';
import { cardWords } from '../waiting/words.js';
import { callOut } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { alarmBand } from './band.js';
import { keepTabAwake } from './awake.js';
import { notify, unnotify } from './notify.js';
import { keepRinging, quiet, soundIsAwake, wakeSound } from './sound.js';

const hushMs = 60_000;

/** `claim(chat)` takes one; `redraw()` shows a change. Returns {called(card, step), draw(board, now)}. */
export function startAlarm({ claim, redraw }) {
  const drawBand = alarmBand(claim);
  const hushButton = document.getElementById('alarm-hush');
  const asleep = document.getElementById('sound-asleep');
  let hushedUntil = 0;

  hushButton.onclick = () => {
    hushedUntil = Date.now() + hushMs;
    redraw();
  };

  // Browsers keep a page silent until it is touched: the first touch of any kind wakes the sound.
  const wake = () => soundIsAwake() || wakeSound().then(redraw);
  addEventListener('pointerdown', wake, { capture: true });
  addEventListener('keydown', wake, { capture: true });
  // Where the browser has been told to trust this page, it rings without being touched first.
  wake();

  return {
    /** A new alarm, or a higher step: breaks the hush, is said aloud, and notified. */
    called(card, step) {
      hushedUntil = 0;
      callOut(t(step > 0 ? 'alarm.saidAgain' : 'alarm.said', { card: cardWords(card) }));
      notify();
    },

    draw(board, now) {
      const rings = ringing(board);
      const hushed = now < hushedUntil;
      ring(board, rings, hushed);
      // A lost line has the floor: what it last knew may be long gone.
      drawBand(board.line === 'lost' ? [] : rings);
      keepTabAwake(board.duty.on);
      asleep.hidden = soundIsAwake() || !board.duty.on;
      hushButton.hidden = hushed || !soundIsAwake();
      if (rings.length === 0) {
        unnotify();
      }
    },
  };
}

function ring(board, rings, hushed) {
  if (board.line === 'lost' && (board.duty.on || board.mine.size > 0)) {
    keepRinging('lost');
  } else if (rings.length > 0 && !hushed && board.line === 'up') {
    const step = Math.max(...rings.map((card) => card.step));
    keepRinging(rings[0].level === 'acute' ? 'acute' : 'high', step);
  } else {
    quiet();
  }
}
