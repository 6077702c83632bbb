// All flows and evenings: what is live, what is planned, whose draft lies there.

import { element } from '/shared/element.js';
import { inWords, t } from '/shared/texts.js';
import { get } from '../api.js';
import { droppedSection } from '../drafts/dropped.js';
import { when } from '../when.js';
import { startNew } from './start.js';

/** Shows the list in `page`. */
export async function showList(page) {
  document.title = t('list.title');
  const [{ flows }, dropped] = await Promise.all([get('flows'), droppedSection()]);
  const evenings = flows.filter((flow) => flow.theme).sort((a, b) => opening(a).localeCompare(opening(b)));
  const others = flows.filter((flow) => !flow.theme);
  page.replaceChildren(
    element('div', { class: 'list' },
      element('div', { class: 'list-head' },
        element('h1', { tabindex: '-1' }, t('list.title')),
        element('button', { type: 'button', id: 'start', class: 'button button-lamp', onclick: () => startNew(flows) }, t('start.open'))),
      element('p', { class: 'soft' }, t('list.what')),
      part('list.evenings', evenings, 'list.noEvenings'),
      part('list.flows', others, 'list.noFlows'),
      ...(dropped ? [dropped] : [])));
}

function part(title, flows, none) {
  return element('section', {},
    element('h2', {}, t(title)),
    flows.length === 0
      ? element('p', { class: 'soft' }, t(none))
      : element('ul', { class: 'flows' }, ...flows.map(row)));
}

function row(flow) {
  const states = [
    flow.live === null ? [t('list.never'), 'quiet'] : [t('list.live', { number: flow.live }), 'calm'],
    ...(flow.theme?.opens ? [[t('list.evening', { from: when(flow.theme.opens), until: time(flow.theme.closes) }), 'lamp']] : []),
    ...(flow.scheduled ?? []).map((version) => [t('list.planned', { number: version.number, at: when(version.from) }), 'lamp']),
    ...(flow.draft ? [[t('list.draft', { name: flow.draft.by ?? '', at: when(flow.draft.at) }), 'quiet']] : []),
    ...(flow.proposal ? [[t('list.proposal'), 'urgent']] : []),
  ];
  return element('li', {},
    element('a', { class: 'card flow-row', href: `#/${encodeURIComponent(flow.id)}`, 'data-flow': flow.id },
      element('strong', {}, titleOf(flow)),
      element('span', { class: 'small soft' }, flow.id),
      element('span', { class: 'tags' }, ...states.map(([text, kind]) => element('span', { class: `tag tag-${kind}` }, text)))));
}

/** A flow's title in the reader's language, or in any that it has. */
export const titleOf = (flow) => inWords(flow.title, flow.id);

const opening = (flow) => flow.theme.opens ?? '~';
const time = (local) => (local ?? '').slice(11, 16);
