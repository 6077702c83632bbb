// One flow: its head, the three views, and beside them the checks and the try.

import { element, setText } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { inWords, t } from '/shared/texts.js';
import { flowPath, get } from '../api.js';
import { Checker } from '../checks/checker.js';
import { checksPanel } from '../checks/panel.js';
import { FlowDocument } from '../document.js';
import { askWhich } from '../drafts/conflict.js';
import { forgetUnsaved, unsaved } from '../drafts/local.js';
import { Saver } from '../drafts/saver.js';
import { languagesDialog } from '../languages/dialog.js';
import { Selection } from '../selection.js';
import { languageSwitch, Shown } from '../shown.js';
import { surroundings } from '../surroundings.js';
import { comments } from '../together/comments.js';
import { presence } from '../together/presence.js';
import { trying } from '../try/try.js';
import { settle } from '../typing.js';
import { undoByKeys } from '../undoing.js';
import { flowHead } from './head.js';
import { views } from './views.js';

/** Shows the flow in `page`; returns what to do when it is left. */
export async function showFlow(page, id, me) {
  const [flow, around] = await Promise.all([get(flowPath(id)), surroundings()]);
  const begun = flow.draft ?? await newest(flow);
  const doc = new FlowDocument(begun.text);
  const start = { rev: flow.draft?.rev ?? 0, base: begun.base };
  const saver = new Saver(id, doc, start, (theirs) => askWhich(doc.text, theirs));
  await takeUp(id, doc, saver, start, flow);
  const checks = new Checker(id, doc);
  const space = { id, me, flow, doc, saver, checks, selection: new Selection(), shown: new Shown(doc), surroundings: around };
  const languages = languageSwitch(space.shown, checks);
  const panel = checksPanel(space);
  const here = presence(id, me);
  const tried = trying(space);
  space.tryFrom = tried.from;
  const said = comments(space);
  const shown = views(space);
  const head = flowHead(space, { presence: here.element, tried });

  page.replaceChildren(element('div', { class: 'flow' },
    head.element,
    element('div', { class: 'flow-bar' }, shown.tabs, element('div', { class: 'languages-all' }, languages.element, element('button', {
      type: 'button', id: 'languages', class: 'button button-quiet small', onclick: () => {
        settle();
        languagesDialog(space);
      },
    }, t('languages.open')))),
    element('div', { class: 'flow-body' },
      shown.element,
      element('aside', { class: 'flow-side', 'aria-label': t('flow.side') }, tried.element, panel.element, said.element))));
  const title = () => {
    const words = inWords(doc.broken ? flow.title : doc.value('title'), id) || id;
    document.title = t('flow.pageTitle', { title: words });
    setText(head.title, words);
  };
  title();
  const off = [
    doc.subscribe(title), doc.subscribe(languages.draw), checks.subscribe(languages.draw), space.shown.subscribe(languages.draw),
    panel.end, here.end, tried.end, head.end, undoByKeys(doc),
  ];
  const leaving = (event) => {
    settle();
    if (saver.state === 'waiting' || saver.state === 'conflict') {
      event.preventDefault();
    }
  };
  addEventListener('beforeunload', leaving);
  return () => {
    settle();
    removeEventListener('beforeunload', leaving);
    off.forEach((end) => end());
    checks.end();
    saver.end();
  };
}

// Without a draft one goes on from what is planned, else from what is live.
async function newest({ id, text, version, goOnFrom }) {
  return { text: goOnFrom === version ? text ?? '' : await get(flowPath(id, `/text?version=${goOnFrom}`)), base: goOnFrom ?? 0 };
}

// What this browser still has and the server has not: taken up, or, when another has saved since, shown beside it.
async function takeUp(id, doc, saver, start, flow) {
  const left = unsaved(id);
  if (!left || left.text === doc.text) {
    forgetUnsaved(id);
    return;
  }
  const sameBase = left.rev === start.rev;
  const which = sameBase ? 'mine' : await askWhich(left.text, { text: doc.text, by: flow.draft?.by, at: flow.draft?.at });
  if (which === 'mine') {
    doc.replace(left.text, { origin: 'taken-up' });
    saySoftly(t('draft.takenUp'));
  } else {
    // Both are kept: what was here is one step forward from what was there.
    doc.replace(left.text, { origin: 'taken-up' });
    doc.undo();
  }
}
