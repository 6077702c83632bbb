// What we know of the visitor in front: the card, what was flagged, and the way in.

import { element, setText } from '/shared/element.js';
import { isLoud } from '../board/levels.js';
import { cardWords, categoryWords, flowWords, languageWords, levelShape, queueWords } from '../waiting/words.js';
import { timeOfDay } from '../clock.js';
import { messageId } from '../talk/message.js';
import { marked } from '../talk/riskmarks.js';
import { t } from '/shared/texts.js';

const about = document.getElementById('about-talk');
const none = document.getElementById('about-none');
const facts = document.getElementById('about-facts');
const flags = document.getElementById('about-flags');

/** Returns draw(board). */
export function aboutVisitor() {
  let shown = '';
  return (board) => {
    const talk = board.mine.get(board.open);
    about.hidden = !talk;
    none.hidden = Boolean(talk);
    const flagged = talk ? talk.log.filter((message) => message.risk && message.risk.level !== 'none') : [];
    const now = talk ? JSON.stringify([talk.chat, talk.level, talk.category, talk.queue, talk.visitor, flagged.length]) : '';
    if (!talk || shown === now) {
      shown = now;
      return;
    }
    shown = now;
    drawFacts(talk);
    drawFlags(talk, flagged);
  };
}

function drawFacts(talk) {
  const rows = [
    ['about.level', [levelShape(talk.level), t(`level.${talk.level}`)]],
    talk.category && ['about.category', [categoryWords(talk.category)]],
    ['about.queue', [queueWords(talk.queue)]],
    talk.since && ['about.since', [timeOfDay(talk.since)]],
    ['about.language', [languageWords(talk.language)]],
    talk.flow && ['about.flow', [flowWords(talk.flow)]],
    talk.place && ['about.place', [talk.place]],
    talk.nickname && ['about.nickname', [talk.nickname]],
    talk.returning && ['about.returning', [t('card.returning')]],
  ].filter(Boolean);
  facts.replaceChildren(...rows.flatMap(([key, value]) => [element('dt', {}, t(key)), element('dd', {}, ...value)]));
}

// The visitor's own words, the gravest first; each leads to its place in the log.
function drawFlags(talk, flagged) {
  const gravest = [...flagged].sort((a, b) => isLoud(b.risk.level) - isLoud(a.risk.level) || b.seq - a.seq);
  document.getElementById('about-flagged').hidden = gravest.length === 0;
  flags.replaceChildren(
    ...gravest.map((message) => {
      const link = element('button', { type: 'button', class: 'button button-quiet small' }, t('about.inLog'));
      link.onclick = () => showInLog(talk.chat, message.seq);
      return element(
        'li',
        { 'data-level': message.risk.level },
        element('p', { class: 'small' }, levelShape(message.risk.level), cardWords(message.risk)),
        element('blockquote', { lang: talk.language }, ...marked(message.text, message.risk)),
        link,
      );
    }),
  );
}

function showInLog(chat, seq) {
  const item = document.getElementById(messageId(chat, seq));
  if (item) {
    document.body.dataset.view = 'talk';
    item.setAttribute('tabindex', '-1');
    item.scrollIntoView({ block: 'center' });
    item.focus();
  }
}
