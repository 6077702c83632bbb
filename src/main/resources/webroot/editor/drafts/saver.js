// Saves the draft as one writes: in this browser at once, on the server a moment later, one save at a time.

import { flowPath, put, remove } from '../api.js';
import { Heard } from '../heard.js';
import { forgetUnsaved, keepUnsaved } from './local.js';

const restMs = 300;
const keepMs = 120;
const againMs = 3000;

export class Saver extends Heard {
  /** 'clean' (nothing changed) | 'unsaved' | 'saving' | 'saved' | 'waiting' (no line) | 'conflict' */
  state = 'clean';
  #timer = 0;
  #keepTimer = 0;
  #saving = null;
  #ended = false;

  /** `start` is {rev, base}; `conflict(theirs)` resolves to 'mine' or 'theirs'. */
  constructor(id, doc, start, conflict) {
    super();
    Object.assign(this, { id, doc, rev: start.rev, base: start.base, conflict });
    this.leave = () => this.#keep();
    this.stop = doc.subscribe(() => this.#changed());
    addEventListener('pagehide', this.leave);
  }

  end() {
    this.#keep();
    this.#ended = true;
    this.stop();
    clearTimeout(this.#timer);
    clearTimeout(this.#keepTimer);
    removeEventListener('pagehide', this.leave);
    if (this.state === 'unsaved') {
      this.#save();
    }
  }

  /** Resolves when the server has what is written now; rejects when it cannot be reached. */
  async saved() {
    clearTimeout(this.#timer);
    while (this.state === 'unsaved' || this.state === 'saving' || this.state === 'waiting') {
      await (this.#saving ?? this.#save());
      if (this.state === 'waiting') {
        throw new TypeError('not saved');
      }
    }
  }

  /** Throws the draft away on the server, with the last that was typed: it can be had back from there. */
  async discard() {
    await this.saved();
    await remove(flowPath(this.id, '/draft'));
    forgetUnsaved(this.id);
    this.rev = 0;
    this.#become('clean');
  }

  #changed() {
    if (this.state !== 'conflict') {
      this.#become('unsaved');
    }
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.#keep(), keepMs);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#saving || this.#save(), restMs);
  }

  #keep() {
    if (this.state !== 'clean' && this.state !== 'saved') {
      keepUnsaved(this.id, { text: this.doc.text, rev: this.rev, base: this.base });
    }
  }

  #save() {
    this.#saving = this.#put().finally(() => {
      this.#saving = null;
    });
    return this.#saving;
  }

  async #put() {
    const { text } = this.doc;
    this.#become('saving');
    try {
      const { rev } = await put(flowPath(this.id, '/draft'), { text, rev: this.rev, base: this.base });
      this.rev = rev;
      if (this.doc.text === text) {
        forgetUnsaved(this.id);
        this.#become('saved');
      } else {
        this.#again(restMs);
      }
    } catch (refused) {
      if (refused.status === 409 && refused.problem.theirs) {
        await this.#resolve(refused.problem.theirs);
      } else {
        this.failure = refused.status ? refused.message : null;
        this.#become('waiting');
        this.#timer = setTimeout(() => this.#saving || this.#save(), againMs);
      }
    }
  }

  async #resolve(theirs) {
    this.#become('conflict');
    this.#keep();
    const choice = await this.conflict(theirs);
    this.rev = theirs.rev;
    this.state = 'unsaved';
    if (choice === 'theirs') {
      // An edit like any other: what one had is one step back.
      this.doc.replace(theirs.text, { origin: 'conflict' });
    }
    this.#again(0);
  }

  #again(ms) {
    this.#become('unsaved');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#saving || this.#save(), ms);
  }

  #become(state) {
    if (this.state !== state && !this.#ended) {
      this.state = state;
      this.tell();
    }
  }
}
