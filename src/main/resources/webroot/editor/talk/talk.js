// The talk view: the flow as it is said, step by step from the top of the file.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { addStep, moveStep, removeStep, setValue } from '../edits.js';
import { asName, freeName } from '../names.js';
import { settle } from '../typing.js';
import { aboutFlow } from './about.js';
import { Card } from './card.js';
import { newText } from './defaults.js';
import { examplesCard } from './examples.js';
import { chooseKind } from './palette.js';
import { askName } from './rename.js';

/** A view as `frame/views.js` says. */
export function talkView(space) {
  const { doc, checks, selection, shown } = space;
  const cards = new Map();
  const list = element('ol', { class: 'steps', 'aria-label': t('talk.steps') });
  const about = aboutFlow(space);
  const broken = element('p', { class: 'card', role: 'alert', hidden: true }, t('talk.broken'));
  const examples = examplesCard(space);
  const box = element('div', { class: 'talk' }, broken, about.element, list, examples.element);
  const talk = { space, newStep, doing };
  let visible = false;

  function draw() {
    broken.hidden = !doc.broken;
    list.hidden = about.element.hidden = doc.broken;
    examples.element.hidden ||= doc.broken;
    if (doc.broken || !visible) {
      return;
    }
    const names = doc.stepNames;
    for (const [name, card] of cards) {
      if (!names.includes(name)) {
        card.element.remove();
        cards.delete(name);
      }
    }
    names.forEach((name, at) => {
      const card = cards.get(name) ?? new Card(name, talk);
      cards.set(name, card);
      card.draw();
      if (list.children[at] !== card.element) {
        keepingFocus(() => list.insertBefore(card.element, list.children[at] ?? null));
      }
    });
    about.draw();
    examples.draw();
  }

  function drawChecks() {
    const by = new Map();
    for (const problem of checks.result?.problems ?? []) {
      by.set(problem.step, [...(by.get(problem.step) ?? []), problem]);
    }
    cards.forEach((card, name) => card.drawFindings(by.get(name) ?? []));
    examples.drawFindings(by.get(null) ?? []);
  }

  // An edit inside one step leaves the others alone.
  doc.subscribe(({ step, origin }) => {
    if (!visible) {
      return;
    }
    if (step !== null && cards.has(step) && origin !== 'undo') {
      cards.get(step).draw();
    } else {
      draw();
    }
  });
  checks.subscribe(() => visible && checks.state === 'fresh' && (draw(), drawChecks()));
  shown.subscribe(draw);

  function doing(card) {
    const button = (key, text, act) => element('button', {
      type: 'button', class: 'button button-quiet small', 'data-do': key, 'aria-label': t(`step.${key}`, { step: card.name }), title: t(`step.${key}`, { step: card.name }),
      onclick: () => {
        settle();
        act(card);
      },
    }, text);
    return [
      button('try', t('step.tryShort'), ({ name }) => space.tryFrom?.(name)),
      button('up', '↑', ({ name }) => move(name, -1)),
      button('down', '↓', ({ name }) => move(name, 1)),
      button('rename', t('step.renameShort'), ({ name }) => askName(doc, name, (now) => selection.choose(now, { from: 'talk' }))),
      button('delete', t('step.deleteShort'), ({ name }) => away(name)),
      button('add', t('step.addShort'), ({ name }) => newStep(name)),
    ];
  }

  function move(name, by) {
    const at = doc.stepNames.indexOf(name) + by;
    if (at < 0 || at >= doc.stepNames.length) {
      return;
    }
    moveStep(doc, name, at);
    cards.get(name).element.querySelector(`[data-do="${by < 0 ? 'up' : 'down'}"]`).focus();
    saySoftly(t('step.moved', { step: name, number: at + 1 }));
  }

  function away(name) {
    const names = doc.stepNames;
    if (names.length === 1) {
      saySoftly(t('step.last'));
      return;
    }
    const at = names.indexOf(name);
    removeStep(doc, name);
    saySoftly(t('step.deleted', { step: name }));
    selection.choose(names[at + 1] ?? names[at - 1], { from: 'talk' });
  }

  // A new step is put into the chain: what this one led to, the new one leads to.
  function newStep(after, done = null) {
    chooseKind((kind) => {
      const names = doc.stepNames;
      const { next } = doc.step(after);
      const name = freeName(doc, asName(t(`kind.${kind.kind}`)) || kind.kind);
      const onward = typeof next === 'string' ? next : names[names.indexOf(after) + 1] ?? names[names.length - 1];
      const { queues, flows } = space.surroundings;
      addStep(doc, name, kind.blank({
        text: (key) => newText(doc.languages, key),
        next: onward,
        queue: queues[0]?.id ?? 'samtale',
        flow: flows.find(({ id }) => id !== space.id)?.id ?? '',
      }), after);
      if (done) {
        done(name);
      } else if (typeof next === 'string') {
        setValue(doc, ['steps', after, 'next'], name);
      }
      selection.choose(name, { from: 'talk' });
      const field = cards.get(name)?.element.querySelector('textarea, select');
      field?.focus();
    });
  }

  return {
    element: box,
    show() {
      visible = true;
      draw();
      drawChecks();
    },
    hide() {
      settle();
      visible = false;
    },
    go({ step, line, focus }) {
      list.querySelector('[aria-current]')?.removeAttribute('aria-current');
      if (step === null && focus && examples.holds(line)) {
        examples.go();
        return;
      }
      const target = step === null ? about.element : cards.get(step)?.element;
      if (!target) {
        return;
      }
      if (step !== null) {
        target.setAttribute('aria-current', 'step');
      }
      if (focus) {
        if (step === null) {
          about.unfold();
        }
        target.scrollIntoView({ block: 'nearest' });
        target.querySelector('h2, h3').focus({ preventScroll: true });
      }
    },
  };
}

// Moving an element in the page takes its focus away.
function keepingFocus(move) {
  const focused = document.activeElement;
  move();
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({ preventScroll: true });
  }
}
