// Who waits: one card each, in the order in which they are to be taken.

import { keyed, setText } from '/shared/element.js';
import { isOurs, waitingInOrder } from '../board/ringing.js';
import { t } from '/shared/texts.js';
import { drawCard, makeCard } from './card.js';

const list = document.getElementById('waiting-list');
const none = document.getElementById('waiting-none');
const count = document.getElementById('waiting-count');
const next = document.getElementById('take-next');

/** `claim(chat?)` takes that one, or the next; `watch(chat)` is for a lead. Returns draw(board). */
export function waitingList({ claim, watch }) {
  next.onclick = () => claim();

  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      focusCard(focusedAt() + step);
    }
  });

  return (board) => {
    const cards = waitingInOrder(board);
    const focused = focusedAt();
    const leads = board.me.roles.includes('leder');
    keyed(list, cards, (card) => card.chat, (card) => makeCard(card, { claim, watch: leads && watch }), (item, card) => drawCard(item, card, isOurs(board, card)));
    // Without a line nobody can say that nobody waits.
    const lost = board.line !== 'up';
    setText(count, lost ? '?' : String(cards.length));
    none.hidden = cards.length > 0 && !lost;
    setText(none, t(lost ? 'waiting.unknown' : board.duty.on ? 'waiting.none' : 'waiting.noneOff'));
    next.disabled = cards.length === 0 || lost;
    for (const button of list.querySelectorAll('.card-claim')) {
      button.disabled = lost;
    }
    if (focused >= 0 && focusedAt() < 0) {
      focusCard(Math.min(focused, cards.length - 1));
    }
    keepOneInTabOrder();
  };
}

/** Shows who waits, and puts the focus on the first of them; on the heading when nobody waits. */
export function focusWaiting() {
  document.body.dataset.view = 'waiting';
  const current = list.querySelector('.card-claim[tabindex="0"]');
  (current ?? document.getElementById('waiting-title')).focus();
}

function buttons() {
  return [...list.querySelectorAll('.card-claim')];
}

function focusedAt() {
  return [...list.children].findIndex((card) => card.contains(document.activeElement));
}

function focusCard(at) {
  const all = buttons();
  all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
  keepOneInTabOrder();
}

// Tab goes to the list and past it; the arrows go through it.
function keepOneInTabOrder() {
  const all = buttons();
  const current = Math.max(0, focusedAt());
  all.forEach((button, i) => button.setAttribute('tabindex', i === current ? '0' : '-1'));
}
