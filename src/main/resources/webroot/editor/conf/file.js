// One file of settings: the form and the text of it, what the server says of it, and what can be done with the whole.

import { element, keyed, setText } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t, tOr } from '/shared/texts.js';
import { confPath, get } from '../api.js';
import { Checker } from '../checks/checker.js';
import { findingWords } from '../checks/words.js';
import { FlowDocument } from '../document.js';
import { askWhich } from '../drafts/conflict.js';
import { forgetUnsaved, keepUnsaved, unsaved } from '../drafts/local.js';
import { settle } from '../typing.js';
import { undoByKeys } from '../undoing.js';
import { form } from './form.js';
import { publishing } from './publish.js';
import { plainText } from './text.js';
import { twoViews } from './views.js';
import { versionsDialog } from './versions.js';

/** Shows the file in `page`; returns what to do when it is left. */
export async function showFile(page, id) {
  const live = await get(confPath(id));
  const kept = `conf.${id}`;
  const doc = new FlowDocument(live.text);
  const space = { id, doc, live: live.text, rev: live.rev, kept, removed };
  await takeUp(space, live);
  const checks = new Checker(id, doc, confPath(id, '/check'));
  const shownAs = { form: form(space), text: plainText(doc) };
  const views = twoViews(shownAs);
  const state = element('p', { class: 'checks-state', id: 'conf-state', role: 'status' }, t('checks.asking'));
  const first = element('button', { type: 'button', id: 'conf-first', class: 'button small', hidden: true, onclick: () => shownAs.form.first() }, t('conf.first'));
  const list = element('ul', { class: 'findings', 'aria-label': t('checks.title') });
  const button = (what, key, act, lamp) => element('button', {
    type: 'button', id: what, class: `button${lamp ? ' button-lamp' : ''}`, onclick: () => {
      settle();
      act();
    },
  }, t(key));
  const undo = button('undo', 'flow.undo', () => doc.undo());
  const redo = button('redo', 'flow.redo', () => doc.redo());
  const back = button('conf-undo', 'conf.undo', () => doc.replace(space.live, { origin: 'back' }));
  const publish = button('conf-publish', 'publish.open', () => publishing(space), true);
  const versions = button('versions', 'conf.versions', () => versionsDialog(space));
  const name = tOr(`conf.${id}`, id);
  document.title = `${name} – ${t('conf.title')}`;
  page.replaceChildren(element('div', { class: 'list conf' },
    element('p', {}, element('a', { href: '#/ord' }, t('conf.title'))),
    element('h1', { tabindex: '-1' }, name), element('p', { class: 'soft' }, tOr(`conf.${id}.what`, '')),
    element('div', { class: 'conf-bar' }, views.tabs, element('div', { class: 'flow-doing' }, undo, redo, versions, back, publish)),
    element('div', { class: 'conf-state' }, state, first), list, views.element));

  function changed() {
    if (doc.text === space.live) {
      forgetUnsaved(kept);
    } else {
      keepUnsaved(kept, { text: doc.text, rev: space.rev });
    }
    shownAs.form.draw();
    doing();
  }

  function doing() {
    undo.disabled = !doc.canUndo;
    redo.disabled = !doc.canRedo;
    back.hidden = doc.text === space.live;
    publish.disabled = doc.text === space.live || checks.state !== 'fresh' || checks.errors.length > 0;
  }

  function checked() {
    doing();
    if (checks.state === 'failed') {
      setText(state, t('checks.failed'));
      return;
    }
    if (checks.state !== 'fresh') {
      return;
    }
    const [errors, warnings] = [checks.errors.length, checks.warnings.length];
    setText(state, errors + warnings === 0 ? t('checks.fine') : t('checks.count', { errors, warnings }));
    state.dataset.worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none';
    // Those of a row stand at the row, in the form; here is what is left, and in the text all of them.
    const left = shownAs.form.show(checks.result.problems);
    first.hidden = views.current !== 'form' || left.length === checks.result.problems.length;
    keyed(list, views.current === 'form' ? left : checks.result.problems, (one) => `${one.code}:${one.file}:${one.line}:${one.column}:${one.sentence}`, finding);
  }

  function finding(problem) {
    const go = () => {
      views.open('text');
      shownAs.text.go(problem);
    };
    return element('li', { class: `finding finding-${problem.severity}` },
      element('p', {}, element('span', { class: 'finding-kind' }, t(`checks.${problem.severity}`)), ' ',
        problem.file ? t('conf.breaks', { file: problem.file, line: problem.line }) : findingWords(problem)),
      element('p', { class: 'small soft', lang: 'en' }, problem.sentence),
      problem.file ? null : element('p', { class: 'finding-doing' }, element('button', { type: 'button', class: 'button small', onclick: go }, t('checks.goLine', { line: problem.line }))));
  }

  function removed(what) {
    undo.focus();
    saySoftly(t('conf.removed', { name: what }));
  }

  const leaving = () => settle();
  const off = [doc.subscribe(changed), checks.subscribe(checked), views.subscribe(checked), undoByKeys(doc)];
  addEventListener('beforeunload', leaving);
  shownAs.form.draw();
  views.open(doc.broken ? 'text' : 'form');
  doing();
  return () => {
    settle();
    removeEventListener('beforeunload', leaving);
    off.forEach((end) => end());
    checks.end();
  };
}

// What this browser still has and the server has not: taken up, or, when another has published since, shown beside it.
async function takeUp({ doc, kept, rev }, { text, versions }) {
  const left = unsaved(kept);
  if (!left || left.text === text) {
    forgetUnsaved(kept);
    return;
  }
  const newest = versions.find((version) => version.live);
  const which = left.rev === rev ? 'mine' : await askWhich(left.text, { text, by: newest?.author, at: newest?.at });
  doc.replace(left.text, { origin: 'taken-up' });
  if (which === 'mine') {
    saySoftly(t('draft.takenUp'));
  } else {
    // Both are kept: what was here is one step forward from what was there.
    doc.undo();
  }
}
