// The tab's title and its picture: what a lone worker sees while another tab is in front.

import { ringing } from '../board/ringing.js';
import { t } from '/shared/texts.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');
const icon = document.querySelector('link[rel=icon]');
const calm = icon.getAttribute('href');

/** Called at every change and every second; blinks only for those who have not asked for calm. */
export function showTitle(board, now) {
  const urgent = urgentTitle(board);
  // Only the sign blinks: whenever one looks at the tab, it says why.
  const sign = still.matches || Math.floor(now / 1000) % 2 === 0 ? '❗' : '▫️';
  const title = urgent ? `${sign} ${urgent}` : calmTitle(board);
  if (document.title !== title) {
    document.title = title;
  }
  const wanted = urgent ? icon.dataset.alarm : calm;
  if (icon.getAttribute('href') !== wanted) {
    icon.setAttribute('href', wanted);
  }
}

function urgentTitle(board) {
  if (board.line === 'lost') {
    return t('title.lost');
  }
  const first = ringing(board)[0];
  return first ? t(`title.${first.level === 'acute' ? 'acute' : 'alarm'}`) : null;
}

function calmTitle(board) {
  const unread = [...board.mine.values()].reduce((sum, talk) => sum + talk.unread, 0);
  if (unread > 0) {
    return t('title.unread', { count: unread });
  }
  return board.waiting.size > 0 ? t('title.waiting', { count: board.waiting.size }) : t('title.calm');
}
