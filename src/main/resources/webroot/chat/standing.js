// How it stands, in one line above the field: waiting, with whom, who is writing; and the line itself.

import { byId } from './element.js';
import { say, t } from './texts.js';

const lostAfterMs = 1200;
const backForMs = 3000;
const typingForMs = 6000;

const state = byId('state');
const lost = byId('lost');
const notice = byId('notice');
const meanwhile = byId('meanwhile');

let now = { status: 'bot' };
let typingTimer = 0;
let lostTimer = 0;

/** Shows the wire's `state`. */
export function showState(frame) {
  now = frame;
  clearTimeout(typingTimer);
  document.body.dataset.status = frame.status;
  meanwhile.textContent = frame.meanwhile || '';
  meanwhile.hidden = !frame.meanwhile;
  if (frame.status === 'waiting') {
    say(state, queued(frame.ahead), { n: frame.ahead });
  } else if (frame.status === 'human') {
    say(state, now.away ? 'state.away' : 'state.human', { name: frame.name });
  } else {
    say(state, '');
  }
}

/** The person has lost the connection, or is back. The chat is theirs for a while yet. */
export function showHolder(frame) {
  if (now.status === 'human') {
    showState({ ...now, away: !frame.here });
  }
}

export function showTyping() {
  clearTimeout(typingTimer);
  if (now.status === 'human') {
    say(state, 'state.typing', { name: now.name || t('from.staff') });
    document.body.classList.add('writing');
    typingTimer = setTimeout(stopTyping, typingForMs);
  }
}

export function stopTyping() {
  if (document.body.classList.contains('writing')) {
    clearTimeout(typingTimer);
    document.body.classList.remove('writing');
    showState(now);
  }
}

/** The line is gone. Said after a moment only: most are back before anybody has noticed. */
export function showLost() {
  if (!lostTimer && lost.dataset.t !== 'lost') {
    lostTimer = setTimeout(() => {
      lostTimer = 0;
      say(lost, 'lost');
    }, lostAfterMs);
  }
}

export function showBack() {
  clearTimeout(lostTimer);
  lostTimer = 0;
  if (lost.dataset.t === 'lost') {
    say(lost, 'lost.back');
    setTimeout(() => lost.dataset.t === 'lost.back' && say(lost, ''), backForMs);
  }
}

/** What the server says went wrong, in its words; '' when it is over. */
export function showNotice(text) {
  say(notice, '');
  notice.textContent = text;
}

function queued(ahead) {
  const keys = ['state.next', 'state.one'];
  return ahead === undefined ? 'state.waiting' : keys[ahead] || 'state.ahead';
}
