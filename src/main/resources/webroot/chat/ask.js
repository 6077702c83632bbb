// The question that is open: its answers to press, a way past it, and why it is asked. The newest message
// decides which one it is; whoever would rather write, writes.

import { button, byId, element, empty, saying } from './element.js';
import { choices, several } from './choices.js';
import { scale } from './scale.js';
import { atEnd } from './scroll.js';
import { t } from './texts.js';

const box = byId('ask');
const kinds = { choice: choices, multi: several, scale };

/** `answered(step, value, text)` takes what was chosen; `asked(kind)` is told what is open, or ''. */
export function makeAsk(answered, asked) {
  let open = null;

  function answer(value, text) {
    const ask = open;
    const inside = box.contains(document.activeElement);
    hide();
    if (inside) {
      // What had focus is gone. The talk gets it: a field would call the keyboard up.
      byId('room').focus();
    }
    answered(ask, value, text);
  }

  function hide() {
    open = null;
    box.hidden = true;
    empty(box);
    asked('');
  }

  function show(ask) {
    if (!ask) {
      hide();
      return;
    }
    open = ask;
    empty(box);
    atEnd(() => {
      if (kinds[ask.kind]) {
        box.append(kinds[ask.kind](ask, answer));
      }
      box.append(rest(ask));
      box.hidden = false;
    });
    asked(ask.kind);
  }

  function rest(ask) {
    const row = element('div', 'ask-rest');
    if (ask.optional) {
      row.append(button('button-quiet', 'ask.skip', () => answer(null, t('ask.skipped'))));
    }
    if (ask.why) {
      const why = element('details', 'why', saying('summary', '', 'ask.why'), element('p', 'small', ask.why));
      why.addEventListener('toggle', () => why.open && why.scrollIntoView({ block: 'nearest' }));
      row.append(why);
    }
    return row;
  }

  return { show, hide };
}
