// Sounds, made in code. A call rings from a looped buffer: the sound card repeats it, so that it
// goes on at full pace in a tab that the browser has slowed down.

// Notes are [from, seconds, hertz]; `every` is the time from one call's start to the next.
const calls = {
  acute: { every: 2.4, loud: 0.5, notes: [[0, 0.16, 880], [0.2, 0.16, 1175], [0.4, 0.3, 1480], [0.9, 0.16, 880], [1.1, 0.16, 1175], [1.3, 0.3, 1480]] },
  high: { every: 5, loud: 0.4, notes: [[0, 0.3, 587], [0.4, 0.45, 784]] },
  lost: { every: 20, loud: 0.3, notes: [[0, 0.35, 440], [0.4, 0.5, 311]] },
  remind: { every: 2, loud: 0.35, notes: [[0, 0.2, 659], [0.3, 0.2, 659], [0.6, 0.35, 880]] },
  said: { every: 1, loud: 0.2, notes: [[0, 0.12, 659]] },
};

const rate = 22_050;
let context = null;
let ring = null;
let ringName = '';

/** Wakes the sound; browsers allow it only while a person presses something. */
export async function wakeSound() {
  context ??= new AudioContext();
  await context.resume();
}

/** True when a call would be heard, as far as a page can know. */
export function soundIsAwake() {
  return context?.state === 'running';
}

/** Plays a sound once: 'acute', 'high', 'lost', 'remind' or 'said'. Silent while the sound sleeps. */
export function playOnce(name) {
  if (soundIsAwake()) {
    start(name, 0).stop(context.currentTime + calls[name].every);
  }
}

/** Rings until told otherwise; a higher step rings more often. Ringing as it does already is no change. */
export function keepRinging(name, step = 0) {
  const wanted = `${name} ${Math.min(step, 3)}`;
  if (wanted === ringName && ring) {
    return;
  }
  quiet();
  if (soundIsAwake()) {
    ring = start(name, Math.min(step, 3));
    ring.loop = true;
    ringName = wanted;
  }
}

/** Stops what rings. */
export function quiet() {
  ring?.stop();
  ring = null;
  ringName = '';
}

/** What rings now, as "acute 0"; empty when it is quiet. */
export function ringsNow() {
  return ringName;
}

function start(name, step) {
  const source = context.createBufferSource();
  source.buffer = render(calls[name], step);
  source.connect(context.destination);
  source.start();
  return source;
}

// Soft at both ends of each note, with a little of the octave: a bell rather than a buzzer.
function render({ every, loud, notes }, step) {
  const end = Math.max(...notes.map(([from, seconds]) => from + seconds));
  const length = end + (every - end) / (1 + step);
  const buffer = context.createBuffer(1, Math.ceil(length * rate), rate);
  const samples = buffer.getChannelData(0);
  for (const [from, seconds, hertz] of notes) {
    const first = Math.floor(from * rate);
    const count = Math.floor(seconds * rate);
    for (let i = 0; i < count && first + i < samples.length; i += 1) {
      const swell = Math.sin((Math.PI * i) / count) ** 0.5;
      const phase = (2 * Math.PI * hertz * i) / rate;
      samples[first + i] += loud * swell * (Math.sin(phase) * 0.75 + Math.sin(phase * 2) * 0.25);
    }
  }
  return buffer;
}
