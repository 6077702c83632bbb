// The three views of a flow, and the tabs between them. They stay in step because they share one document and one
// selection: each draws what the document says, and shows the step that another has gone to.
//
// A view is a module with `view(space)`, which returns {element, show(), hide(), go(place)}:
//   element  what the tab shows; made once, and kept
//   show()   it has become visible: draw what has changed meanwhile
//   hide()   it is no longer visible: it may rest
//   go({step, line, column, focus})  show this step (null: the flow as a whole); line and column where known, 1-based
// `space` is what `flow.js` makes: {id, doc (FlowDocument), checks (Checker), selection (Selection), shown (languages)}.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { talkView } from '../talk/talk.js';

// The map and the text bring large libraries: fetched when they are first looked at.
const kinds = [
  ['talk', () => Promise.resolve(talkView)],
  ['map', () => import('../map/map.js').then((module) => module.view)],
  ['text', () => import('../text/text.js').then((module) => module.view)],
];

/** Tabs by the pattern that screen readers know: arrows between them, one panel each. Returns {element, open(name)}. */
export function views(space) {
  const made = {};
  let current = null;
  const tabs = kinds.map(([name]) => element('button', {
    type: 'button', role: 'tab', id: `tab-${name}`, class: 'button tab', 'aria-controls': `view-${name}`, 'data-view': name,
    onclick: () => open(name),
  }, t(`views.${name}`)));
  const panels = kinds.map(([name]) => element('div', {
    role: 'tabpanel', id: `view-${name}`, class: `view view-${name}`, 'aria-labelledby': `tab-${name}`, hidden: true,
  }));
  const list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': t('views.title') }, ...tabs);
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const at = (tabs.indexOf(event.target.closest('[role=tab]')) + step + tabs.length) % tabs.length;
      open(kinds[at][0]);
      tabs[at].focus();
    }
  });
  space.selection.subscribe((place) => made[current]?.go(place));

  async function open(name) {
    if (name === current) {
      return;
    }
    made[current]?.hide();
    current = name;
    kinds.forEach(([one], at) => {
      tabs[at].setAttribute('aria-selected', String(one === name));
      tabs[at].tabIndex = one === name ? 0 : -1;
      panels[at].hidden = one !== name;
    });
    const panel = panels[kinds.findIndex(([one]) => one === name)];
    if (!made[name]) {
      const load = kinds.find(([one]) => one === name)[1];
      panel.replaceChildren(element('p', { class: 'soft', role: 'status' }, t('page.wait')));
      try {
        made[name] = (await load())(space);
      } catch (failed) {
        panel.replaceChildren(element('p', { class: 'soft', role: 'alert' }, t('views.failed')));
        return;
      }
      panel.replaceChildren(made[name].element);
    }
    if (current === name) {
      made[name].show();
      made[name].go({ step: space.selection.step, line: null, column: null, focus: false });
    }
  }

  open('talk');
  return { element: element('div', { class: 'views' }, list, ...panels), tabs: list, open, get current() { return current; } };
}
