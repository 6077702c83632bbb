// A file of settings as a form: its lists, a row an entry. It draws what the text says, and what it does goes into the
// text; so a form and a text of the same file are always two views of one thing.

import { element, keyed } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';
import { offset } from '../checks/panel.js';
import { addDialog } from './adding.js';
import { listsOf } from './files/files.js';
import { makeRow } from './row.js';
import { rowsOf } from './rows.js';

/**
 * Returns {element, draw(), show(problems): those that belong to no row, first(): to the first row that has one}.
 * `space` is {id, doc, removed(name)}.
 */
export function form(space) {
  const { id, doc } = space;
  const broken = element('p', { class: 'notice card', hidden: true }, t('conf.broken'));
  const lists = element('div', { class: 'row-lists' });
  const box = element('div', { class: 'conf-form' }, broken, lists);
  let shown = [];

  function draw() {
    broken.hidden = !doc.broken;
    lists.hidden = doc.broken;
    if (doc.broken) {
      return;
    }
    shown = listsOf(id, doc);
    keyed(lists, shown, (list) => list.at.join('.'), section, (made, list) => {
      made.list = list;
      rows(made, list);
    });
  }

  function section(list) {
    const heading = `conf-list-${list.at.join('-')}`;
    const ol = element('ol', { class: `rows${list.fold ? '' : ' rows-flat'}` });
    const title = list.language ? t('conf.list.words', { language: t(`language.${list.language}`) }) : tOr(`conf.list.${list.name}`, list.name);
    const made = element('section', { 'aria-labelledby': heading, 'data-list': list.name },
      element('div', { class: 'list-head' }, element('h2', { id: heading }, title),
        list.ask ? element('button', { type: 'button', class: 'button', 'data-do': 'add', onclick: () => addDialog(space, made.list, (key) => opened(made, key)) }, t(`conf.add.${list.language ? 'words' : list.name}`)) : null),
      tOr(`conf.list.${list.name}.what`, null) ? element('p', { class: 'small soft' }, t(`conf.list.${list.name}.what`)) : null,
      ol, list.fixed ? null : element('p', { class: 'soft', 'data-none': true }, t('conf.none')));
    return made;
  }

  function rows(made, list) {
    const there = new Map(rowsOf(doc, list.at).map((row) => [row.key, row]));
    const keys = list.fixed ? list.keys : [...there.keys()];
    keyed(made.querySelector('ol'), keys, (key) => key, (key) => makeRow(space, list, key), (item, key) => {
      const row = there.get(key);
      item.row.update(row ? doc.text.slice(row.start, row.to) : '', { first: key === keys[0], last: key === keys[keys.length - 1] });
    });
    const none = made.querySelector('[data-none]');
    if (none) {
      none.hidden = keys.length > 0;
    }
  }

  function opened(made, key) {
    [...made.querySelectorAll('ol > li')].find((item) => item.dataset.key === key)?.row.open();
  }

  function show(problems) {
    if (doc.broken) {
      return problems;
    }
    const left = new Set(problems);
    for (const made of lists.children) {
      const there = new Map(rowsOf(doc, made.list.at).map((row) => [row.key, row]));
      for (const item of made.querySelectorAll('ol > li')) {
        const row = there.get(item.dataset.key);
        const its = row ? problems.filter((one) => one.file === null && within(row, one)) : [];
        its.forEach((one) => left.delete(one));
        item.row.show(its);
      }
    }
    return [...left];
  }

  const within = (row, { line, column }) => {
    const at = offset(doc.text, line, column);
    return row.from <= at && at < row.to;
  };

  /** Opens the first row that the checks say something of; an error goes before advice. */
  const first = () => (lists.querySelector('.row.has-error') ?? lists.querySelector('.row.has-advice'))?.row.open();

  return { element: box, draw, show, first };
}
