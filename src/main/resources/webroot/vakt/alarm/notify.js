// The browser's own notification. It says that somebody waits and nothing else: it lies on locked
// screens and in other people's sight.

import { t } from '/shared/texts.js';

let shown = null;

/** True when this browser can notify and has not been asked yet. */
export function mayAskToNotify() {
  return 'Notification' in window && Notification.permission === 'default';
}

/** Asks the person; to be called while they press something. */
export async function askToNotify() {
  await Notification.requestPermission();
}

/** Notifies when the person is elsewhere and has agreed. */
export function notify() {
  if (document.hasFocus() || !('Notification' in window) || Notification.permission !== 'granted') {
    return;
  }
  unnotify();
  shown = new Notification(t('notify.title'), { body: t('notify.body'), tag: 'innom', requireInteraction: true });
  shown.onclick = () => {
    window.focus();
    unnotify();
  };
}

/** Takes the notification away again. */
export function unnotify() {
  shown?.close();
  shown = null;
}
