// The line to the server: one WebSocket, opened again by itself for as long as it is wanted.

const firstWaitMs = 500;
// Staff are few, and each second without a line is one in which nobody hears an alarm.
const longestWaitMs = 3000;

export class Line {
  #heard;
  #socket = null;
  #wait = firstWaitMs;
  #timer = 0;
  #wanted = false;

  /** `heard`: {frame(frame), up(), down()}; `down` comes for every try that fails as well. */
  constructor(heard) {
    this.#heard = heard;
    addEventListener('online', () => this.#wanted && !this.up && this.renew());
    addEventListener('offline', () => this.#wanted && this.renew());
  }

  get up() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  start() {
    this.#wanted = true;
    this.#wait = firstWaitMs;
    this.#open();
  }

  stop() {
    this.#wanted = false;
    this.#drop();
  }

  /** Gives the present socket up, which may be dead without knowing it, and opens another. */
  renew() {
    this.#drop();
    this.#fell();
  }

  /** True when the frame has gone to the socket; that says nothing of its arrival. */
  send(frame) {
    if (!this.up) {
      return false;
    }
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #open() {
    clearTimeout(this.#timer);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/ws/staff`, 'innom.v1');
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = firstWaitMs;
      this.#heard.up();
    };
    socket.onmessage = (event) => this.#heard.frame(JSON.parse(event.data));
    socket.onclose = () => {
      this.#socket = null;
      this.#fell();
    };
  }

  // Closing waits for the other side, who may be gone: its handlers are taken off instead.
  #drop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  #fell() {
    if (!this.#wanted) {
      return;
    }
    this.#timer = setTimeout(() => this.#open(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, longestWaitMs);
    this.#heard.down();
  }
}
