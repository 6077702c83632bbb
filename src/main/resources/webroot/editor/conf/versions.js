// Earlier versions of a file of settings: who, when, why; and back to any of them.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { confPath, get, post } from '../api.js';
import { failedWords, findingWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { forgetUnsaved } from '../drafts/local.js';
import { field } from '../fields.js';
import { sideBySide } from '../publish/difference.js';
import { forgetSurroundings } from '../surroundings.js';
import { when } from '../when.js';
import { rowChanges } from './changes.js';

/** Opens the dialog; `space` is what `file.js` makes. */
export async function versionsDialog(space) {
  const { id, doc, live } = space;
  const body = element('div', {}, element('p', { role: 'status' }, t('page.wait')));
  const dialog = openDialog({ title: t('conf.versions'), wide: true, inside: [body] });
  try {
    const { versions } = await get(confPath(id));
    body.replaceChildren(element('ol', { class: 'versions', 'aria-label': t('conf.versions') }, ...versions.map(row)));
  } catch (refused) {
    dialog.say(failedWords(refused));
  }

  function row(version) {
    return element('li', { class: 'card version', 'data-version': version.number },
      element('p', {}, element('strong', {}, t('version.short', { number: version.number })), ' ',
        version.live ? element('span', { class: 'tag tag-calm' }, t('version.live')) : null),
      element('p', { class: 'small' }, t('version.by', { name: version.author ?? t('record.file'), at: when(version.at) }), version.reason ? ` – ${version.reason}` : ''),
      version.live ? null : element('p', { class: 'finding-doing' },
        element('button', { type: 'button', class: 'button small', 'data-do': 'back', onclick: () => back(version) }, t('version.back')),
        element('button', { type: 'button', class: 'button small', 'data-do': 'compare', onclick: () => compare(version) }, t('conf.compare'))));
  }

  async function compare({ number }) {
    try {
      const { text } = await get(confPath(id, `?version=${number}`));
      openDialog({ title: t('conf.compare'), wide: true, inside: [rowChanges(id, text, live), sideBySide(text, live, t('version.short', { number }), t('version.live'))] });
    } catch (refused) {
      dialog.say(failedWords(refused));
    }
  }

  function back({ number }) {
    const reason = field({ id: 'version-reason', label: t('publish.reason'), max: 500 });
    openDialog({
      title: t('version.backTitle', { number }),
      inside: [element('p', {}, t('conf.backWhat')), doc.text === live ? null : element('p', { class: 'notice card' }, t('conf.backLoses')), reason.element].filter(Boolean),
      actions: [{
        text: t('version.backYes'), lamp: true, name: 'yes',
        act: async (asked) => {
          if (!reason.value.trim()) {
            asked.say(t('publish.needsReason'));
            reason.input.focus();
            return;
          }
          try {
            await post(confPath(id, `/versions/${number}/publish`), { reason: reason.value.trim() });
            forgetSurroundings();
            forgetUnsaved(space.kept);
            asked.close();
            dialog.close();
            saySoftly(t('version.backDone', { number }));
            dispatchEvent(new HashChangeEvent('hashchange'));
          } catch (refused) {
            const [first] = refused.problem?.problems ?? [];
            asked.say(first ? `${t('conf.backBroken')} ${findingWords(first)}` : failedWords(refused));
          }
        },
      }],
    });
  }
}
