// What the youth panel says of the draft: comments and votes, with a jump to the step that they are about.

import { element } from '/shared/element.js';
import { sayNow } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { flowPath, get, remove } from '../api.js';
import { failedWords } from '../checks/words.js';
import { unpressed } from '../pressing.js';
import { when } from '../when.js';

/** Returns {element}: hidden while nobody has said anything. */
export function comments({ id, selection }) {
  const list = element('ul', { class: 'findings' });
  const box = element('section', { class: 'comments', 'aria-labelledby': 'comments-title', hidden: true },
    element('h2', { id: 'comments-title', tabindex: '-1' }, t('comments.title')), list);

  async function load() {
    const found = await get(flowPath(id, '/comments')).catch(() => null);
    await unpressed();
    if (!found) {
      return;
    }
    const votes = found.votes.filter(({ up, down }) => up + down > 0);
    box.hidden = found.comments.length + votes.length === 0;
    list.replaceChildren(...votes.map(vote), ...found.comments.map(comment));
  }

  const place = (step) => (step
    ? element('button', { type: 'button', class: 'button small', onclick: () => selection.choose(step, { from: 'comments' }) }, t('checks.go', { step }))
    : null);

  const vote = ({ step, up, down }) => element('li', { class: 'finding' },
    element('p', {}, t(step ? 'comments.votesStep' : 'comments.votes', { up, down, step: step ?? '' })), element('p', { class: 'finding-doing' }, place(step)));

  const comment = (one) => element('li', { class: 'finding' },
    element('p', { class: 'comment-text' }, one.text),
    element('p', { class: 'small soft' }, [one.name || t('comments.nobody'), when(one.at)].join(' · ')),
    element('p', { class: 'finding-doing' }, place(one.step), element('button', {
      type: 'button', class: 'button button-quiet small',
      onclick: async () => {
        try {
          await remove(flowPath(id, `/comments/${encodeURIComponent(one.id)}`));
          await load();
        } catch (refused) {
          sayNow(failedWords(refused));
        }
      },
    }, t('comments.delete'))));

  load();
  return { element: box };
}
