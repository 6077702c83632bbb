// Another name for a step, everywhere at once.

import { t } from '/shared/texts.js';
import { openDialog } from '../dialog.js';
import { renameStep } from '../edits.js';
import { field } from '../fields.js';
import { asName } from '../names.js';

const kept = ['go', 'else', 'skipped', 'nickname'];

/** Asks for the name; `renamed(name)` comes when it has been changed. */
export function askName(doc, name, renamed) {
  const input = field({ label: t('rename.label'), help: t('rename.help'), value: name, max: 40 });
  openDialog({
    title: t('rename.title', { step: name }),
    inside: [input.element],
    actions: [{
      text: t('rename.yes'), lamp: true, name: 'rename',
      act: (dialog) => {
        const now = asName(input.value);
        if (!now || kept.includes(now) || (now !== name && doc.stepNames.includes(now))) {
          dialog.say(t(now && !kept.includes(now) ? 'rename.taken' : 'rename.wrong'));
          input.input.focus();
          return;
        }
        dialog.close();
        if (now !== name) {
          renameStep(doc, name, now);
          renamed(now);
        }
      },
    }],
  });
}
