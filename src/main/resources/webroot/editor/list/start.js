// A new flow: three questions, and it is there as a draft.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { get, post } from '../api.js';
import { failedWords } from '../checks/words.js';
import { openDialog } from '../dialog.js';
import { field, radios, select } from '../fields.js';
import { asName, numbered } from '../names.js';
import { surroundings } from '../surroundings.js';
import { titleOf } from './list.js';

const mostTries = 20;

/** Opens the guide; `flows` are those that there are. */
export async function startNew(flows) {
  const [{ templates }, { queues }] = await Promise.all([get('flows/templates'), surroundings()]);
  const about = field({ id: 'start-about', label: t('start.about'), help: t('start.aboutHelp'), max: 60 });
  const opens = field({ id: 'start-opens', label: t('start.opens'), type: 'datetime-local' });
  const closes = field({ id: 'start-closes', label: t('start.closes'), type: 'datetime-local' });
  const queue = select({ id: 'start-queue', label: t('start.queue'), options: queues.map(({ id, title }) => [id, title]), value: 'temakveld' });
  const from = radios({
    name: 'start-from',
    legend: t('start.from'),
    options: [
      ...templates.map((one) => [`template:${one.id}`, t('start.template', { name: titleOf(one) }), one.about]),
      ['copy', t('start.copy')],
      ['blank', t('start.blank')],
    ],
    changed: (value) => {
      copied.element.hidden = value !== 'copy';
    },
  });
  const copied = select({ id: 'start-copied', label: t('start.copied'), options: flows.map((flow) => [flow.id, titleOf(flow)]) });
  copied.element.hidden = true;
  opens.input.onchange = () => {
    if (opens.value && (!closes.value || closes.value <= opens.value)) {
      closes.value = threeHoursOn(opens.value);
    }
  };
  openDialog({
    title: t('start.title'),
    inside: [
      about.element,
      element('fieldset', {}, element('legend', {}, t('start.when')), element('div', { class: 'pair' }, opens.element, closes.element),
        element('p', { class: 'small soft' }, t('start.whenHelp'))),
      queue.element,
      element('details', {}, element('summary', {}, t('start.more')), from.element, copied.element),
    ],
    actions: [{ text: t('start.yes'), lamp: true, name: 'start', act: (dialog) => make(dialog) }],
  });

  async function make(dialog) {
    const title = about.value.trim();
    if (!title || (opens.value && closes.value <= opens.value)) {
      dialog.say(t(title ? 'start.wrongTimes' : 'start.needsAbout'));
      (title ? closes : about).input.focus();
      return;
    }
    const [kind, template] = from.value.split(':');
    const source = { template: { template }, copy: { copy: copied.value }, blank: { blank: true } }[kind];
    const times = opens.value ? { opens: opens.value, closes: closes.value } : {};
    const names = numbered(`${opens.value || kind === 'template' ? 'tema-' : ''}${asName(title) || 'ny'}`);
    for (let tries = 1; ; tries += 1) {
      const id = names.next().value;
      try {
        await post('flows', { id, from: source, title, queue: queue.value, ...times });
        dialog.close();
        location.hash = `#/${id}`;
        return;
      } catch (refused) {
        // The name is taken: the next. That there are too many drafts is told in the same way.
        if (refused.status !== 409 || tries === mostTries) {
          dialog.say(failedWords(refused));
          return;
        }
      }
    }
  }
}

const threeHoursOn = (local) => {
  const at = new Date(`${local}:00Z`);
  at.setUTCHours(at.getUTCHours() + 3);
  return at.toISOString().slice(0, 16);
};
