// What is beside the flows: the directory, words to avoid, opening hours, phrases for staff. Each is a file of text with
// the server's checks beneath, published like a flow.

import { element, keyed, setText } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t, tOr } from '/shared/texts.js';
import { get, post } from '../api.js';
import { openDialog } from '../dialog.js';
import { field } from '../fields.js';
import { forgetUnsaved, keepUnsaved, unsaved } from '../drafts/local.js';
import { when } from '../when.js';
import { offset } from '../checks/panel.js';

const restMs = 300;

/** Shows the list, or the file whose id is given. */
export async function showConf(page, id) {
  document.title = t('conf.title');
  if (!id) {
    const { files } = await get('conf');
    page.replaceChildren(element('div', { class: 'list' },
      element('h1', { tabindex: '-1' }, t('conf.title')), element('p', { class: 'soft' }, t('conf.what')),
      element('ul', { class: 'flows' }, ...files.map((file) => element('li', {},
        element('a', { class: 'card flow-row', href: `#/ord/${file.id}` },
          element('strong', {}, tOr(`conf.${file.id}`, file.title)), element('span', { class: 'small soft' }, tOr(`conf.${file.id}.what`, '')),
          element('span', { class: 'small soft' }, file.by ? t('conf.changed', { name: file.by, at: when(file.at) }) : t('conf.asFile'))))))));
    return () => {};
  }
  return file(page, id);
}

async function file(page, id) {
  const { text, rev } = await get(`conf/${encodeURIComponent(id)}`);
  const kept = `conf.${id}`;
  const left = unsaved(kept);
  const area = element('textarea', { class: 'field conf-text', rows: 28, spellcheck: true, 'aria-label': tOr(`conf.${id}`, id), 'aria-describedby': 'conf-state' });
  area.value = left?.text ?? text;
  const state = element('p', { id: 'conf-state', role: 'status' });
  const list = element('ul', { class: 'findings', 'aria-label': t('checks.title') });
  const publish = element('button', { type: 'button', class: 'button button-lamp', id: 'conf-publish', disabled: true, onclick: ask }, t('publish.open'));
  let timer = 0;
  let asked = 0;
  const changed = () => {
    if (area.value === text) {
      forgetUnsaved(kept);
    } else {
      keepUnsaved(kept, { text: area.value, rev });
    }
    clearTimeout(timer);
    timer = setTimeout(check, restMs);
  };
  area.addEventListener('input', changed);
  page.replaceChildren(element('div', { class: 'list conf' },
    element('p', {}, element('a', { href: '#/ord' }, t('conf.title'))),
    element('h1', { tabindex: '-1' }, tOr(`conf.${id}`, id)), element('p', { class: 'soft' }, tOr(`conf.${id}.what`, '')),
    area, state, list, element('p', { class: 'finding-doing' }, publish,
      element('button', { type: 'button', class: 'button', onclick: () => { area.value = text; changed(); } }, t('conf.undo')))));
  if (left) {
    saySoftly(t('draft.takenUp'));
  }
  await check();
  return () => clearTimeout(timer);

  async function check() {
    const number = (asked += 1);
    try {
      const { problems } = await post(`conf/${encodeURIComponent(id)}/check`, { text: area.value });
      if (number !== asked) {
        return;
      }
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      setText(state, problems.length === 0 ? t('checks.fine') : t('checks.count', { errors, warnings: problems.length - errors }));
      publish.disabled = errors > 0 || area.value === text;
      keyed(list, problems, (one) => `${one.code}:${one.line}:${one.column}:${one.sentence}`, (one) => element('li', { class: `finding finding-${one.severity}` },
        element('p', {}, one.sentence),
        element('p', { class: 'finding-doing' }, element('button', { type: 'button', class: 'button small', onclick: () => go(one) }, t('checks.goLine', { line: one.line })))));
    } catch (refused) {
      setText(state, refused.status ? refused.message : t('checks.failed'));
      publish.disabled = true;
    }
  }

  function go({ line, column }) {
    const at = offset(area.value, line, column);
    area.focus();
    area.setSelectionRange(at, at);
    area.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(area).lineHeight);
  }

  function ask() {
    const reason = field({ id: 'conf-reason', label: t('publish.reason'), max: 500 });
    openDialog({
      title: t('publish.title'),
      inside: [element('p', {}, t('conf.publishWhat')), reason.element],
      actions: [{
        text: t('publish.yes'), lamp: true, name: 'publish',
        act: async (dialog) => {
          if (!reason.value.trim()) {
            dialog.say(t('publish.needsReason'));
            return;
          }
          try {
            await post(`conf/${encodeURIComponent(id)}/publish`, { text: area.value, rev, reason: reason.value.trim() });
            forgetUnsaved(kept);
            dialog.close();
            saySoftly(t('conf.published'));
            dispatchEvent(new HashChangeEvent('hashchange'));
          } catch (refused) {
            dialog.say(refused.status ? refused.message : t('page.failed'));
          }
        },
      }],
    });
  }
}
