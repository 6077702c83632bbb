// Comments: those that are there, step by step, and one of one's own.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { call } from './call.js';

/** `of(step)` is the list of a step (null: the whole); `add(comment)` puts one into it. */
export function commentList(comments) {
  const lists = new Map();
  const row = ({ text, name }) => element('li', {}, element('span', {}, text), ' ', element('span', { class: 'small soft' }, `– ${name || t('comment.nobody')}`));
  const of = (step) => {
    if (!lists.has(step)) {
      lists.set(step, element('ul', { class: 'comments' }, ...comments.filter((one) => (one.step ?? null) === step).map(row)));
    }
    return lists.get(step);
  };
  return { of, add: (one) => of(one.step).append(row(one)) };
}

/** A form that is unfolded; `added(comment)` comes when the server has it. */
export function commentForm(token, step, added) {
  const id = `comment-${step ?? 'whole'}`;
  const text = element('textarea', { class: 'field', id, rows: 2, maxlength: 1000, required: true });
  const name = element('input', { class: 'field', id: `${id}-name`, maxlength: 40, autocomplete: 'off' });
  const said = element('p', { class: 'said', role: 'alert' });
  const form = element('form', {
    onsubmit: async (event) => {
      event.preventDefault();
      if (!text.value.trim()) {
        said.textContent = t('comment.empty');
        text.focus();
        return;
      }
      const comment = { step, text: text.value.trim(), ...(name.value.trim() ? { name: name.value.trim() } : {}) };
      try {
        await call('POST', `${token}/comments`, comment);
        added(comment);
        text.value = '';
        said.textContent = '';
        box.open = false;
        box.querySelector('summary').focus();
        document.getElementById('told').textContent = t('comment.thanks');
      } catch (refused) {
        said.textContent = t(refused.status === 429 ? 'slow' : refused.status === 404 ? 'gone.what' : 'failed.what');
      }
    },
  },
  element('p', {}, element('label', { class: 'label', for: id }, t('comment.text')), text),
  element('p', {}, element('label', { class: 'label', for: `${id}-name` }, t('comment.name')), name),
  said, element('button', { class: 'button' }, t('comment.send')));
  const box = element('details', {}, element('summary', {}, t('comment.open')), form);
  return box;
}
