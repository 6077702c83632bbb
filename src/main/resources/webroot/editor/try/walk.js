// All ways through the draft at one press, and what none of them came by.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { flowPath, post } from '../api.js';
import { failedWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { queueTitle } from '../surroundings.js';

export async function walkAll({ id, doc, selection, surroundings }) {
  const body = element('div', {}, element('p', { role: 'status' }, t('page.wait')));
  const dialog = openDialog({ title: t('walk.title'), inside: [body] });
  try {
    const { paths, endings, never, stopped } = await post(flowPath(id, '/walk'), { text: doc.text });
    body.replaceChildren(
      element('p', { role: 'status' }, t(stopped ? 'walk.stopped' : 'walk.paths', { count: paths })),
      element('ul', {}, ...endings.map((one) => element('li', {},
        one.handoff ? t('walk.handoff', { queue: queueTitle(surroundings, one.handoff), count: one.count }) : t('walk.end', { step: one.end, count: one.count })))),
      element('h3', {}, t('walk.never')),
      never.length === 0
        ? element('p', {}, t('walk.neverNone'))
        : element('ul', { class: 'findings' }, ...never.map(({ step, to, label }) => element('li', { class: 'finding finding-warning' },
          element('p', {}, to ? t('walk.neverWay', { step, to, label: label ?? '' }) : t('walk.neverStep', { step })),
          element('p', { class: 'finding-doing' }, element('button', {
            type: 'button', class: 'button small',
            onclick: () => {
              dialog.close();
              selection.choose(step, { from: 'walk' });
            },
          }, t('checks.go', { step })))))));
  } catch (refused) {
    body.replaceChildren(element('p', { role: 'alert' }, failedWords(refused)));
  }
}
