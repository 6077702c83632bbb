// Telling what the flagging got wrong: a false alarm, or something that it missed.

import { element } from '/shared/element.js';
import { categoryWords } from '../waiting/words.js';
import { t } from '/shared/texts.js';

const dialog = document.getElementById('missed');
const categories = ['suicide', 'self_harm', 'violence', 'sexual_abuse', 'overdose', 'eating', 'threat', 'worry_for_other'];

/** `mark({chat, seq, as, category?, sentence?})` tells the server. Returns a maker of the button below a message. */
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
      const told = await ask(flagged, select);
      if (!told) {
        return;
      }
      button.disabled = true;
      try {
        await mark({ chat: talk.chat, seq: message.seq, as, ...told });
        button.replaceWith(element('span', { class: 'message-correct small', role: 'status' }, t(`correct.thanks.${as}`)));
      } catch {
        button.disabled = false;
      }
    };
    return button;
  };
}

/** What is told beside the mark, or null: the category of what was missed, and whether the sentence may be kept. */
function ask(flagged, select) {
  const sentence = dialog.querySelector('#missed-sentence');
  sentence.checked = false;
  dialog.querySelector('#missed-about').hidden = flagged;
  dialog.querySelector('h2').textContent = t(flagged ? 'missed.falseAlarm' : 'missed.title');
  return new Promise((resolve) => {
    dialog.returnValue = '';
    dialog.onclose = () => resolve(dialog.returnValue !== 'yes' ? null : {
      ...(!flagged && { category: select.value }),
      ...(sentence.checked && { sentence: true }),
    });
    dialog.showModal();
  });
}
