// Asks the server to check, a moment after each change. What it says belongs to the text that it was asked about.

import { flowPath, post } from '../api.js';
import { Heard } from '../heard.js';
import { unpressed } from '../pressing.js';
import { withUnwritten } from './unwritten.js';

const restMs = 250;
const againMs = 4000;

export class Checker extends Heard {
  /** The server's last answer (see the contract: problems, steps, reading, missing, stale, words), or null. */
  result = null;
  /** 'asking' | 'fresh' | 'failed' */
  state = 'asking';
  #timer = 0;
  #asked = 0;

  /** `path` is the call that checks: a flow's, unless said otherwise. */
  constructor(id, doc, path = flowPath(id, '/check')) {
    super();
    this.path = path;
    this.doc = doc;
    this.stop = doc.subscribe(() => this.#later(restMs));
    this.#later(0);
  }

  end() {
    this.stop();
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  /** The findings of a step; of the flow as a whole for null. */
  of(step) {
    return (this.result?.problems ?? []).filter((problem) => (problem.step ?? null) === step);
  }

  get errors() {
    return (this.result?.problems ?? []).filter((problem) => problem.severity === 'error');
  }

  get warnings() {
    return (this.result?.problems ?? []).filter((problem) => problem.severity === 'warning');
  }

  #later(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), ms);
    if (this.state !== 'asking') {
      this.state = 'asking';
      this.tell();
    }
  }

  async #ask() {
    const number = (this.#asked += 1);
    try {
      const result = await post(this.path, { text: this.doc.text });
      await unpressed();
      if (number === this.#asked) {
        this.result = withUnwritten(result, this.doc);
        this.state = 'fresh';
      }
    } catch {
      if (number === this.#asked) {
        this.state = 'failed';
        this.#timer = setTimeout(() => this.#ask(), againMs);
      }
    }
    if (number === this.#asked) {
      this.tell();
    }
  }
}
