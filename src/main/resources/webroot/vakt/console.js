// The console: frames change the board, and every part of the page draws what the board says.

import { aboutVisitor } from './about/about.js';
import { handoverCard } from './about/answers.js';
import { notes } from './about/notes.js';
import { startAlarm } from './alarm/alarm.js';
import { showTitle } from './alarm/title.js';
import { actions } from './actions.js';
import { emptyBoard } from './board/board.js';
import { apply } from './board/frames.js';
import { startClock, tick } from './clock.js';
import { gapWatch } from './board/gaps.js';
import { tellings } from './tellings.js';
import { startHelp } from './help/help.js';
import { startKeys } from './help/keys.js';
import { Line } from './line/line.js';
import { lineBand } from './line/band.js';
import { storeBand } from './line/store.js';
import { Outbox } from './line/outbox.js';
import { Pulse } from './line/pulse.js';
import { startViews } from './views.js';
import { composer } from './talk/composer.js';
import { correction } from './talk/correct.js';
import { handing } from './talk/handing.js';
import { talkHead } from './talk/head.js';
import { logs } from './talk/log.js';
import { myChats } from './talk/mine.js';
import { phrases } from './talk/phrases.js';
import { duty } from './team/duty.js';
import { notices } from './team/notices.js';
import { team } from './team/team.js';
import { focusWaiting, waitingList } from './waiting/list.js';
import { learnNames } from './waiting/words.js';

/** Starts the console for `me`; `signedOut()` is called once when the session has ended. */
export function startConsole(me, { stillMe, signedOut }) {
  const board = emptyBoard(me);
  const line = new Line({ frame: heard, up: () => {}, down });
  const pulse = new Pulse(line);
  const outbox = new Outbox(line, redraw);
  const act = actions({ board, outbox, redraw, renew: () => line.renew(), writing: () => writing });
  const alarm = startAlarm({ claim: act.claim, redraw });
  const writing = composer(act);
  const sentences = phrases(writing);
  const tell = tellings({ board, alarm, rewatch: act.watch });
  const gaps = gapWatch(line);
  const pending = (chat) => outbox.pending(chat);
  startViews();
  handing({ board: () => board, send: act.handOver });

  const drawings = [
    alarm.draw,
    lineBand(line),
    storeBand(),
    notices(),
    duty(act),
    waitingList(act),
    team(act),
    myChats(act),
    talkHead(act),
    logs({ ...act, pending, correct: correction(act) }),
    writing.draw,
    sentences.draw,
    aboutVisitor(),
    handoverCard(),
    notes({ write: act.note, pending }),
    showTitle,
  ];
  const help = startHelp();
  startKeys({ next: () => act.claim(), waiting: focusWaiting, show: act.showNumber, back: focusWaiting, help, phrases: sentences.toggle });
  startClock((now) => {
    alarm.draw(board, now);
    showTitle(board, now);
    gaps(board, now);
  });
  addEventListener('beforeunload', (event) => {
    if (board.mine.size > 0 || outbox.unsent || writing.hasDraft) {
      event.preventDefault();
    }
  });

  function heard(frame) {
    pulse.heard();
    if (frame.type === 'board') {
      board.line = 'up';
    }
    const asked = outbox.heard(frame);
    // What one only follows comes in the same frame as what one has taken.
    const change = asked?.type === 'watch' && frame.type === 'claimed' ? { ...frame, type: 'watched' } : frame;
    apply(board, change, Date.now()).forEach(tell);
    if (frame.type === 'board') {
      learnNames(board);
      outbox.lineUp();
    }
    redraw();
  }

  let asking = false;
  async function down() {
    board.line = 'lost';
    outbox.lineDown();
    redraw();
    if (asking) {
      return;
    }
    asking = true;
    const mine = await stillMe(me);
    asking = false;
    if (!mine) {
      line.stop();
      signedOut();
    }
  }

  let drawing = false;
  // Not an animation frame: those stop in a tab that is out of sight, and the title must not.
  function redraw() {
    if (!drawing) {
      drawing = true;
      queueMicrotask(() => {
        drawing = false;
        drawings.forEach((draw) => draw(board, Date.now()));
        tick();
      });
    }
  }

  document.body.dataset.page = 'console';
  document.getElementById('me').textContent = me.name;
  document.getElementById('to-editor').hidden = !me.roles.includes('editor');
  line.start();
  redraw();
  return { line, board };
}
