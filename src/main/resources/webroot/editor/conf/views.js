// The form and the text of a file, and the tabs between them.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { Heard } from '../heard.js';
import { settle } from '../typing.js';

const names = ['form', 'text'];

/** `shown` has {form, text}, each with `element`. Tells its listeners when another is looked at. */
export function twoViews(shown) {
  const heard = new Heard();
  const tabs = names.map((name) => element('button', {
    type: 'button', role: 'tab', id: `tab-${name}`, class: 'button tab', 'aria-controls': `view-${name}`, onclick: () => open(name),
  }, t(`conf.views.${name}`)));
  const panels = names.map((name) => element('div', { role: 'tabpanel', id: `view-${name}`, 'aria-labelledby': `tab-${name}` }, shown[name].element));
  const list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': t('conf.views') }, ...tabs);
  list.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const other = names.indexOf(views.current) === 0 ? 1 : 0;
      open(names[other]);
      tabs[other].focus();
    }
  });

  function open(name) {
    settle();
    views.current = name;
    names.forEach((one, at) => {
      tabs[at].setAttribute('aria-selected', String(one === name));
      tabs[at].tabIndex = one === name ? 0 : -1;
      panels[at].hidden = one !== name;
    });
    heard.tell();
  }

  const views = { current: 'form', tabs: list, element: element('div', {}, ...panels), open, subscribe: (listener) => heard.subscribe(listener) };
  return views;
}
