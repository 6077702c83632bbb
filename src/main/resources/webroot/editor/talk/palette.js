// The kinds of steps to choose a new one from, each with what it does.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { openDialog } from '../dialog.js';
import { kinds } from '../steps/kinds.js';

/** Asks which; `chosen(kind)` gets it, nothing when it is left. */
export function chooseKind(chosen) {
  const dialog = openDialog({
    title: t('palette.title'),
    inside: [element('ul', { class: 'palette' }, ...kinds.map((kind) => element('li', {},
      element('button', {
        type: 'button', class: 'button palette-kind', 'data-kind': kind.kind,
        onclick: () => {
          dialog.close();
          chosen(kind);
        },
      }, element('strong', {}, t(`kind.${kind.kind}`)), element('span', { class: 'small' }, t(`kind.${kind.kind}.what`))))))],
  });
  dialog.querySelector('.palette-kind').focus();
}
