// What a person can do in the console, as frames to the server.

import { inOrder, letGo, show } from './board/board.js';
import { enter } from './board/talk.js';
import { saySoftly, sayWrong } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { focusWaiting } from './waiting/list.js';

/** `renew()` asks for the whole board again; `writing()` gives the composer, which is made after these. */
export function actions({ board, outbox, redraw, renew, writing }) {
  const ask = (frame) => outbox.ask(frame).catch((error) => sayWrong(error));

  function toFront(chat) {
    show(board, chat);
    document.body.dataset.view = 'talk';
    redraw();
  }


  return {
    duty: (on, capacity) => ask({ type: 'duty', on, capacity }),

    /** Takes that chat, or the one that should be taken first, and puts it in front. */
    async claim(chat) {
      try {
        const claimed = await outbox.ask(chat ? { type: 'claim', chat } : { type: 'claim' });
        toFront(claimed.chat);
        // Drawn first: what is hidden takes no focus.
        setTimeout(() => writing().focus());
      } catch (error) {
        // It may have been done all the same: the board knows.
        if (error.code === 'unavailable') {
          renew();
        }
        sayWrong(error);
      }
    },

    async say(chat, text) {
      try {
        const ack = await outbox.deliver({ type: 'say', chat, text });
        const talk = board.mine.get(chat);
        if (talk && !talk.log.some((message) => message.seq === ack.seq)) {
          enter(talk, { seq: ack.seq, at: new Date().toISOString(), from: 'staff', name: board.me.name, text });
          redraw();
        }
      } catch {
        saySoftly(t('pending.failed'));
      }
    },

    async note(chat, text) {
      try {
        await outbox.deliver({ type: 'note', chat, text });
        board.mine.get(chat)?.notes.push({ at: new Date().toISOString(), by: board.me.name, text });
        redraw();
      } catch (error) {
        sayWrong(error);
      }
    },

    typing: (chat) => outbox.tell({ type: 'typing', chat }),
    mark: (marked) => outbox.ask({ type: 'mark', ...marked }).catch((error) => {
      sayWrong(error);
      throw error;
    }),

    /** Lets go of a chat; rejects, for the dialog to say so, when it did not happen. */
    async handOver(frame) {
      board.leaving.add(frame.chat);
      try {
        await outbox.ask(frame);
        saySoftly(t(`${frame.type}.done`));
        letGo(board, frame.chat);
        redraw();
        // The button that had the focus may be gone.
        setTimeout(() => (board.open ? writing().focus() : focusWaiting()));
      } finally {
        board.leaving.delete(frame.chat);
      }
    },

    /** A lead follows a chat unseen; the answer brings it onto the board. */
    watch: (chat) =>
      outbox.ask({ type: 'watch', chat }).then(
        () => toFront(chat),
        (error) => sayWrong(error),
      ),

    /** Puts away a chat that has ended, or that we only watched. */
    leave(chat) {
      if (board.mine.get(chat)?.watched) {
        ask({ type: 'unwatch', chat });
      }
      letGo(board, chat);
      redraw();
    },

    discard: (id) => outbox.discard(id),
    takeBack(id) {
      writing().takeBack(outbox.discard(id).frame.text);
    },

    show: toFront,
    showNumber(number) {
      const talk = inOrder(board)[number - 1];
      if (talk) {
        toFront(talk.chat);
        setTimeout(() => writing().focus());
      }
    },
  };
}
