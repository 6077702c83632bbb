// Begins here: the words, then who is there, then the page that the address names.

import { element } from '/shared/element.js';
import { askForLogin } from '/shared/login.js';
import { logOut, whoAmI } from '/shared/session.js';
import { loadTexts, t } from '/shared/texts.js';
import { showConf } from './conf/conf.js';
import { showFlow } from './frame/flow.js';
import { showList } from './list/list.js';
import { showRecord } from './list/record.js';
import { surroundings } from './surroundings.js';

await loadTexts('/editor');

let me = await whoAmI().catch(() => null);
while (!me) {
  await askForLogin();
  me = await whoAmI().catch(() => null);
}
document.body.dataset.page = 'editor';
document.getElementById('log-out').onclick = async () => {
  await logOut().catch(() => {});
  location.reload();
};
document.getElementById('skip').onclick = (event) => {
  event.preventDefault();
  page.focus();
};

const page = document.getElementById('page');
let leave = () => {};
addEventListener('hashchange', () => show(true));
await show(false);

// The address: #/ the list, #/FLOW a flow, #/ord what is beside the flows, #/logg who did what.
async function show(moved) {
  leave();
  leave = () => {};
  const name = decodeURIComponent(location.hash.replace(/^#\/?/, ''));
  const place = { '': 'list', ord: 'conf', logg: 'record' }[name.split('/')[0]] ?? 'flow';
  document.querySelectorAll('[data-place]').forEach((link) => {
    link.toggleAttribute('aria-current', link.dataset.place === place);
  });
  page.replaceChildren(element('p', { class: 'soft page-wait', role: 'status' }, t('page.wait')));
  try {
    if (!me.roles.includes('editor')) {
      page.replaceChildren(element('p', { class: 'card page-wait' }, t('page.notEditor')));
      document.title = t('bar.title');
      return;
    }
    // Times are told in the zone of the service; a page that needs more of it says itself what is wrong.
    await surroundings().catch(() => {});
    const shows = { list: showList, conf: showConf, record: showRecord, flow: showFlow };
    const shown = shows[place];
    const left = await shown(page, place === 'conf' ? name.split('/')[1] ?? null : name, me);
    leave = left ?? leave;
    if (moved) {
      (page.querySelector('h1') ?? page).focus();
    }
  } catch (refused) {
    page.replaceChildren(element('div', { class: 'card page-wait', role: 'alert' },
      element('p', {}, refused.status === 404 ? t('page.gone') : t('page.failed')),
      element('p', { class: 'small soft' }, refused.message),
      element('p', {}, element('a', { class: 'button', href: '#/' }, t('bar.flows')))));
  }
}
