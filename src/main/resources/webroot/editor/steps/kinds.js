// The kinds of steps, one file each. A kind is data: what a new one holds, and the parts of its form. A part has
//   type   which of talk/parts/ draws it
//   field  where it stands in the step
//   label  the key of its text, `part.<label>`
//   when   whether it is drawn, by the step as it is
//   more   it is seldom needed: drawn under "more"

import { ask } from './ask.js';
import { end } from './end.js';
import { fork } from './fork.js';
import { handoff } from './handoff.js';
import { run } from './run.js';
import { say } from './say.js';

export const kinds = [say, ask, fork, run, handoff, end];

/** The kind of a step, or undefined when it has none, or more than one. */
export function kindOf(step) {
  const fitting = kinds.filter(({ kind }) => step[kind] !== undefined);
  return fitting.length === 1 ? fitting[0] : undefined;
}
