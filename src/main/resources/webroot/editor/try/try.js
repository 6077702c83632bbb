// The real chat page beside the flow, on the draft: at a time, in a language, open or closed, from any step. Nobody is
// rung and nothing is counted. After each step the page tells where it is; a try that went as it should is kept as an
// example that must always go so.

import { element, setText } from '/shared/element.js';
import { saySoftly, sayNow } from '/shared/said.js';
import { language, t } from '/shared/texts.js';
import { changeBlock } from '../edits.js';
import { check, field, select } from '../fields.js';
import { openDialog } from '../dialog.js';
import { queueTitle } from '../surroundings.js';
import { settle } from '../typing.js';
import { walkAll } from './walk.js';

/** Returns {element, button (opens and closes it), from(step), end()}. */
export function trying(space) {
  const { doc, saver, id } = space;
  const tongue = select({ id: 'try-language', label: t('try.language'), options: doc.languages.map((one) => [one, t(`language.${one}`)]), value: language, changed: begin });
  const open = select({ id: 'try-open', label: t('try.open'), options: [['true', t('try.isOpen')], ['false', t('try.isClosed')]], changed: begin });
  const at = field({ id: 'try-at', label: t('try.at'), type: 'datetime-local', changed: begin });
  const from = element('p', { class: 'small', hidden: true });
  const where = element('p', { class: 'small try-where', role: 'status' });
  const keep = element('button', { type: 'button', class: 'button small', id: 'keep-try', disabled: true, onclick: keepAsExample }, t('try.keep'));
  const frame = element('div', { class: 'try-frame' });
  const follow = check({ label: t('try.follow'), checked: true });
  follow.element.classList.add('try-follow');
  const button = element('button', { type: 'button', id: 'try', class: 'button', 'aria-expanded': 'false', onclick: () => (box.hidden ? start(null) : stop()) }, t('try.show'));
  const box = element('section', { class: 'try', 'aria-labelledby': 'try-title', hidden: true },
    element('div', { class: 'try-head' }, element('h2', { id: 'try-title', tabindex: '-1' }, t('try.title')),
      element('button', { type: 'button', class: 'button small', onclick: () => { stop(); button.focus(); } }, t('try.close'))),
    element('p', { class: 'small soft' }, t('try.what')),
    element('details', {}, element('summary', { class: 'small' }, t('try.how')), element('div', { class: 'try-how' }, tongue.element, open.element, at.element)),
    from, frame, where, follow.element,
    element('p', { class: 'finding-doing' },
      element('button', { type: 'button', class: 'button small', id: 'try-again', onclick: begin }, t('try.again')), keep,
      element('button', { type: 'button', class: 'button small', id: 'walk', onclick: () => walkAll(space) }, t('walk.open'))));
  let step = null;
  let last = null;

  function start(fromStep) {
    step = fromStep;
    box.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    setText(button, t('try.hide'));
    begin();
    document.getElementById('try-title').focus();
    box.scrollIntoView({ block: 'nearest' });
  }

  function stop() {
    box.hidden = true;
    frame.replaceChildren();
    button.setAttribute('aria-expanded', 'false');
    setText(button, t('try.show'));
  }

  // The draft that is tried is the server's: what is written goes there first.
  async function begin() {
    if (box.hidden) {
      return;
    }
    settle();
    last = null;
    keep.disabled = true;
    setText(where, t('try.begins'));
    from.hidden = step === null;
    setText(from, step === null ? '' : t('try.from', { step }));
    try {
      await saver.saved();
    } catch {
      sayNow(t('try.notSaved'));
      return;
    }
    const query = new URLSearchParams({ rehearsal: id, lang: tongue.value, open: open.value, ...(at.value ? { at: at.value } : {}), ...(step ? { from: step } : {}) });
    frame.replaceChildren(element('iframe', { src: `/chat?${query}`, title: t('try.frame') }));
    setText(where, '');
  }

  function heard({ origin, source, data }) {
    if (origin !== location.origin || source !== frame.querySelector('iframe')?.contentWindow || data?.type !== 'rehearsal') {
      return;
    }
    last = data;
    keep.disabled = !data.example;
    setText(where, told(data, space.surroundings));
    // Where the chat stands below the steps, whoever tries would be taken away from it.
    if (follow.input.checked && data.at && matchMedia('(min-width: 64rem)').matches) {
      space.selection.choose(data.at, { from: 'try', focus: false });
      document.getElementById(`step-${data.at}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  function keepAsExample() {
    const name = field({ id: 'example-name', label: t('example.name'), help: t('example.help'), value: last.example.name ?? '', max: 120 });
    openDialog({
      title: t('example.title'),
      inside: [element('p', {}, t('example.what')), element('p', {}, told(last, space.surroundings)), name.element],
      actions: [{
        text: t('example.yes'), lamp: true, name: 'keep',
        act: (dialog) => {
          if (!name.value.trim()) {
            dialog.say(t('example.needsName'));
            return;
          }
          dialog.close();
          addExample(doc, { ...last.example, name: name.value.trim() });
          saySoftly(t('example.kept'));
        },
      }],
    });
  }

  addEventListener('message', heard);
  return {
    element: box, button,
    from: (name) => start(name),
    end: () => removeEventListener('message', heard),
  };
}

/** Where a try stands, in a sentence. */
export function told({ at, outcome }, surroundings) {
  if (outcome?.risk) {
    return t('outcome.risk', { level: t(`level.${outcome.risk}`) });
  }
  if (outcome?.handoff) {
    return t('outcome.handoff', { queue: queueTitle(surroundings, outcome.handoff) });
  }
  if (outcome?.end) {
    return t('outcome.end', { step: outcome.end });
  }
  return at ? t('outcome.at', { step: at }) : '';
}

/** Adds an example to the flow's own tests. */
export function addExample(doc, example) {
  if (doc.value('examples') === undefined) {
    changeBlock(doc, ['examples'], (_, small, held) => {
      held.value = small.createNode([example]);
    });
  } else {
    changeBlock(doc, ['examples'], (list, small) => list.items.push(small.createNode(example)));
  }
}
