// The parts of a row by their type, as the tables in `files/` name them.

import { element } from '/shared/element.js';
import { languageFields } from '../../talk/parts/text.js';
import { ages } from './ages.js';
import { day, week } from './hours.js';
import { date, line, list } from './line.js';
import { check, some } from './ticks.js';

/** A text in every language of the file, side by side. */
function text(card, part) {
  return element('div', { class: 'said-text', role: 'group', 'aria-label': card.label(part) },
    element('p', { class: 'part-label', 'aria-hidden': true }, card.label(part)), languageFields(card, part.field, card.label(part)));
}

const parts = { ages, check, date, day, line, list, some, text, week };

/** Draws a part; `data-field` names what it edits, so that findings find it. */
export function draw(card, part) {
  return element('div', { class: `row-part row-${part.type}`, 'data-field': part.field[0] ?? '' }, parts[part.type](card, part));
}
