// A new row: what it must have is asked for first, so that a half of one never stands in the file.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { openDialog } from '../dialog.js';
import { field } from '../fields.js';
import { asName } from '../names.js';
import { addRow, rowsOf } from './rows.js';

/** Asks as the list's table says; `added(key)` when the row is there. */
export function addDialog({ doc }, list, added) {
  const fields = list.ask.map(({ name, type, help, needed }) => [name, needed, field({
    id: `add-${name}`, label: t(`conf.field.${name}`) + (needed ? '' : ` ${t('conf.optional')}`), type,
    help: help ? t(`conf.help.${name}`) : undefined, max: type === 'url' ? 300 : 120,
  })]);
  let key = null;
  openDialog({
    title: t(`conf.add.${list.language ? 'words' : list.name}`),
    inside: [element('div', { onkeydown: byEnter }, ...fields.map(([, , made]) => made.element))],
    actions: [{ text: t('conf.addYes'), lamp: true, name: 'add', act: add }],
    // The dialog gives the focus back as it closes: only then can the new row have it.
    closed: () => key !== null && added(key),
  });

  function byEnter(event) {
    if (event.key === 'Enter' && !event.isComposing) {
      // Else it would press the button that gets the focus back.
      event.preventDefault();
      add(event.target.closest('dialog'));
    }
  }

  function add(dialog) {
    const missing = fields.find(([, needed, made]) => needed && made.value.trim() === '');
    const given = Object.fromEntries(fields.map(([name, , made]) => [name, made.value.trim()]));
    const taken = new Set(rowsOf(doc, list.at).map((row) => row.key));
    const made = missing ? null : list.make(given, { free: (name) => free(asName(name) || list.name, taken), everywhere });
    if (missing || taken.has(made.key)) {
      dialog.say(missing ? t('conf.wrong.missing', { field: t(`conf.field.${missing[0]}`) }) : t('conf.taken', { name: made.key }));
      (missing ?? fields[0])[2].input.focus();
      return;
    }
    addRow(doc, list.at, made.key, made.value, list.keys);
    key = made.key;
    dialog.close();
  }

  const everywhere = (text) => Object.fromEntries(doc.languages.map((language) => [language, text]));
}

// The first of name, name-2, name-3 … that no row has.
function free(name, taken) {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(tried)) {
      return tried;
    }
  }
}
