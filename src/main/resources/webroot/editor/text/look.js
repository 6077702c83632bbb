// Colours and sizes of the text, from the page's own: so dark mode needs nothing of its own here.

import { EditorView, HighlightStyle, syntaxHighlighting, tags } from '/shared/vendor/codemirror/codemirror.js';

export const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '0.9375rem', maxHeight: '70vh' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'var(--type-figures)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { color: 'var(--ink-soft)', backgroundColor: 'var(--paper)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--ink) 6%, transparent)' },
  '&.cm-focused': { outline: '3px solid var(--focus, currentColor)', outlineOffset: '2px' },
  '.cm-tooltip, .cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--paper)', border: '1px solid var(--ink-soft)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--paper)', backgroundColor: 'var(--ink)' },
  '.cm-panels input, .cm-panels button': { color: 'inherit', backgroundColor: 'transparent' },
});

/** What is a name, a text or a remark is told by weight and slant as well as by place. */
export const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], fontWeight: '600' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
]));
