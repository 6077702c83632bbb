// The languages of the flow: one more, one less, and what lacks in one beside what it says in the first.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t, tOr } from '/shared/texts.js';
import { confirm, openDialog } from '../dialog.js';
import { settle, whenRested } from '../typing.js';
import { addLanguage, lackingIn, removeLanguage, spoken, textIn, textsOf, writeText } from './languages.js';

/** Opens it; `space.shown` follows, so that a new language is seen at once. */
export function languagesDialog({ doc, checks, shown }) {
  if (doc.broken || !Array.isArray(doc.value('languages'))) {
    openDialog({ title: t('languages.dialog'), inside: [element('p', {}, t('languages.broken'))] });
    return;
  }
  const rows = element('ul', { class: 'language-rows' });
  const more = element('p', { class: 'finding-doing' });
  const beside = element('section', { class: 'beside', 'aria-live': 'polite' });
  const dialog = openDialog({
    title: t('languages.dialog'), wide: true, inside: [element('p', {}, t('languages.what')), rows, more, beside], closed: settle,
  });
  dialog.dataset.dialog = 'languages';
  const title = (language) => tOr(`language.${language}`, language);

  function draw() {
    const { languages } = doc;
    rows.replaceChildren(...languages.map((one, at) => row(one, at === 0, languages.length === 1)));
    more.replaceChildren(...spoken.filter((one) => !languages.includes(one)).map((one) => element('button', {
      type: 'button', class: 'button small', 'data-add': one, onclick: () => add(one),
    }, t('languages.add', { language: title(one) }))));
  }

  function row(language, first, alone) {
    const lacks = lackingIn(doc, language).length;
    const old = stale(language).length;
    const state = first ? t('languages.first') : lacks + old === 0 ? t('languages.whole') : t('languages.lacks', { lacks, old });
    return element('li', { 'data-language': language },
      element('strong', {}, title(language)), ' ', element('span', { class: 'small soft' }, state),
      element('span', { class: 'finding-doing' },
        first || lacks + old === 0 ? null : element('button', { type: 'button', class: 'button small', 'data-do': 'beside', onclick: () => show(language) }, t('languages.show')),
        alone ? null : element('button', { type: 'button', class: 'button button-quiet small', 'data-do': 'remove', onclick: () => away(language) }, t('languages.remove', { language: title(language) }))));
  }

  function add(language) {
    settle();
    addLanguage(doc, language);
    shown.show(language);
    saySoftly(t('languages.added', { language: title(language) }));
    draw();
    show(language);
  }

  async function away(language) {
    settle();
    const said = textsOf(doc).filter(({ path }) => textIn(doc, doc.value(...path), language).trim() !== '').length;
    if (await confirm(t('languages.removeTitle', { language: title(language) }), t('languages.removeWhat', { count: said }), t('languages.removeYes'))) {
      removeLanguage(doc, language);
      saySoftly(t('languages.removed', { language: title(language) }));
      beside.replaceChildren();
      draw();
      rows.querySelector('button')?.focus();
    }
  }

  // What has changed in the first language since what is live, while this one has not.
  const stale = (language) => {
    const steps = (checks.result?.stale ?? []).filter((one) => one.language === language).map(({ step }) => step ?? null);
    const lacking = new Set(lackingIn(doc, language).map(({ path }) => path.join('.')));
    return textsOf(doc).filter(({ path, step }) => steps.includes(step) && !lacking.has(path.join('.')));
  };

  function show(language) {
    const [first] = doc.languages;
    const texts = [...lackingIn(doc, language), ...stale(language)];
    beside.replaceChildren(
      element('h3', { tabindex: '-1' }, t('languages.beside', { language: title(language) })),
      texts.length === 0 ? element('p', {}, t('languages.whole')) : element('ol', { class: 'beside-rows' }, ...texts.map((one) => pair(one, first, language))));
    beside.querySelector('h3').focus();
  }

  function pair({ path, step, field }, first, language) {
    const place = step === null ? t(`languages.of.${field[field.length - 1]}`) : t('languages.at', { step, what: what(field) });
    const area = element('textarea', {
      class: 'field text-field', rows: 1, lang: language, spellcheck: true, 'aria-label': `${place}, ${title(language)}`,
      placeholder: t('part.empty', { language: title(language) }), 'data-path': path.join('.'),
    });
    area.value = textIn(doc, doc.value(...path), language);
    const own = textIn(doc, doc.value(...path), first);
    area.addEventListener('input', () => whenRested(area, () => {
      writeText(doc, path, language, area.value, { merge: `${path.join('.')}.${language}` });
      draw();
    }));
    area.addEventListener('blur', settle);
    return element('li', {},
      element('p', { class: 'small soft beside-place' }, place),
      element('div', { class: 'in-languages' }, element('p', { class: 'beside-own', lang: first }, own || t('languages.nothing')), area));
  }

  const what = ([kind, ...rest]) => (kind === 'choices'
    ? t('languages.choice', { choice: rest[0] })
    : t({ say: 'kind.say', ask: 'part.ask', why: 'part.why', scale: `scale.${rest[0]}`, handoff: 'part.handoffSay', end: 'part.end' }[kind]));

  draw();
}
