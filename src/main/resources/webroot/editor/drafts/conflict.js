// Two have edited the same flow: both texts side by side, and one chooses. Neither is lost.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { openDialog } from '../dialog.js';
import { sideBySide } from '../publish/difference.js';
import { when } from '../when.js';

/** Shows both; resolves to 'mine' or 'theirs'. The dialog cannot be left without a choice. */
export function askWhich(mine, theirs) {
  return new Promise((resolve) => {
    const dialog = openDialog({
      title: t('conflict.title'),
      wide: true,
      must: true,
      inside: [
        element('p', {}, t('conflict.what', { name: theirs.by ?? '', at: when(theirs.at) })),
        sideBySide(theirs.text, mine, t('conflict.theirs', { name: theirs.by ?? '' }), t('conflict.mine'), { rivals: true }),
        element('p', { class: 'small soft' }, t('conflict.kept')),
      ],
      actions: [
        { text: t('conflict.takeTheirs'), act: () => choose('theirs') },
        { text: t('conflict.takeMine'), lamp: true, act: () => choose('mine') },
      ],
    });
    const choose = (which) => {
      dialog.close();
      resolve(which);
    };
  });
}
