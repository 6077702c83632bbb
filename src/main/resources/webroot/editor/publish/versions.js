// All versions of a flow: who, when, why; back to any of them at one press; a planned one taken back.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { flowPath, get, post } from '../api.js';
import { failedWords, refusedWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { field } from '../fields.js';
import { isAhead, when } from '../when.js';
import { sideBySide } from './difference.js';

export async function versionsDialog(space) {
  const { id } = space;
  const body = element('div', {}, element('p', { role: 'status' }, t('page.wait')));
  let changed = false;
  const dialog = openDialog({
    title: t('versions.title'),
    wide: true,
    inside: [body],
    // What is live is another now: the page begins from that.
    closed: () => changed && dispatchEvent(new HashChangeEvent('hashchange')),
  });
  await load();

  async function load() {
    try {
      const { versions } = await get(flowPath(id));
      const newestFirst = [...versions].sort((a, b) => b.number - a.number);
      body.replaceChildren(versions.length === 0
        ? element('p', {}, t('versions.none'))
        : element('ol', { class: 'versions', 'aria-label': t('versions.title') }, ...newestFirst.map(row)));
    } catch (refused) {
      dialog.say(failedWords(refused));
    }
  }

  function row(version) {
    const planned = isAhead(version);
    return element('li', { class: 'card version', 'data-version': version.number },
      element('p', {}, element('strong', {}, t('version.short', { number: version.number })), ' ', ...states(version, planned)),
      element('p', { class: 'small' }, t('version.by', { name: version.author ?? t('record.file'), at: when(version.at) }), version.reason ? ` – ${version.reason}` : ''),
      version.until ? element('p', { class: 'small' }, t('version.until', { at: when(version.until) })) : null,
      version.chats ? element('p', { class: 'small' }, t(version.chats === 1 ? 'version.oneChat' : 'version.chats', { count: version.chats })) : null,
      element('p', { class: 'finding-doing' },
        version.live || planned ? null : element('button', { type: 'button', class: 'button small', 'data-do': 'back', onclick: () => back(version) }, t('version.back')),
        planned ? element('button', { type: 'button', class: 'button small', 'data-do': 'withdraw', onclick: () => withdraw(version) }, t('version.withdraw')) : null,
        element('button', { type: 'button', class: 'button small', onclick: () => compare(version) }, t('version.compare'))));
  }

  function states(version, planned) {
    return [
      version.live && [t('version.live'), 'calm'], planned && [t('version.planned', { at: when(version.from) }), 'lamp'], version.withdrawn && [t('version.withdrawn'), 'quiet'],
    ].filter(Boolean).map(([text, kind]) => element('span', { class: `tag tag-${kind}` }, text));
  }

  const back = (version) => askWhy(t('version.backTitle', { number: version.number }), t('version.backWhat'), t('version.backYes'), async (reason) => {
    await post(flowPath(id, `/versions/${version.number}/publish`), { reason });
    saySoftly(t('version.backDone', { number: version.number }));
  });

  const withdraw = (version) => askWhy(t('version.withdrawTitle', { number: version.number }), t('version.withdrawWhat'), t('version.withdraw'), async (reason) => {
    await post(flowPath(id, `/versions/${version.number}/withdraw`), { reason });
    saySoftly(t('version.withdrawDone', { number: version.number }));
  });

  function askWhy(title, what, yes, act) {
    const reason = field({ id: 'version-reason', label: t('publish.reason'), max: 500 });
    openDialog({
      title,
      inside: [element('p', {}, what), reason.element],
      actions: [{
        text: yes, lamp: true, name: 'yes',
        act: async (asked) => {
          if (!reason.value.trim()) {
            asked.say(t('publish.needsReason'));
            reason.input.focus();
            return;
          }
          try {
            await act(reason.value.trim());
            changed = true;
            asked.close();
            await load();
          } catch (refused) {
            asked.say(refusedWords(refused));
          }
        },
      }],
    });
  }

  async function compare(version) {
    try {
      const text = await get(flowPath(id, `/text?version=${version.number}`));
      openDialog({ title: t('version.compare'), wide: true, inside: [sideBySide(text, space.doc.text, t('version.short', { number: version.number }), t('changes.after'))] });
    } catch (refused) {
      dialog.say(failedWords(refused));
    }
  }
}
