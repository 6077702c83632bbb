// The front page: a window to look in through. It asks the server two things and keeps nothing.

import { leaveFast } from './leave.js';
import { showContacts } from './contacts.js';
import { showKept } from './kept.js';
import { showNow, showUnsure } from './now.js';
import { showThemes } from './themes.js';
import { chat, loadTexts, tongue } from './texts.js';

const everyMinute = 60 * 1000;

async function ask(path) {
  const answer = await fetch(`${path}?lang=${tongue()}`, { credentials: 'omit', cache: 'no-store' });
  if (!answer.ok) {
    throw new Error(`${path} answers ${answer.status}`);
  }
  return answer.json();
}

/** Looks whether somebody is here, as a phone may lie open for hours. */
async function look() {
  try {
    const told = await ask('/api/open');
    const now = new Date();
    showNow(told, now);
    showThemes(told.themes || [], now);
    showKept(told.retention);
  } catch (e) {
    showUnsure();
  }
}

async function begin() {
  leaveFast(document.getElementById('leave'));
  await loadTexts();
  document.getElementById('enter').href = chat();
  showKept();
  look();
  setInterval(() => document.hidden || look(), everyMinute);
  document.addEventListener('visibilitychange', () => document.hidden || look());
  // The numbers that matter most stand in the page already; these are those who answer now besides.
  ask('/api/contacts').then((told) => showContacts(told.contacts), () => {});
}

begin();
