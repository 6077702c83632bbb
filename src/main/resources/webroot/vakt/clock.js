// The one ticking clock: every <time data-since> and <time data-deadline> of the page follows it.

import { setText } from '/shared/element.js';
import { t } from '/shared/texts.js';

/** "0:42", "12:05", "1 t 20 min": how long, for people who glance at it. */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  }
  return t('clock.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The time of day of an ISO instant, in the reader's own zone. */
export function timeOfDay(instant) {
  return new Date(instant).toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Puts the present time into everything that ticks. */
export function tick(now = Date.now()) {
  for (const time of document.querySelectorAll('time[data-since]')) {
    setText(time, t('clock.waited', { span: span(now - Date.parse(time.dataset.since)) }));
  }
  for (const time of document.querySelectorAll('time[data-deadline]')) {
    const left = Date.parse(time.dataset.deadline) - now;
    time.classList.toggle('late', left < 0);
    setText(time, t(left < 0 ? 'clock.late' : 'clock.left', { span: span(Math.abs(left)) }));
  }
}

/** Ticks every second until the page is left; `each` is called with the time after every tick. */
export function startClock(each) {
  setInterval(() => {
    tick();
    each(Date.now());
  }, 1000);
}
