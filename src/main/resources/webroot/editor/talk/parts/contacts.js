// Whom to point to: some of the directory by name, or whoever knows about a topic.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';

export function contacts(card, part) {
  const value = card.at(part.field);
  const byTopic = value !== null && typeof value === 'object' && !Array.isArray(value);
  const kind = value === undefined ? 'none' : byTopic ? 'topics' : 'ids';
  const select = element('select', { class: 'field', 'aria-label': t('contacts.title'), 'data-focus': 'contacts' },
    ...['none', 'topics', 'ids'].map((one) => element('option', { value: one, selected: one === kind }, t(`contacts.${one}`))));
  const { contacts: known, topics } = card.surroundings;
  select.addEventListener('change', () => card.set(part.field, {
    none: undefined, topics: { topics: topics.slice(0, 1) }, ids: known.slice(0, 1).map(({ id }) => id),
  }[select.value]));
  const list = (array) => (Array.isArray(array) ? array.map(String) : array === undefined ? [] : [String(array)]);
  const asked = card.doc.stepNames.filter((name) => card.doc.step(name).choices).map((name) => [`{${name}}`, t('contacts.answer', { step: name })]);
  return element('div', { class: 'contacts' },
    element('div', { class: 'way-on' }, element('span', { class: 'way-label', 'aria-hidden': true }, t('contacts.title')), select),
    kind === 'topics' ? picks(card, [...part.field, 'topics'], list(value.topics), [...topics.map((one) => [one, one]), ...asked]) : null,
    kind === 'ids' ? picks(card, part.field, list(value), known.map(({ id, title }) => [id, title])) : null);
}

// Those chosen, each with a way out, and one to choose more from. The last one stays: none at all is chosen above.
function picks(card, path, chosen, options) {
  const name = (one) => options.find(([id]) => id === one)?.[1] ?? one;
  const more = element('select', { class: 'field', 'aria-label': t('contacts.add'), 'data-focus': 'add-contact' },
    element('option', { value: '' }, t('contacts.add')),
    ...options.filter(([id]) => !chosen.includes(id)).map(([id, title]) => element('option', { value: id }, title)));
  more.addEventListener('change', () => more.value && card.set(path, [...chosen, more.value]));
  return element('div', { class: 'picks' },
    ...chosen.map((one) => element('span', { class: 'tag' }, name(one), ' ',
      chosen.length > 1
        ? element('button', {
          type: 'button', class: 'pick-off', 'aria-label': t('contacts.remove', { name: name(one) }),
          onclick: () => card.set(path, chosen.filter((other) => other !== one)),
        }, '×')
        : null)),
    more);
}
