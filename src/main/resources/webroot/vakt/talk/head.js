// Above the log: which chat this is, whether the visitor is here, and whether they write.

import { setText } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { chatName } from './mine.js';

const head = document.getElementById('talk-head');
const title = document.getElementById('talk-title');
const visitor = document.getElementById('talk-visitor');
const typing = document.getElementById('talk-typing');
const remind = document.getElementById('talk-remind');
const remindTime = document.getElementById('talk-remind-time');
const doing = document.getElementById('talk-doing');
const putAway = document.getElementById('put-away');
const nothing = document.getElementById('talk-none');

/** `leave(chat)` puts a chat away that has ended, or that we only watched. Returns draw(board, now). */
export function talkHead({ leave }) {
  let open = null;
  putAway.onclick = () => leave(open);

  return (board, now) => {
    const talk = board.mine.get(board.open);
    open = board.open;
    head.hidden = !talk;
    nothing.hidden = Boolean(talk);
    if (!talk) {
      return;
    }
    setText(title, chatName(board, open));
    setText(visitor, board.line === 'up' ? t(stateKey(talk)) : '');
    visitor.dataset.state = stateKey(talk);
    setText(typing, (board.typing.get(open) ?? 0) > now ? t('talk.typing') : '');
    remind.hidden = !talk.remind;
    if (talk.remind) {
      remindTime.dataset.deadline = talk.remind;
    } else {
      delete remindTime.dataset.deadline;
    }
    doing.hidden = talk.watched || talk.status === 'closed';
    putAway.hidden = !doing.hidden;
    setText(putAway, t(talk.watched ? 'watch.stop' : 'talk.putAway'));
    for (const button of doing.querySelectorAll('button')) {
      button.disabled = board.line !== 'up';
    }
  };
}

function stateKey(talk) {
  if (talk.status === 'closed') {
    return 'talk.ended';
  }
  if (talk.watched) {
    return 'talk.watched';
  }
  return talk.visitor === 'away' ? 'talk.away' : 'talk.here';
}
