// One row of a file of settings: what it is called, its fields, what can be done with it, and what the checks say of it.

import { element, setText } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { field } from '../fields.js';
import { Card } from './card.js';
import { faults, mark, said } from './faults.js';
import { draw } from './parts/parts.js';
import { moveRow, removeRow, renameRow } from './rows.js';
import { say } from './say.js';

/** Makes a row's list item, with `row`: {update(source, ends), show(problems), open()}. */
export function makeRow(space, list, key) {
  const card = new Card(space.doc, list, key);
  const title = element('h3', { class: 'row-title' });
  const spelled = element('p', { class: 'small soft' });
  const facts = element('span', { class: 'tags' });
  const body = element('div', { class: 'row-body' });
  const whole = said();
  const wrong = element('span', { class: 'tag tag-urgent', hidden: true }, t('conf.wrong.row'));
  const [up, down] = [['up', -1], ['down', 1]].map(([name, by]) => button(name, () => move(by)));
  const away = button('delete', remove);
  const doing = element('p', { class: 'row-doing' }, ...(list.moves ? [up, down] : []), list.fixed ? null : away);
  const fold = list.fold
    ? element('details', {}, element('summary', {}, title, wrong, ' ', facts), body, doing)
    : element('div', { class: 'row-flat', role: 'group' }, list.key ? null : title, body, doing);
  const item = element('li', { class: `row${list.fold ? ' card' : ''}`, 'data-row': key }, fold, whole);
  let drawn = null;
  let name = '';
  let found = [];

  function update(source, { first, last }) {
    const value = card.at([]);
    name = list.title(card.key, value, say);
    card.name = name;
    setText(title, name);
    setText(spelled, name);
    if (!list.fold) {
      fold.setAttribute('aria-label', name);
    }
    up.disabled = first;
    down.disabled = last;
    [['up', up], ['down', down], ['delete', away]].forEach(([what, one]) => one.setAttribute('aria-label', t(`conf.${what}This`, { name })));
    if (list.facts) {
      facts.replaceChildren(...list.facts(value, say).filter(Boolean).map((fact) => element('span', { class: 'tag' }, String(fact))));
    }
    if (source !== drawn && !card.typing) {
      fields();
    }
    drawn = source;
  }

  function fields() {
    const focus = body.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    const more = body.querySelector('details')?.open;
    const [first, rest] = [list.parts.filter((part) => !part.more), list.parts.filter((part) => part.more)];
    body.replaceChildren(
      ...(list.key ? [keyField()] : []), ...first.map((part) => draw(card, part)),
      ...(rest.length > 0 ? [element('details', { open: more }, element('summary', {}, t('conf.more')), ...rest.map((part) => draw(card, part)))] : []));
    mark(item, whole, found, name);
    if (focus) {
      [...body.querySelectorAll('[data-focus]')].find((one) => one.dataset.focus === focus)?.focus();
    }
  }

  function keyField() {
    const made = field({ label: card.label(list.key), type: list.key.type, value: card.key });
    made.input.dataset.focus = 'key';
    made.input.addEventListener('change', () => {
      const now = made.value.trim();
      if (now === '' || now === card.key) {
        made.value = card.key;
        return;
      }
      // The row stays the same one on the page, under another name; and its fields stay, for the next has the focus.
      const before = card.key;
      card.typing = true;
      card.key = now;
      item.dataset.key = now;
      item.dataset.row = now;
      if (!renameRow(space.doc, list.at, before, now)) {
        [card.key, item.dataset.key, item.dataset.row, made.value] = [before, before, before, before];
        saySoftly(t('conf.taken', { name: now }));
      }
      card.typing = false;
    });
    return element('div', { class: 'row-part row-key', 'data-field': 'key' }, made.element,
      list.key.type === 'date' ? spelled : null);
  }

  function move(by) {
    const pressed = document.activeElement;
    moveRow(space.doc, list.at, card.key, by);
    (pressed.disabled ? (pressed === up ? down : up) : pressed).focus();
    saySoftly(t(by < 0 ? 'conf.movedUp' : 'conf.movedDown', { name }));
  }

  function remove() {
    removeRow(space.doc, list.at, card.key);
    space.removed(name);
  }

  function button(what, act) {
    return element('button', { type: 'button', class: 'button button-quiet small', 'data-do': what, onclick: act }, t(`conf.${what}`));
  }

  item.row = {
    update,
    show: (problems) => {
      found = faults(problems, card);
      mark(item, whole, found, name);
      wrong.hidden = found.length === 0;
      item.classList.toggle('has-error', found.some(({ severity }) => severity === 'error'));
      item.classList.toggle('has-advice', found.length > 0);
    },
    open() {
      fold.open = true;
      (body.querySelector('[aria-invalid]') ?? body.querySelector('input, textarea, select'))?.focus();
    },
  };
  return item;
}
