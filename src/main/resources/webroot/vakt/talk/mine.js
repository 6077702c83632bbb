// My chats, as a row of tabs: which is in front, who has written, who is away.

import { element, keyed, setText } from '/shared/element.js';
import { inOrder } from '../board/board.js';
import { levelShape, queueWords } from '../waiting/words.js';
import { t } from '/shared/texts.js';

const row = document.getElementById('mine');
const none = document.getElementById('mine-none');

/** `show(chat)` puts one in front. Returns draw(board). */
export function myChats({ show }) {
  return (board) => {
    const talks = inOrder(board);
    none.hidden = talks.length > 0;
    row.hidden = talks.length === 0;
    keyed(row, talks, (talk) => talk.chat, (talk) => make(talk, show), (item, talk) => draw(item, talk, board, talks.indexOf(talk)));
  };
}

/** What a chat is called here: its number in the row, and its nickname or queue. */
export function chatName(board, chat) {
  const at = inOrder(board).findIndex((talk) => talk.chat === chat);
  const talk = board.mine.get(chat);
  return t('mine.name', { number: at + 1, name: talk?.nickname || queueWords(talk?.queue) });
}

function make(talk, show) {
  return element(
    'li',
    {},
    element(
      'button',
      { type: 'button', class: 'button mine-tab', onclick: () => show(talk.chat) },
      element('span', { class: 'mine-shape' }),
      element('span', { class: 'mine-name' }),
      element('span', { class: 'mine-more small' }),
    ),
  );
}

function draw(item, talk, board, at) {
  const [shape, name, more] = item.firstElementChild.children;
  const inFront = board.open === talk.chat;
  item.firstElementChild.setAttribute('aria-current', inFront ? 'true' : 'false');
  item.firstElementChild.title = at < 9 ? t('mine.key', { number: at + 1 }) : '';
  if (shape.dataset.level !== talk.level) {
    shape.dataset.level = talk.level;
    shape.replaceChildren(levelShape(talk.level), element('span', { class: 'unseen' }, t(`level.${talk.level}`)));
  }
  setText(name, chatName(board, talk.chat));
  const said = [
    talk.unread > 0 ? t('mine.unread', { count: talk.unread }) : null,
    talk.watched ? t('mine.watched') : null,
    talk.remind ? t('mine.remind') : null,
    talk.status === 'closed' ? t('mine.ended') : talk.visitor === 'away' ? t('mine.away') : null,
  ];
  setText(more, said.filter(Boolean).join(' · '));
  item.classList.toggle('has-unread', talk.unread > 0);
}
