// The chat as the wire tells it (protocol.md, section 1): what comes is shown in order and once, what goes out
// waits in the outbox, and a lost line is taken up where it was.

import { clearContacts, showContacts } from './contacts.js';
import { putBack, wipeDraft } from './composer.js';
import { clearLog, logSpeaks, markLate, markStored, showMessage, showPending, takeBack } from './log.js';
import { makeLine } from './line.js';
import { forget, keep, recall } from './memory.js';
import { makeOutbox } from './outbox.js';
import { makeSequence } from './sequence.js';
import { showBack, showHolder, showLost, showNotice, showState, showTyping, stopTyping } from './standing.js';
import { language, t } from './texts.js';

const retryMs = 2000;

/**
 * `flow` is the flow to begin with, or ''. `seen` is {ask(ask or null), begun(), retention(duration), over(reason)};
 * in a rehearsal also {path, stands(frame)}.
 */
export function makeTalk(flow, seen) {
  let begun = false;
  let listened = false;
  let asking = null;
  let wish = null;
  let full = false;
  let rewound = false;
  let againTimer = 0;

  const line = makeLine({ up, down, frame }, seen.path || '/ws/visitor');
  const sequence = makeSequence(missing);
  const outbox = makeOutbox(line.send, {
    stored: markStored,
    late: markLate,
    dead: line.renew,
    refused(entry, error) {
      takeBack(entry.frame.id);
      if (entry.frame.type === 'say') {
        putBack(entry.text);
      }
    },
  });

  const heard = {
    welcome(welcome) {
      if (!welcome.resumed) {
        sequence.reset();
      }
      asking = null;
      keep('key', welcome.key);
      logSpeaks(welcome.language);
      seen.retention(welcome.retention);
      full = false;
      showNotice(rewound ? t('rewound') : '');
      rewound = welcome.rewound === true;
      showBack();
      if (rewound) {
        // What the service has lost must not stand here as if it had arrived, nor hide what comes in its place.
        sequence.reset();
        clearLog();
        outbox.waiting().forEach((entry) => showPending(entry.frame.id, entry.text));
        resume();
      } else if (!welcome.resumed) {
        listens();
      }
    },
    message(message) {
      if (sequence.takes(message.seq)) {
        stopTyping();
        showMessage(message);
        outbox.stored(message.id);
        if (wish && wish.closing && asking === wish && message.from === 'bot') {
          // The closing questions have begun: they are not to begin once more after a lost line.
          wish = null;
        }
        if (message.from !== 'you') {
          seen.ask(message.from === 'bot' ? message.ask : null);
        }
      }
    },
    ack(ack) {
      outbox.stored(ack.id);
      sequence.own(ack.seq);
      showNotice('');
    },
    state(state) {
      showState(state);
      if (state.status === 'human') {
        seen.ask(null);
      }
      if (state.status === 'closed') {
        over('ended');
      } else {
        listens();
      }
    },
    contacts: (frame) => showContacts(frame.contacts),
    typing: showTyping,
    staff: showHolder,
    bye: (bye) => over(bye.reason),
    error: failed,
    rehearsal: (frame) => seen.stands && seen.stands(frame),
  };

  function up() {
    if (recall('key')) {
      resume();
    } else {
      ask(Object.assign({ type: 'start', language }, flow ? { flow } : {}));
    }
  }

  function down() {
    listened = false;
    clearTimeout(againTimer);
    outbox.lineDown();
    if (!full) {
      showLost();
    }
  }

  function frame(one) {
    if (Object.prototype.hasOwnProperty.call(heard, one.type)) {
      heard[one.type](one);
    }
  }

  /** Asked for once: whatever else comes before the answer is missing something too. */
  function missing() {
    if (!asking || asking.type !== 'resume') {
      resume();
    }
  }

  function resume() {
    ask({ type: 'resume', key: recall('key'), after: sequence.last() });
  }

  /** Sends what bears no id and waits for its answer: one of these at a time. */
  function ask(one) {
    asking = one;
    line.send(one);
  }

  /** The chat is begun, or all that was missed has come: now it takes what we have. */
  function listens() {
    listened = true;
    outbox.lineUp();
    if (wish) {
      ask(wish);
    }
  }

  function failed(error) {
    full = error.code === 'busy';
    const later = error.code === 'slow_down' || error.code === 'unavailable';
    if (error.code === 'unknown_type') {
      return;
    }
    if (error.code !== 'slow_down') {
      showNotice(error.text);
    }
    if (error.id) {
      outbox.failed(error);
    } else if (asking && later) {
      clearTimeout(againTimer);
      againTimer = setTimeout(() => asking && line.send(asking), error.retryAfterMs || retryMs);
    } else if (asking && asking.type === 'resume' && error.code !== 'busy') {
      showNotice('');
      over('expired');
    } else if (asking && asking.type === 'start' && error.code === 'bad_field' && flow) {
      // A link to a theme that is no more still leads in.
      flow = '';
      showNotice('');
      up();
    }
  }

  function over(reason) {
    if (!begun) {
      return;
    }
    begun = false;
    listened = false;
    asking = null;
    line.stop();
    seen.ask(null);
    showBack();
    showState({ status: 'over' });
    if (reason === 'moved') {
      outbox.lineDown();
    } else {
      putAside(reason);
    }
    wish = null;
    seen.over(reason);
  }

  function putAside(reason) {
    const unsent = outbox.clear().filter((entry) => entry.frame.type === 'say');
    unsent.forEach((entry) => takeBack(entry.frame.id));
    if (reason === 'erased' || wish) {
      wipeDraft();
    } else {
      putBack(unsent.map((entry) => entry.text).join('\n\n'));
    }
    if (reason !== 'ended') {
      clearLog();
      clearContacts();
    }
    forget();
  }

  function begin() {
    if (!begun) {
      begun = true;
      if (!recall('key')) {
        clearLog();
        clearContacts();
        sequence.reset();
      }
      outbox.waiting().forEach((entry) => showPending(entry.frame.id, entry.text));
      showState({ status: 'bot' });
      seen.begun();
      line.start();
    }
  }

  function put(one, text) {
    begin();
    showPending(outbox.put(one, text), text);
  }

  return {
    /** Begins a chat, or takes up the one that is kept. */
    begin,
    /** Whether there is a chat to take up, or something unsent to begin one with. */
    kept: () => Boolean(recall('key')) || outbox.waiting().length > 0,
    say: (text) => put({ type: 'say', text }, text),
    answer: (step, value, text) => put({ type: 'answer', step, value }, text),
    human: (text) => put({ type: 'human' }, text),
    meanwhile: (text) => put({ type: 'meanwhile' }, text),
    typing: () => listened && line.send({ type: 'typing' }),
    /** `end` or `erase`; true when it has gone, false when it goes as soon as the line is back. */
    goodbye(one) {
      wish = one;
      if (listened) {
        ask(one);
      }
      return listened;
    },
  };
}
