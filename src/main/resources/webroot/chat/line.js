// The line to the server: one WebSocket, opened again by itself for as long as it is wanted.

const firstWaitMs = 500;
const longestWaitMs = 15000;
const busyWaitMs = 10000;
const busy = 1013;
const openWithinMs = 10000;
const pulseEveryMs = 25000;
const pulseWithinMs = 8000;

/** `heard`: {up(), down(), frame(frame)}; `down` comes for every try that fails as well. `path` is the socket's. */
export function makeLine(heard, path) {
  let socket = null;
  let wanted = false;
  let wait = firstWaitMs;
  let again = 0;
  let patience = 0;
  let asked = 0;

  const isUp = () => socket !== null && socket.readyState === WebSocket.OPEN;

  function open() {
    clearTimeout(again);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}${path}`, 'innom.v1');
    expect(openWithinMs);
    socket.onopen = () => {
      clearTimeout(patience);
      heard.up();
    };
    socket.onmessage = (event) => {
      clearTimeout(asked);
      asked = 0;
      const frame = JSON.parse(event.data);
      if (frame.type === 'welcome') {
        wait = firstWaitMs;
      }
      heard.frame(frame);
    };
    socket.onclose = (event) => {
      if (event.code === busy) {
        wait = Math.max(wait, busyWaitMs);
      }
      fall();
    };
  }

  // Closing waits for the other side, who may be gone: its handlers are taken off instead.
  function drop() {
    clearTimeout(again);
    clearTimeout(patience);
    clearTimeout(asked);
    asked = 0;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      socket = null;
    }
  }

  function fall() {
    drop();
    if (wanted) {
      // Spread out, or everybody comes back in the same moment to a server that has just risen.
      again = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, longestWaitMs);
      heard.down();
    }
  }

  function expect(ms) {
    clearTimeout(patience);
    patience = setTimeout(fall, ms);
  }

  // No browser tells a page that its cable was pulled. Any answer will do, also that the server does not
  // know the question.
  function pulse() {
    if (isUp() && !document.hidden && !asked) {
      asked = setTimeout(fall, pulseWithinMs);
      socket.send('{"type":"ping"}');
    }
  }

  function now() {
    if (wanted && !isUp()) {
      wait = firstWaitMs;
      drop();
      open();
    } else {
      pulse();
    }
  }

  setInterval(pulse, pulseEveryMs);
  addEventListener('online', now);
  addEventListener('offline', () => wanted && fall());
  document.addEventListener('visibilitychange', () => document.hidden || now());

  return {
    isUp,
    start() {
      wanted = true;
      wait = firstWaitMs;
      drop();
      open();
    },
    stop() {
      wanted = false;
      drop();
    },
    /** Gives the present socket up, which may be dead without knowing it, and opens another. */
    renew: fall,
    /** True when the frame has gone to the socket; that says nothing of its arrival. */
    send(frame) {
      if (!isUp()) {
        return false;
      }
      socket.send(JSON.stringify(frame));
      return true;
    },
  };
}
