// The youth panel's page: a draft read as bubbles, tried, commented and voted on. Whoever has the link may; no account.

import { element } from '/shared/element.js';
import { language, loadTexts, t } from '/shared/texts.js';
import { parseDocument } from '/shared/vendor/yaml/index.js';
import { call } from './call.js';
import { commentForm, commentList } from './comments.js';
import { stepShown } from './step.js';
import { voting } from './vote.js';

await loadTexts('/panel');
const token = location.pathname.split('/').pop();
const page = document.getElementById('panel');

try {
  show(await call('GET', token));
} catch (refused) {
  page.replaceChildren(element('section', { class: 'card' },
    element('h1', {}, t(refused.status === 404 ? 'gone.title' : 'failed.title')), element('p', {}, t(refused.status === 404 ? 'gone.what' : 'failed.what'))));
}

function show({ id, title, text, expires, comments }) {
  const flow = parseDocument(text, { logLevel: 'silent' }).toJS() ?? {};
  const spoken = flow.languages?.includes(language) ? language : flow.languages?.[0] ?? 'nb';
  const name = (typeof title === 'string' ? title : title?.[spoken]) ?? id;
  const draw = commentList(comments ?? []);
  document.title = `${name} – Innom`;
  page.replaceChildren(
    element('h1', { lang: spoken }, name),
    element('p', {}, t('what')),
    element('p', { class: 'small soft' }, t('until', { at: new Date(expires).toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'long' }) })),
    trying(id, spoken),
    element('h2', {}, t('read')),
    element('ol', { class: 'steps' }, ...Object.entries(flow.steps ?? {}).map(([step, value]) => element('li', { class: 'card step', id: `step-${step}` },
      stepShown(step, value ?? {}, spoken),
      draw.of(step),
      element('div', { class: 'step-doing' }, voting(token, step), commentForm(token, step, (one) => draw.add(one)))))),
    element('section', { class: 'card' }, element('h2', {}, t('whole')), draw.of(null),
      element('div', { class: 'step-doing' }, voting(token, null), commentForm(token, null, (one) => draw.add(one)))));
}

function trying(id, spoken) {
  const box = element('div', { class: 'try' });
  const button = element('button', {
    type: 'button', class: 'button button-lamp', id: 'try', 'aria-expanded': 'false',
    onclick: () => {
      const open = box.children.length === 0;
      button.setAttribute('aria-expanded', String(open));
      button.textContent = t(open ? 'try.close' : 'try.open');
      const query = new URLSearchParams({ rehearsal: id, link: token, lang: spoken, open: 'true' });
      box.replaceChildren(...(open ? [element('p', { class: 'small soft' }, t('try.what')), element('iframe', { src: `/chat?${query}`, title: t('try.frame') })] : []));
    },
  }, t('try.open'));
  return element('section', {}, button, box);
}
