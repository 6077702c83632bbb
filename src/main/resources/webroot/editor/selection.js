// The step that one is at, in all three views.

import { Heard } from './heard.js';

export class Selection extends Heard {
  step = null;

  /** Goes to a step (null: the flow as a whole); `line` and `column`, 1-based, where a finding says them. */
  choose(step, { line = null, column = null, from = null, focus = true } = {}) {
    this.step = step;
    this.tell({ step, line, column, from, focus });
  }
}
