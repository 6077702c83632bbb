// Puts the page together. Nothing is opened or kept before the visitor begins.

import { makeAsk } from './ask.js';
import { asks, focusComposer, makeComposer } from './composer.js';
import { byId } from './element.js';
import { closeFarewell, makeFarewell } from './farewell.js';
import { makeLeave } from './leave.js';
import { closeMenu, makeMenu, showRetention } from './menu.js';
import { hideOver, showOver } from './over.js';
import { rehearsal } from './rehearsal.js';
import { makeTalk } from './talk.js';
import { loadTexts, t } from './texts.js';

// The way out works before anything else does.
makeLeave();

loadTexts().then(() => {
  const ask = makeAsk((asked, value, text) => talk.answer(asked.step, value, text), asks);
  const talk = makeTalk(new URLSearchParams(location.search).get('flow') || '', {
    ...rehearsal,
    ask: ask.show,
    retention: showRetention,
    begun() {
      hideOver();
      view('talk');
    },
    over(reason) {
      closeMenu();
      closeFarewell();
      view('over');
      showOver(reason, begin);
    },
  });

  function view(name) {
    document.body.dataset.view = name;
    byId('welcome').hidden = name !== 'welcome';
    byId('farewells').hidden = name !== 'talk';
  }

  function begin() {
    talk.begin();
    focusComposer();
  }

  makeMenu();
  makeFarewell(talk.goodbye);
  makeComposer(talk.say, talk.typing);
  byId('begin').addEventListener('click', begin);
  byId('human').addEventListener('click', () => talk.human(t('human.said')));
  byId('meanwhile').addEventListener('click', (event) => {
    event.target.hidden = true;
    talk.meanwhile(event.target.textContent);
  });
  view('welcome');
  // Until the chat begins only the service itself knows for how long it keeps; without an answer the usual stands.
  fetch('/api/open')
    .then((answer) => answer.json())
    .then((service) => showRetention(service.retention || ''), () => {});
  if (rehearsal.path || talk.kept()) {
    talk.begin();
  }
});
