// What happened on the board, told to people: aloud, by sound, or as a line of text.

import { isLoud } from './board/levels.js';
import { playOnce } from './alarm/sound.js';
import { sayNow, saySoftly, whisper } from '/shared/said.js';
import { chatName } from './talk/mine.js';
import { cardWords } from './waiting/words.js';
import { t } from '/shared/texts.js';

/** Returns tell(happening), for what `apply` of the board gives back. */
export function tellings({ board, alarm, rewatch }) {
  const kinds = {
    called: ({ card, step }) => alarm.called(card, step),
    waiting: ({ card }) => isLoud(card.level) || whisper(t('said.waiting')),
    notCalled: ({ card }) => sayNow(t('said.notCalled', { card: cardWords(card) })),
    remind: ({ chat }) => {
      sayNow(t('said.remind', { name: chatName(board, chat) }));
      playOnce('remind');
    },
    said: ({ chat, message }) => {
      const level = message.risk?.level;
      const name = chatName(board, chat);
      if (isLoud(level)) {
        sayNow(t('said.risk', { name, words: cardWords(message.risk) }));
        playOnce(level);
      } else if (board.open !== chat || document.hidden) {
        whisper(t('said.message', { name }));
        playOnce('said');
      }
    },
    state: ({ chat, status, visitor }) => {
      if (status === 'closed') {
        saySoftly(t('said.ended', { name: chatName(board, chat) }));
      } else if (visitor === 'away') {
        saySoftly(t('said.away', { name: chatName(board, chat) }));
      }
    },
    lost: ({ chat, watched }) => (watched ? rewatch(chat) : sayNow(t('said.lost'))),
    left: ({ chat }) => saySoftly(t('said.ended', { name: chatName(board, chat) })),
    erased: () => sayNow(t('said.erased')),
    moved: () => sayNow(t('said.moved')),
  };
  return (happening) => kinds[happening.kind]?.(happening);
}
