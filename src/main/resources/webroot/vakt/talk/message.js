// One message of the log: who, when, what, and what was flagged in it.

import { element } from '/shared/element.js';
import { timeOfDay } from '../clock.js';
import { cardWords, levelShape } from '../waiting/words.js';
import { t } from '/shared/texts.js';
import { marked } from './riskmarks.js';

/** The message as a list item. `correct` makes the buttons that say what the flagging got wrong. */
export function messageItem(message, talk, correct) {
  const flagged = message.risk && message.risk.level !== 'none';
  return element(
    'li',
    { class: `message from-${message.from}`, 'data-seq': message.seq, id: messageId(talk.chat, message.seq) },
    who(message, message.from === 'visitor' && !flagged ? correct(message, talk) : null),
    element('p', { class: 'message-text', lang: talk.language }, ...marked(message.text, message.risk)),
    message.ask?.choices?.length ? choices(message.ask, talk.language) : null,
    flagged ? risk(message, correct(message, talk)) : null,
  );
}

/** A message that is not stored yet: said in words, and what can be done about it. */
export function pendingItem(entry, me, { lost, discard, takeBack }) {
  const id = entry.id;
  const failed = entry.failed;
  return element(
    'li',
    { class: 'message from-staff message-pending', 'data-state': failed ? 'failed' : lost ? 'lost' : 'sending' },
    element('p', { class: 'message-who small' }, me.name),
    element('p', { class: 'message-text' }, entry.frame.text),
    element('p', { class: 'message-fate small' }, failed ? fate(failed) : t(lost ? 'pending.lost' : 'pending.sending')),
    failed
      ? element(
          'p',
          { class: 'message-doing' },
          element('button', { type: 'button', class: 'button small', onclick: () => takeBack(id) }, t('pending.takeBack')),
          element('button', { type: 'button', class: 'button small', onclick: () => discard(id) }, t('pending.discard')),
        )
      : null,
  );
}

/** The id of a message's element, for links to it. */
export function messageId(chat, seq) {
  return `message-${chat}-${seq}`;
}

function fate(failed) {
  return `${t('pending.failed')} ${failed.text ?? ''}`.trim();
}

function risk(message, correction) {
  const words = element('span', {}, levelShape(message.risk.level), cardWords(message.risk));
  return element('p', { class: 'message-risk small' }, words, correction);
}

function who(message, correction) {
  const name = message.from === 'staff' ? (message.name ?? t('from.staff')) : t(`from.${message.from}`);
  const time = message.at ? element('time', { datetime: message.at }, timeOfDay(message.at)) : null;
  return element('p', { class: 'message-who small' }, element('span', {}, name, ' ', time), correction);
}

function choices(ask, language) {
  const labels = ask.choices.map((choice) => element('li', {}, choice.label));
  return element('ul', { class: 'message-choices small', lang: language, 'aria-label': t('ask.choices') }, ...labels);
}
