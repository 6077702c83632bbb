// What a flow can point to: queues, other flows, contacts and topics. Asked for once, and again after a change of the settings.

import { inWords } from '/shared/texts.js';
import { get } from './api.js';
import { keepTimeOf } from './when.js';

let asked = null;

/** `{queues: [{id, title}], flows: [{id, title}], contacts: [{id, title}], topics, zone, secondEyes}`. */
export function surroundings() {
  asked ??= get('surroundings').then(learnt).catch((failed) => {
    asked = null;
    throw failed;
  });
  return asked;
}

/** What was told has changed: it is asked for anew. */
export function forgetSurroundings() {
  asked = null;
}

function learnt(found) {
  keepTimeOf(found.zone);
  return {
    ...found,
    queues: found.queues.map((one) => ({ id: one.id, title: inWords(one.title, one.id) })),
    flows: found.flows.map((one) => ({ id: one.id, title: inWords(one.title, one.id) })),
    contacts: found.contacts.map((one) => ({ id: one.id, title: inWords(one.name, one.id) })),
  };
}

/** What staff call a queue. */
export const queueTitle = ({ queues }, id) => queues.find((one) => one.id === id)?.title ?? id;
