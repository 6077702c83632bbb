// What has changed in a file of settings, in plain words: which rows are new, gone, moved or changed, and in what.

import { element } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';
import { FlowDocument } from '../document.js';
import { listsOf } from './files/files.js';
import { rowsOf } from './rows.js';
import { say } from './say.js';

/** A list of sentences; where there is nothing to tell of rows, one that says so. */
export function rowChanges(id, before, after) {
  const [was, is] = [new FlowDocument(before), new FlowDocument(after)];
  const told = was.broken || is.broken ? [] : listsOf(id, is).flatMap((list) => inList(list, was, is));
  return element('ul', { class: 'row-changes' }, ...(told.length > 0 ? told : [t('conf.change.other')]).map((one) => element('li', {}, one)));
}

function inList(list, was, is) {
  const [old, now] = [was, is].map((doc) => rowsOf(doc, list.at).map((row) => row.key));
  const value = (doc, key) => doc.value(...list.at, key);
  const name = (doc, key) => list.title(key, value(doc, key), say);
  const where = list.language ? ` (${t(`language.${list.language}`)})` : '';
  const stayed = now.filter((key) => old.includes(key));
  const changed = stayed.filter((key) => JSON.stringify(value(was, key)) !== JSON.stringify(value(is, key)));
  const moved = old.filter((key) => now.includes(key)).join('\n') !== stayed.join('\n');
  return [
    ...now.filter((key) => !old.includes(key)).map((key) => t('conf.change.new', { name: name(is, key) }) + where),
    ...changed.map((key) => t('conf.change.changed', { name: name(is, key), what: what(list, value(was, key), value(is, key)) }) + where),
    ...old.filter((key) => !now.includes(key)).map((key) => t('conf.change.gone', { name: name(was, key) }) + where),
    ...(moved ? [t('conf.change.moved')] : []),
  ];
}

// "15:00-21:00 → stengt" of a row that is one value; else the fields that differ.
function what(list, was, is) {
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) {
    return `${plain(was)} → ${plain(is)}`;
  }
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
  return fields.map((field) => {
    const part = list.parts.find((one) => one.field[0] === field);
    return part ? t(`conf.field.${part.label}`) : tOr(`language.${field}`, field);
  }).join(', ');
}

const plain = (value) => (value === 'closed' ? t('conf.closed') : String(value ?? t('conf.closed')));
