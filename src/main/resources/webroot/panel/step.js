// A step as a young person would meet it: bubbles, and the answers that one can give.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';

/** `value` is the step as it stands in the file. */
export function stepShown(name, value, language) {
  const words = (text) => (text && typeof text === 'object' ? text[language] ?? Object.values(text)[0] : text);
  const bubble = (text) => element('p', { class: 'bubble', lang: language }, String(words(text) ?? ''));
  const said = [value.say, value.ask, value.handoff?.say, value.end].flat().filter((text) => text !== undefined && text !== null && text !== true);
  const notes = [
    value.handoff && t('step.person'), value.run && t('step.run', { flow: value.run }), value.fork && t('step.fork'),
    value.text && t('step.words'), value.scale && t('step.scale', { from: value.scale.from, to: value.scale.to }),
    value.optional && t('step.optional'), value.end === true && t('step.end'),
  ].filter(Boolean);
  return element('div', {},
    element('h3', { class: 'small soft' }, name),
    ...said.map(bubble),
    value.choices ? element('ul', { class: 'answers', 'aria-label': t('step.answers') }, ...Object.values(value.choices).map((label) => element('li', { lang: language }, String(words(label))))) : null,
    notes.length > 0 ? element('p', { class: 'small soft' }, notes.join(' · ')) : null,
    value.why ? element('details', {}, element('summary', {}, t('step.why')), bubble(value.why)) : null);
}
