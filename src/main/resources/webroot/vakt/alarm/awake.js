// Browsers put tabs to sleep that have been out of sight for long. A tab that holds a lock is left
// awake, and so hears the alarm.

let letGo = null;

/** Holds the lock while `wanted`; calling it again with the same wish changes nothing. */
export function keepTabAwake(wanted) {
  if (!navigator.locks || wanted === (letGo !== null)) {
    return;
  }
  if (!wanted) {
    letGo();
    letGo = null;
    return;
  }
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  // Shared: several consoles in one browser do not wait for each other.
  navigator.locks.request('innom-vakt', { mode: 'shared' }, () => held);
}
