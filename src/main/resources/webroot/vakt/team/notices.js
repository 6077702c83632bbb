// What the server wants staff to know, such as a flow that was left out because of errors.

import { element, keyed } from '/shared/element.js';

const band = document.getElementById('notices');
const list = document.getElementById('notices-list');

/** Returns draw(board). */
export function notices() {
  let putAway = '';
  let shown = '';
  document.getElementById('notices-away').onclick = () => {
    putAway = shown;
    band.hidden = true;
  };
  return (board) => {
    shown = board.notices.map((notice) => notice.text).join('\n');
    band.hidden = shown === '' || shown === putAway;
    keyed(list, board.notices, (notice) => notice.text, row);
  };
}

function row(notice) {
  const difference = notice.difference ?? [];
  return difference.length === 0
    ? element('li', {}, notice.text)
    : element('li', {}, notice.text, element('pre', { class: 'difference', tabindex: '0' }, difference.join('\n')));
}
