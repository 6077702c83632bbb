// Feels whether the line still lives. A browser does not tell a page that a cable was pulled, so
// the page asks: any answer will do, also one that says that it does not know the question.

const everyMs = 15_000;
const patienceMs = 8_000;

export class Pulse {
  #line;
  #lastHeard = Date.now();
  #asked = 0;

  constructor(line) {
    this.#line = line;
    setInterval(() => this.#beat(), everyMs);
    document.addEventListener('visibilitychange', () => document.hidden || this.#beat());
  }

  /** To be called for every frame that comes. */
  heard() {
    this.#lastHeard = Date.now();
    this.#asked = 0;
  }

  #beat() {
    if (this.#asked > 0 || !this.#line.send({ type: 'ping', id: `pulse-${Date.now()}` })) {
      return;
    }
    const asked = Date.now();
    this.#asked = asked;
    setTimeout(() => {
      const silent = this.#asked === asked && this.#lastHeard < asked;
      this.#asked = 0;
      if (silent && this.#line.up) {
        this.#line.renew();
      }
    }, patienceMs);
  }
}
