// Whom to reach now: cards in the talk, and the numbers kept in sight above it from then on.

import { byId, element, empty, saying } from './element.js';
import { showAmong } from './log.js';

const mostKept = 3;
const kept = byId('keep');
let shown = '';

/** Shows the contacts of the wire; the same again changes nothing. */
export function showContacts(contacts) {
  const all = JSON.stringify(contacts);
  if (all === shown || contacts.length === 0) {
    return;
  }
  shown = all;
  const list = element('ul', 'cards', ...contacts.map(card));
  showAmong(element('div', 'contacts come-0', saying('p', 'speaker', 'contacts'), list));
  keepInSight(contacts.filter((contact) => contact.phone).slice(0, mostKept));
}

export function clearContacts() {
  shown = '';
  kept.hidden = true;
  empty(kept);
}

function card(contact) {
  const made = element('li', 'contact card', element('strong', 'contact-name', contact.name));
  if (contact.about) {
    made.append(element('p', 'small', contact.about));
  }
  if (contact.hours) {
    made.append(element('p', 'small soft', contact.hours));
  }
  const ways = element('div', 'contact-ways');
  if (contact.phone) {
    ways.append(call(contact, saying('span', '', 'contacts.call', { phone: contact.phone })));
  }
  if (contact.url && /^https?:\/\//.test(contact.url)) {
    const link = element('a', 'button', saying('span', '', 'contacts.web'), element('span', 'unseen', ` ${contact.name}`));
    link.href = contact.url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    ways.append(link);
  }
  made.append(ways);
  return made;
}

function keepInSight(contacts) {
  empty(kept);
  contacts.forEach((contact) => {
    kept.append(call(contact, element('b', '', contact.phone), element('span', 'small', ` ${contact.name}`)));
  });
  kept.hidden = contacts.length === 0;
}

function call(contact, ...inside) {
  const link = element('a', 'button button-urgent', ...inside);
  link.href = `tel:${contact.phone.replace(/[^\d+]/g, '')}`;
  return link;
}
