// The text: the flow file itself, for those who read it, with the server's findings where they stand. CodeMirror lives
// in a shadow root: there its styles are constructed sheets, which the content security policy allows.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import {
  Annotation, EditorState, EditorView, autocompletion, bracketMatching, closeBrackets, closeBracketsKeymap,
  completionKeymap, defaultKeymap, highlightActiveLine, highlightSelectionMatches, indentLess, indentMore,
  indentOnInput, indentUnit, keymap, lineNumbers, lintGutter, lintKeymap, search, searchKeymap, setDiagnostics, yaml,
} from '/shared/vendor/codemirror/codemirror.js';
import { completions } from './completions.js';
import { diagnostics } from './diagnostics.js';
import { colours, look } from './look.js';

/** A change that came from elsewhere: the document knows it already. */
const fromElsewhere = Annotation.define();

/** A view as `frame/views.js` says. */
export function view(space) {
  const { doc, checks, selection } = space;
  const host = element('div', { class: 'text-frame' });
  const shadow = host.attachShadow({ mode: 'open' });
  const how = element('p', { class: 'small soft', id: 'text-how' }, t('text.how'));
  const editor = new EditorView({
    parent: shadow,
    root: shadow,
    state: EditorState.create({ doc: doc.text, extensions: [...extensions(), EditorView.updateListener.of(told)] }),
  });
  let visible = false;

  doc.subscribe(({ origin, from, to, insert }) => {
    if (origin !== 'text') {
      editor.dispatch({ changes: { from, to, insert }, annotations: fromElsewhere.of(true) });
    }
  });
  checks.subscribe(mark);

  function told(update) {
    if (!update.docChanged || update.transactions.every((one) => one.annotation(fromElsewhere))) {
      return;
    }
    // Several stretches at once go in from the last to the first, so that each still stands where it says.
    const changes = [];
    update.changes.iterChanges((from, to, fromNow, toNow, text) => changes.unshift({ from, to, insert: text.toString() }));
    changes.forEach(({ from, to, insert }) => doc.splice(from, to, insert, { origin: 'text', merge: 'text' }));
  }

  function mark() {
    if (visible && checks.result && checks.state === 'fresh') {
      editor.dispatch(setDiagnostics(editor.state, diagnostics(checks.result.problems, editor.state.doc)));
    }
  }

  function goTo(line, column, focus) {
    const there = editor.state.doc.line(Math.min(Math.max(line, 1), editor.state.doc.lines));
    const at = Math.min(there.from + Math.max(0, (column ?? 1) - 1), there.to);
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    if (focus) {
      editor.focus();
    }
  }

  return {
    element: element('div', { class: 'text' }, how, host),
    show() {
      visible = true;
      editor.requestMeasure();
      mark();
    },
    hide() {
      visible = false;
      selection.step = stepAt(editor, checks) ?? selection.step;
    },
    go({ step, line, column, focus }) {
      const its = checks.result?.steps.find((one) => one.name === step);
      if (line || its) {
        goTo(line ?? its.line, column, focus);
      } else if (focus) {
        editor.focus();
      }
    },
  };
}

/** The step that the cursor stands in, as the last check saw it. */
function stepAt(editor, checks) {
  const line = editor.state.doc.lineAt(editor.state.selection.main.head).number;
  return checks.result?.steps.find((one) => one.line <= line && line <= one.endLine)?.name;
}

function extensions() {
  return [
    lineNumbers(), lintGutter(), highlightActiveLine(), highlightSelectionMatches(), bracketMatching(), closeBrackets(),
    indentOnInput(), indentUnit.of('  '), search({ top: true }), yaml(), colours, look,
    autocompletion({ override: [completions] }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': t('views.text'), 'aria-describedby': 'text-how', spellcheck: 'true' }),
    // Tab writes; Escape lets the next Tab go on through the page. Undo is the document's, in all three views.
    keymap.of([
      { key: 'Tab', run: indentMore, shift: indentLess },
      ...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...lintKeymap, ...defaultKeymap,
    ]),
  ];
}
