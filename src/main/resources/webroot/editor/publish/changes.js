// What has changed, in words and side by side.

import { element } from '/shared/element.js';
import { language, t, tOr } from '/shared/texts.js';
import { sideBySide } from './difference.js';

/** `found` is the server's answer; `before` and `after` the whole texts, for whoever wants to see them. */
export function changesShown(found, before, after) {
  const { steps = [], advice = [] } = found;
  return element('div', { class: 'changes' },
    ...advice.map((one) => element('p', { class: 'notice card advice', 'data-advice': one.code }, element('strong', {}, t('publish.advice')), ' ', adviceWords(one))),
    element('h3', {}, t('changes.title')),
    steps.length === 0
      ? element('p', {}, t(before === after ? 'changes.none' : 'changes.small'))
      : before === ''
        ? element('details', {}, element('summary', {}, t('changes.all', { count: steps.length })), element('ul', { class: 'change-list' }, ...steps.map(change)))
        : element('ul', { class: 'change-list' }, ...steps.map(change)),
    element('details', {}, element('summary', {}, t('changes.side')), sideBySide(before, after, t('changes.before'), t('changes.after'))));
}

function adviceWords({ code, about, sentence }) {
  if (tOr(`advice.${code}`, null) === null) {
    return sentence;
  }
  return code === 'nobody-on-duty' && about ? t('advice.queue', { about: tOr(`queue.${about}`, about) }) : t(`advice.${code}`, { about });
}

function change({ step, change: kind, what = [], to }) {
  return element('li', { class: 'change' },
    element('p', {}, element('strong', {}, t(`change.${kind}`, { step }))),
    ...(kind === 'changed' ? what.map(wasAndIs) : words(what)),
    to && kind === 'changed' ? element('p', { class: 'small' }, t('changes.to', { before: to.before ?? t('changes.nothing'), after: to.after ?? t('changes.nothing') })) : null);
}

// Of a step that is new or gone its words in one language are enough to know it by.
function words(what) {
  const own = what.filter((one) => one.language === language);
  return (own.length > 0 ? own : what.filter((one) => one.language === what[0].language))
    .map(({ before, after, language: tongue }) => element('p', { class: before === null ? 'is' : 'was', lang: tongue }, after ?? before));
}

const wasAndIs = ({ language: tongue, before, after }) => element('div', { class: 'was-is', role: 'group', 'aria-label': tOr(`language.${tongue}`, tongue) },
  element('p', { class: 'was', lang: tongue }, element('span', { class: 'was-is-mark small' }, `${t('changes.was')} ${tongue}`), before ?? t('changes.nothing')),
  element('p', { class: 'is', lang: tongue }, element('span', { class: 'was-is-mark small' }, `${t('changes.is')} ${tongue}`), after ?? t('changes.nothing')));
