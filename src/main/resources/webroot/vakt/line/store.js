// The other red band: the server is there, but the place where chats are kept is not.

import { setText } from '../element.js';
import { callOut, saySoftly } from '../said.js';
import { t } from '../texts.js';
import { span } from '../clock.js';

const band = document.getElementById('store-away');
const since = document.getElementById('store-since');

/** Returns draw(board, now). */
export function storeBand() {
  let awayAt = 0;
  return (board, now) => {
    // Without a line nothing is known of it, and the other band says the worse of the two.
    const away = board.store === 'away' && board.line === 'up';
    if (away && awayAt === 0) {
      awayAt = now;
      callOut(t('store.away'));
    } else if (!away && awayAt > 0) {
      awayAt = 0;
      if (board.line === 'up') {
        saySoftly(t('store.back'));
      }
    }
    band.hidden = !away;
    setText(since, away ? t('line.since', { span: span(now - awayAt) }) : '');
  };
}
