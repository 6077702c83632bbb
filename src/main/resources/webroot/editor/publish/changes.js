// What has changed, in words and side by side.

import { element } from '/shared/element.js';
import { t, tOr } from '/shared/texts.js';
import { sideBySide } from './difference.js';

/** `found` is the server's answer; `before` and `after` the whole texts, for whoever wants to see them. */
export function changesShown(found, before, after) {
  const { steps = [], advice = [] } = found;
  return element('div', { class: 'changes' },
    ...advice.map((one) => element('p', { class: 'notice card advice', 'data-advice': one.code }, element('strong', {}, t('publish.advice')), ' ', tOr(`advice.${one.code}`, one.sentence),
      element('span', { class: 'small soft more' }, one.sentence))),
    element('h3', {}, t('changes.title')),
    steps.length === 0
      ? element('p', {}, t(before === after ? 'changes.none' : 'changes.small'))
      : element('ul', { class: 'change-list' }, ...steps.map(change)),
    element('details', {}, element('summary', {}, t('changes.side')), sideBySide(before, after, t('changes.before'), t('changes.after'))));
}

function change({ step, change: kind, what = [], to }) {
  return element('li', { class: 'change' },
    element('p', {}, element('strong', {}, t(`change.${kind}`, { step }))),
    ...what.map(({ language, before, after }) => element('div', { class: 'was-is', role: 'group', 'aria-label': tOr(`language.${language}`, language) },
      element('p', { class: 'was', lang: language }, element('span', { class: 'was-is-mark small' }, `${t('changes.was')} ${language}`), before ?? t('changes.nothing')),
      element('p', { class: 'is', lang: language }, element('span', { class: 'was-is-mark small' }, `${t('changes.is')} ${language}`), after ?? t('changes.nothing')))),
    to ? element('p', { class: 'small' }, t('changes.to', { before: to.before ?? t('changes.nothing'), after: to.after ?? t('changes.nothing') })) : null);
}
