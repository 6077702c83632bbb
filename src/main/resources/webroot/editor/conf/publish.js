// Publishing a file of settings: what changes, and why. It holds at once, everywhere.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { confPath, post } from '../api.js';
import { failedWords, findingWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { askWhich } from '../drafts/conflict.js';
import { forgetUnsaved, keepUnsaved } from '../drafts/local.js';
import { field } from '../fields.js';
import { sideBySide } from '../publish/difference.js';
import { forgetSurroundings } from '../surroundings.js';
import { rowChanges } from './changes.js';

/** Opens the dialog; `space` is what `file.js` makes. */
export function publishing(space) {
  const { id, doc, kept } = space;
  const reason = field({ id: 'conf-reason', label: t('publish.reason'), help: t('publish.reasonHelp'), max: 500 });
  openDialog({
    title: t('publish.title'),
    wide: true,
    inside: [
      element('p', {}, t('conf.publishWhat')), rowChanges(id, space.live, doc.text),
      element('details', {}, element('summary', {}, t('conf.difference')), sideBySide(space.live, doc.text, t('changes.before'), t('changes.after'))),
      reason.element,
    ],
    actions: [{ text: t('publish.yes'), lamp: true, name: 'publish', act: publish }],
  });

  async function publish(dialog) {
    if (!reason.value.trim()) {
      dialog.say(t('publish.needsReason'));
      reason.input.focus();
      return;
    }
    try {
      await post(confPath(id, '/publish'), { text: doc.text, rev: space.rev, reason: reason.value.trim() });
      forgetSurroundings();
      forgetUnsaved(kept);
      dialog.close();
      saySoftly(t('conf.published'));
      dispatchEvent(new HashChangeEvent('hashchange'));
    } catch (refused) {
      const { theirs, problems } = refused.problem ?? {};
      if (theirs) {
        dialog.close();
        await choose(theirs);
      } else {
        dialog.say(problems?.length ? findingWords(problems[0]) : failedWords(refused));
      }
    }
  }

  // Another has published since this was opened. What is not chosen is one undo away.
  async function choose(theirs) {
    const which = await askWhich(doc.text, theirs);
    space.live = theirs.text;
    space.rev = theirs.rev;
    const mine = doc.text;
    doc.replace(theirs.text, { origin: 'theirs' });
    if (which === 'mine') {
      doc.undo();
      keepUnsaved(kept, { text: mine, rev: space.rev });
      publishing(space);
    }
  }
}
