// Publishing: what changes, when, why, and what it means for those who are in the old version now.

import { element } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t } from '/shared/texts.js';
import { call, flowPath, get, post } from '../api.js';
import { openDialog } from '../dialog.js';
import { check, field, radios } from '../fields.js';
import { withUnwritten } from '../checks/unwritten.js';
import { failedWords, findingWords, refusedWords } from '../checks/words.js';
import { asInstant, asLocal, when } from '../when.js';
import { changesShown } from './changes.js';

/** Opens the dialog. Errors hold it back; warnings ask for a yes. */
export async function publishing(space) {
  const { id, doc, saver } = space;
  const body = element('div', {}, element('p', { role: 'status' }, t('page.wait')));
  const dialog = openDialog({
    title: t('publish.title'),
    wide: true,
    inside: [body],
    actions: [{ text: t('publish.yes'), lamp: true, name: 'publish', act: () => {} }],
  });
  const yes = dialog.querySelector('[data-action=publish]');
  yes.disabled = true;
  try {
    await saver.saved();
    const [checked, found, flow] = await Promise.all([
      post(flowPath(id, '/check'), { text: doc.text }), post(flowPath(id, '/changes'), { text: doc.text }), get(flowPath(id)),
    ]);
    ready(withUnwritten(checked, doc), found, flow);
  } catch (refused) {
    body.replaceChildren(element('p', { role: 'alert' }, failedWords(refused)));
  }

  function ready(checked, found, flow) {
    const errors = checked.problems.filter(({ severity }) => severity === 'error');
    const warnings = checked.problems.filter(({ severity }) => severity === 'warning');
    if (errors.length > 0) {
      body.replaceChildren(
        element('p', { class: 'notice card', role: 'alert' }, t('publish.errors', { count: errors.length })), problems(errors), changesShown(found, flow.text ?? '', doc.text));
      return;
    }
    const live = flow.versions.find((version) => version.live);
    const reason = field({ id: 'publish-reason', label: t('publish.reason'), help: t('publish.reasonHelp'), max: 500 });
    const from = field({ id: 'publish-from', label: t('publish.from'), type: 'datetime-local', value: asLocal(new Date(Date.now() + 3_600_000)) });
    const until = field({ id: 'publish-until', label: t('publish.until'), help: t('publish.untilHelp'), type: 'datetime-local' });
    from.element.hidden = true;
    const time = radios({
      name: 'publish-when', legend: t('publish.when'), options: [['now', t('publish.now')], ['at', t('publish.at')]],
      changed: (value) => {
        from.element.hidden = value !== 'at';
      },
    });
    const accept = check({ label: t('publish.accept', { count: warnings.length }) });
    body.replaceChildren(
      ...(warnings.length > 0 ? [element('p', { class: 'notice card' }, t('publish.warnings', { count: warnings.length })), problems(warnings, checked.words), accept.element] : []),
      changesShown(found, flow.text ?? '', doc.text),
      ...(live?.chats > 0 ? [element('p', { class: 'publish-chats' }, t(live.chats === 1 ? 'publish.oneChat' : 'publish.chats', { count: live.chats, number: live.number }))] : []),
      ...(space.surroundings.secondEyes ? [element('p', { class: 'notice card' }, t('publish.secondEyes'))] : []),
      time.element, element('div', { class: 'pair' }, from.element, until.element), reason.element);
    yes.disabled = false;
    yes.onclick = () => publish({ reason, from, until, time, accept, warnings });
    reason.input.focus();
  }

  function problems(list, words = []) {
    const of = ({ code, line }) => (code === 'word' ? words.filter((one) => one.line === line).map(({ found }) => ` ${t('words.found', { word: found })}`) : []);
    return element('ul', { class: 'findings' }, ...list.map((one) => element('li', { class: `finding finding-${one.severity}` },
      element('p', {}, findingWords(one), ...of(one)),
      element('p', { class: 'finding-doing' }, element('button', {
        type: 'button', class: 'button small',
        onclick: () => {
          dialog.close();
          space.selection.choose(one.step ?? null, { line: one.line, column: one.column, from: 'publish' });
        },
      }, one.step ? t('checks.go', { step: one.step }) : t('checks.goLine', { line: one.line }))))));
  }

  async function publish({ reason, from, until, time, accept, warnings }) {
    if (!reason.value.trim()) {
      dialog.say(t('publish.needsReason'));
      reason.input.focus();
      return;
    }
    if (warnings.length > 0 && !accept.input.checked) {
      dialog.say(t('publish.needsYes'));
      accept.input.focus();
      return;
    }
    const later = time.value === 'at';
    const begins = later ? Date.parse(asInstant(from.value)) : Date.now();
    if (later && !(begins > Date.now())) {
      dialog.say(t('publish.needsTime'));
      from.input.focus();
      return;
    }
    if (until.value && !(Date.parse(asInstant(until.value)) > begins)) {
      dialog.say(t('publish.wrongUntil'));
      until.input.focus();
      return;
    }
    yes.disabled = true;
    try {
      const { status, body: answer } = await call('POST', flowPath(id, '/publish'), {
        text: doc.text, rev: saver.rev, reason: reason.value.trim(), warnings: accept.input.checked,
        from: later ? asInstant(from.value) : null, until: asInstant(until.value),
      });
      dialog.close();
      told(status, answer, later ? from.value : null);
    } catch (refused) {
      yes.disabled = false;
      dialog.say(refusedWords(refused));
    }
  }

  function told(status, { version }, at) {
    const number = version?.number ?? version ?? '';
    const words = status === 202 ? t('publish.proposed') : at ? t('publish.planned', { number, at: when(at) }) : t('publish.done', { number });
    saySoftly(words);
    openDialog({
      title: words,
      inside: [element('p', {}, t(status === 202 ? 'publish.proposedWhat' : at ? 'publish.plannedWhat' : 'publish.doneWhat'))],
      closed: () => dispatchEvent(new HashChangeEvent('hashchange')),
    });
  }
}
