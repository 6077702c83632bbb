// Who else is on duty, with how many chats; and, for a lead, what others have taken while we looked on.

import { element, keyed, setText } from '/shared/element.js';
import { cardWords, levelShape } from '../waiting/words.js';
import { t, tOr } from '/shared/texts.js';

const list = document.getElementById('team');
const alone = document.getElementById('team-alone');
const held = document.getElementById('held');
const heldBox = document.getElementById('held-box');

/** `watch(chat)` follows a chat unseen. Returns draw(board). */
export function team({ watch }) {
  return (board) => {
    const others = board.staff.filter((each) => each.user !== board.me.user);
    alone.hidden = others.length > 0;
    setText(alone, t(board.duty.on ? 'team.alone' : 'team.nobody'));
    keyed(list, others, (each) => each.user, makePerson, drawPerson);

    const leads = board.me.roles.includes('leder');
    const watchable = leads ? [...board.held.values()].filter(({ card }) => !board.mine.has(card.chat)) : [];
    heldBox.hidden = watchable.length === 0;
    keyed(held, watchable, ({ card }) => card.chat, (each) => makeHeld(each, board, watch));
  };
}

function makePerson() {
  return element('li', { class: 'person' }, element('span', {}), element('span', { class: 'small soft' }));
}

function drawPerson(item, person) {
  const [name, more] = item.children;
  setText(name, person.name);
  const roles = (person.roles ?? []).map((role) => tOr(`role.${role}`, role)).join(', ');
  const has = t('team.has', { roles, chats: person.chats, capacity: person.capacity ?? '–' });
  setText(more, person.away ? `${has} · ${t('team.away')}` : has);
}

function makeHeld({ card, by }, board, watch) {
  const name = board.staff.find((each) => each.user === by)?.name ?? by ?? '';
  return element(
    'li',
    { class: 'person' },
    element('span', {}, levelShape(card.level), cardWords(card)),
    element('span', { class: 'small soft' }, name),
    element('button', { type: 'button', class: 'button small', onclick: () => watch(card.chat) }, t('watch.start')),
  );
}
