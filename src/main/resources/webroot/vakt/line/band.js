// The red band: this console has lost its line, and sees nothing of what happens.

import { setText } from '/shared/element.js';
import { callOut, saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { span } from '../clock.js';

const band = document.getElementById('line-lost');
const since = document.getElementById('line-since');

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
  };
}
