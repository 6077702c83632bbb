// Telling what the flagging got wrong: a false alarm, or something that it missed.

import { element } from '/shared/element.js';
import { categoryWords } from '../waiting/words.js';
import { t } from '/shared/texts.js';

const dialog = document.getElementById('missed');
const categories = ['suicide', 'self_harm', 'violence', 'sexual_abuse', 'overdose', 'eating', 'threat', 'worry_for_other'];

/** `mark({chat, seq, as, category?})` tells the server. Returns a maker of the button below a message. */
export function correction({ mark }) {
  const select = dialog.querySelector('select');
  select.append(...categories.map((category) => element('option', { value: category }, categoryWords(category))));

  return (message, talk) => {
    const flagged = message.risk && message.risk.level !== 'none';
    const button = element(
      'button',
      { type: 'button', class: 'button button-quiet small message-correct' },
      t(flagged ? 'correct.falseAlarm' : 'correct.missed'),
    );
    button.onclick = async () => {
      const as = flagged ? 'false_alarm' : 'missed';
      const category = flagged ? undefined : await askCategory(select);
      if (!flagged && !category) {
        return;
      }
      button.disabled = true;
      try {
        await mark({ chat: talk.chat, seq: message.seq, as, ...(category && { category }) });
        button.replaceWith(element('span', { class: 'message-correct small', role: 'status' }, t(`correct.thanks.${as}`)));
      } catch {
        button.disabled = false;
      }
    };
    return button;
  };
}

function askCategory(select) {
  return new Promise((resolve) => {
    dialog.returnValue = '';
    dialog.onclose = () => resolve(dialog.returnValue === 'yes' ? select.value : null);
    dialog.showModal();
  });
}
