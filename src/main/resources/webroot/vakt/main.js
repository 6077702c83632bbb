// Begins here: the words, then who is there, then the console.

import { startConsole } from './console.js';
import { askForLogin } from '/shared/login.js';
import { logOut, whoAmI } from '/shared/session.js';
import { sayNow } from '/shared/said.js';
import { loadTexts, t } from '/shared/texts.js';

await loadTexts('/vakt');

const me = (await whoAmI().catch(() => null)) ?? (await logInAs());
const { line, board } = startConsole(me, { stillMe, signedOut });
document.getElementById('log-out').onclick = async () => {
  if (board.mine.size > 0) {
    sayNow(t('logout.first'));
    return;
  }
  await logOut().catch(() => {});
  location.reload();
};

async function logInAs(why) {
  let someone = null;
  while (!someone) {
    await askForLogin(why);
    someone = await whoAmI().catch(() => null);
    why = 'login.failed';
  }
  return someone;
}

/** False when the server says that the session has ended; true also when it cannot be asked. */
async function stillMe(before) {
  const now = await whoAmI().catch(() => before);
  return now?.user === before.user;
}

// The same person goes on where they were, with what they had written; another begins afresh.
async function signedOut() {
  const now = await logInAs('login.ended');
  if (now.user !== board.me.user) {
    location.reload();
    return;
  }
  document.body.dataset.page = 'console';
  line.start();
}
