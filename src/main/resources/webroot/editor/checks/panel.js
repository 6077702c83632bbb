// The checks beside the views: what keeps the flow from being published, what asks for a yes, words to avoid, and how
// easy it is to read. Each finding leads to its place.

import { element, keyed, setText } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { languagesDialog } from '../languages/dialog.js';
import { findingWords, placeOf } from './words.js';

const hardFrom = 35;

/** Returns {element, end()}. */
export function checksPanel(space) {
  const { doc, checks, selection } = space;
  const state = element('p', { class: 'checks-state', role: 'status' });
  const list = element('ul', { class: 'findings', 'aria-label': t('checks.title') });
  const words = element('ul', { class: 'findings', 'aria-label': t('checks.words') });
  const wordsBox = element('section', { hidden: true }, element('h3', {}, t('checks.words')), element('p', { class: 'small soft' }, t('checks.wordsWhat')), words);
  const lacking = element('ul', { class: 'findings', 'aria-label': t('checks.languages') });
  const lackingBox = element('section', { hidden: true }, element('h3', {}, t('checks.languages')),
    element('p', {}, element('button', { type: 'button', class: 'button small', id: 'write-missing', onclick: () => languagesDialog(space) }, t('checks.writeMissing'))), lacking);
  const reading = element('dl', { class: 'reading' });
  const readingBox = element('section', { hidden: true }, element('h3', {}, t('checks.reading')), element('p', { class: 'small soft' }, t('checks.readingWhat')), reading);
  const box = element('section', { class: 'checks', 'aria-labelledby': 'checks-title' },
    element('h2', { id: 'checks-title', tabindex: '-1' }, t('checks.title')), state, list, wordsBox, lackingBox, readingBox);

  function draw() {
    box.classList.toggle('is-asking', checks.state === 'asking');
    if (checks.state === 'failed') {
      setText(state, t('checks.failed'));
      return;
    }
    const { result } = checks;
    if (!result) {
      setText(state, t('checks.asking'));
      return;
    }
    const errors = checks.errors.length;
    const warnings = checks.warnings.length;
    setText(state, errors + warnings === 0 ? t('checks.fine') : t('checks.count', { errors, warnings }));
    state.dataset.worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none';
    const worded = result.words?.length > 0;
    // What a section of its own says more plainly is not said twice.
    const apart = [worded && 'word', result.missing?.length > 0 && 'missing-language'];
    const shown = [...checks.errors, ...checks.warnings].filter((problem) => !apart.includes(problem.code));
    keyed(list, shown, (one) => `${one.code}:${one.step}:${one.sentence}:${one.column}`, make, (made, one) => {
      // The line moves as one writes above it; the finding is the same.
      made.problem = one;
    });
    wordsBox.hidden = !worded;
    keyed(words, result.words ?? [], (one) => `${one.line}:${one.column}:${one.found}`, makeWord);
    const behind = [
      ...(result.missing ?? []).map((one) => ({ ...one, kind: 'missing' })),
      ...(result.stale ?? []).map((one) => ({ ...one, kind: 'stale' })),
    ];
    lackingBox.hidden = behind.length === 0;
    keyed(lacking, behind, (one) => `${one.kind}:${one.step}:${one.language}`, makeBehind);
    readingBox.hidden = !result.reading?.length;
    reading.replaceChildren(...(result.reading ?? []).flatMap((one) => [
      element('dt', {}, t(`language.${one.language}`)),
      element('dd', {}, t(one.score > hardFrom ? 'reading.hard' : 'reading.easy', { measure: one.measure, score: Math.round(one.score) })),
    ]));
  }

  function make(problem) {
    const place = placeOf(problem, doc);
    const made = element('li', { class: `finding finding-${problem.severity}` },
      element('p', {}, element('span', { class: 'finding-kind' }, t(`checks.${problem.severity}`)), ' ', findingWords(problem)),
      element('p', { class: 'finding-doing' },
        element('button', { type: 'button', class: 'button small', onclick: () => selection.choose(made.problem.step ?? null, { line: made.problem.line, column: made.problem.column, from: 'checks' }) },
          place ? t('checks.go', { step: place }) : t('checks.goLine', { line: problem.line }))),
      element('details', {}, element('summary', { class: 'small' }, t('checks.details')),
        element('p', { class: 'small' }, problem.sentence),
        element('p', { class: 'small soft' }, t('checks.where', { line: problem.line, column: problem.column, code: problem.code }))));
    made.problem = problem;
    return made;
  }

  function makeWord(word) {
    return element('li', { class: 'finding finding-warning' },
      element('p', {}, t('words.found', { word: word.found })),
      element('p', { class: 'finding-doing' }, ...(word.instead ?? []).map((instead) => element('button', {
        type: 'button', class: 'button small', onclick: () => replaceWord(word, instead),
      }, t('words.instead', { words: instead })))));
  }

  function makeBehind(one) {
    const place = one.step ?? t('about.title');
    return element('li', { class: `finding finding-${one.kind === 'missing' ? 'error' : 'warning'}` },
      element('p', {}, t(`behind.${one.kind}`, { step: place, language: t(`language.${one.language}`) })),
      element('p', { class: 'finding-doing' }, element('button', { type: 'button', class: 'button small', onclick: () => selection.choose(one.step, { from: 'checks' }) },
        t('checks.go', { step: place }))));
  }

  // What is checked may be a moment older than what is written: a word that has moved is not replaced blindly.
  function replaceWord({ line, column, length, found }, instead) {
    const at = offset(doc.text, line, column);
    const there = doc.text.slice(at, at + length);
    if (there.toLowerCase() !== found.toLowerCase()) {
      saySoftly(t('words.moved'));
      return;
    }
    const first = there[0] !== there[0].toLowerCase();
    doc.splice(at, at + length, first ? instead[0].toUpperCase() + instead.slice(1) : instead, { origin: 'words' });
    saySoftly(t('words.replaced', { word: found, words: instead }));
  }

  draw();
  return { element: box, end: checks.subscribe(draw) };
}

/** The offset of a place in a text, both 1-based. */
export function offset(text, line, column) {
  let at = 0;
  for (let number = 1; number < line; number += 1) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) {
      return text.length;
    }
  }
  return at + column - 1;
}
