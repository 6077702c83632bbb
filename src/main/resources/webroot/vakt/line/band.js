// The red band: this console has lost its line, and sees nothing of what happens.

import { setText } from '/shared/element.js';
import { callOut, saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { span } from '../clock.js';

const band = document.getElementById('line-lost');
const since = document.getElementById('line-since');
const lease = document.getElementById('line-lease');

/** Returns draw(board, now). */
export function lineBand(line) {
  let lostAt = 0;
  document.getElementById('line-now').onclick = () => line.renew();
  return (board, now) => {
    const lost = board.line === 'lost';
    if (lost && lostAt === 0) {
      lostAt = now;
      callOut(t('line.lost'));
    } else if (!lost && lostAt > 0) {
      lostAt = 0;
      saySoftly(t('line.back'));
    }
    band.hidden = !lost;
    setText(since, lost ? t('line.since', { span: span(now - lostAt) }) : '');
    setText(lease, lost ? leaseWords(board, lostAt + board.leaseMs - now) : '');
  };
}

// What becomes of the chats that we hold, for as long as we are away.
function leaseWords(board, left) {
  const holds = [...board.mine.values()].some((talk) => !talk.watched && talk.status === 'human');
  if (!holds || board.leaseMs === 0) {
    return '';
  }
  return left > 0 ? t('line.lease', { span: span(left) }) : t('line.leaseOver');
}
