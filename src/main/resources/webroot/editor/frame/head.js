// The head of a flow: its title, whether it is saved, and what can be done with the whole of it.

import { element, setText } from '/shared/element.js';
import { saySoftly, sayNow } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { failedWords } from '../checks/words.js';
import { confirm } from '../dialog.js';
import { droppedDialog } from '../drafts/dropped.js';
import { panelLinks } from '../together/links.js';
import { publishing } from '../publish/publish.js';
import { proposalBand } from '../publish/proposal.js';
import { versionsDialog } from '../publish/versions.js';
import { settle } from '../typing.js';
import { isAhead, when } from '../when.js';

/** Returns {element, title (the heading), end()}. */
export function flowHead(space, { presence, tried }) {
  const { doc, saver, checks, flow } = space;
  const title = element('h1', { tabindex: '-1' });
  const state = element('p', { class: 'save-state small', role: 'status' });
  const button = (id, key, act, lamp) => element('button', { type: 'button', id, class: `button${lamp ? ' button-lamp' : ''}`, onclick: () => {
    settle();
    act();
  } }, t(key));
  const undo = button('undo', 'flow.undo', () => doc.undo());
  const redo = button('redo', 'flow.redo', () => doc.redo());
  const toChecks = button('to-checks', 'checks.title', () => {
    const heading = document.getElementById('checks-title');
    heading.scrollIntoView({ block: 'nearest' });
    heading.focus();
  });
  const publish = button('publish', 'publish.open', () => publishing(space), true);
  const live = element('p', { class: 'small soft' }, flow.version === null || flow.version === undefined ? t('flow.neverLive') : t('flow.live', { number: flow.version }),
    ...flow.versions.filter(isAhead).map((one) => ` ${t('flow.planned', { number: one.number, at: when(one.from) })}`));
  const band = proposalBand(space);
  const differs = flow.fileDiffers ? element('p', { class: 'card notice small' }, t('flow.fileDiffers')) : null;

  const draw = () => {
    undo.disabled = !doc.canUndo;
    redo.disabled = !doc.canRedo;
    setText(state, saver.state === 'waiting' && saver.failure ? t('saver.refused', { why: saver.failure }) : t(`saver.${saver.state}`));
    state.dataset.state = saver.state;
    const errors = checks.errors.length;
    const warnings = checks.warnings.length;
    setText(toChecks, checks.result ? t('checks.short', { errors, warnings }) : t('checks.title'));
    toChecks.dataset.worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none';
  };
  draw();
  const off = [doc.subscribe(draw), saver.subscribe(draw), checks.subscribe(draw)];

  async function discard() {
    if (!(await confirm(t('discard.title'), t('discard.what'), t('discard.yes')))) {
      return;
    }
    try {
      await saver.discard();
      if (flow.version === null || flow.version === undefined) {
        // There is nothing else of it: the list shows where it can be had back.
        location.hash = '#/';
      } else {
        location.reload();
      }
    } catch (refused) {
      sayNow(failedWords(refused));
    }
  }

  const more = element('details', { class: 'more' }, element('summary', { class: 'button' }, t('flow.more')),
    element('div', { class: 'more-list' },
      button('versions', 'versions.open', () => versionsDialog(space)),
      button('links', 'links.open', () => panelLinks(space)),
      element('a', { class: 'button', id: 'download', href: '#', onclick: download }, t('flow.download')),
      button('discard', 'discard.open', discard),
      button('dropped', 'dropped.open', () => droppedDialog(space.id, () => saver.saved(), () => location.reload()))));
  more.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && more.open) {
      more.open = false;
      more.querySelector('summary').focus();
    }
  });

  // The same bytes as `flows export` writes, once this is what is live.
  function download(event) {
    event.preventDefault();
    settle();
    const url = URL.createObjectURL(new Blob([doc.text], { type: 'application/yaml' }));
    const link = element('a', { href: url, download: `${space.id}.yaml` });
    link.click();
    URL.revokeObjectURL(url);
    saySoftly(t('flow.downloaded'));
  }

  return {
    title,
    element: element('header', { class: 'flow-head' },
      element('div', { class: 'flow-who' }, title, state, live, presence),
      element('div', { class: 'flow-doing' }, undo, redo, toChecks, tried.button, publish, more),
      band.element, differs),
    end: () => off.forEach((end) => end()),
  };
}
