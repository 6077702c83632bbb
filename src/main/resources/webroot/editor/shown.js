// Which of the flow's languages are shown side by side.

import { element } from '/shared/element.js';
import { language, t } from '/shared/texts.js';
import { Heard } from './heard.js';

export class Shown extends Heard {
  #chosen = [language];

  constructor(doc) {
    super();
    this.doc = doc;
  }

  /** Never empty: where none of those chosen is in the flow, its first. */
  get list() {
    const of = this.doc.languages;
    const both = of.filter((one) => this.#chosen.includes(one));
    return both.length > 0 ? both : of.slice(0, 1);
  }

  /** Shows a language beside the others. */
  show(one) {
    if (!this.list.includes(one)) {
      this.toggle(one);
    }
  }

  toggle(one) {
    const now = this.list;
    const next = now.includes(one) ? now.filter((other) => other !== one) : [...now, one];
    if (next.length > 0) {
      this.#chosen = next;
      this.tell();
    }
  }
}

/** Buttons to press for each language, with how much is missing or out of step in it. */
export function languageSwitch(shown, checks) {
  const box = element('div', { class: 'languages', role: 'group', 'aria-label': t('languages.title') });
  const draw = () => {
    const { missing = [], stale = [] } = checks.result ?? {};
    const buttons = shown.doc.languages.map((one) => {
      const lacks = missing.filter((item) => item.language === one).length;
      const old = stale.filter((item) => item.language === one).length;
      const marks = [lacks && t('languages.missing', { count: lacks }), old && t('languages.stale', { count: old })].filter(Boolean);
      return { one, text: [t(`language.${one}`), ...marks].join(' · '), bad: lacks + old > 0 };
    });
    buttons.forEach(({ one, text, bad }, at) => {
      let button = box.children[at];
      if (!button) {
        button = element('button', { type: 'button', class: 'button small', onclick: (event) => shown.toggle(event.currentTarget.dataset.language) });
        box.append(button);
      }
      button.dataset.language = one;
      button.setAttribute('aria-pressed', String(shown.list.includes(one)));
      button.classList.toggle('behind', bad);
      if (button.textContent !== text) {
        button.textContent = text;
      }
    });
    while (box.children.length > buttons.length) {
      box.lastElementChild.remove();
    }
  };
  draw();
  return { element: box, draw };
}
