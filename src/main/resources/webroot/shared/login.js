// The login form: says what went wrong and what to do, and counts down when it must wait.

import { logIn } from './session.js';
import { t } from './texts.js';

const form = document.getElementById('login');
const said = document.getElementById('login-said');
const button = form.querySelector('button[type=submit]');

/** Shows the form; resolves when somebody has logged in. `why` is a text key, or nothing. */
export function askForLogin(why) {
  document.body.dataset.page = 'login';
  document.title = t('login.title');
  say(why ? t(why) : '');
  form.elements.user.focus();
  return new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault();
      if (await submit()) {
        form.onsubmit = null;
        form.reset();
        resolve();
      }
    };
  });
}

async function submit() {
  const { user, password, code } = form.elements;
  const empty = [user, password].find((field) => field.value.trim() === '');
  if (empty) {
    say(t('login.empty'));
    empty.focus();
    return false;
  }
  button.disabled = true;
  say(t('login.trying'));
  const result = await logIn(user.value.trim(), password.value, code.value.replace(/\s/g, ''));
  if (result.kind === 'tooOften') {
    countDown(result.seconds);
    return false;
  }
  button.disabled = false;
  if (result.kind !== 'in') {
    say(t(`login.${result.kind}`));
    password.value = '';
    (result.kind === 'wrong' ? password : button).focus();
  }
  return result.kind === 'in';
}

// Said once for the ear; the seconds tick where the live region does not hear them.
function countDown(seconds) {
  const until = Date.now() + seconds * 1000;
  say(t('login.tooOften', { time: inWords(seconds) }));
  const timer = setInterval(() => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left > 0) {
      button.textContent = t('login.wait', { span: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` });
      return;
    }
    clearInterval(timer);
    button.textContent = t('login.submit');
    button.disabled = false;
    say('');
  }, 250);
}

function inWords(seconds) {
  return seconds < 120
    ? t('login.seconds', { count: seconds })
    : t('login.minutes', { count: Math.ceil(seconds / 60) });
}

function say(text) {
  said.textContent = text;
}
