// Hours: the stretches of one day, and the week of somebody in the directory. In the file 15:00-21:00, with commas
// between several. A field for text, not for time: that would say 03:00 PM on a computer that was bought abroad.

import { element } from '/shared/element.js';
import { language, t } from '/shared/texts.js';
import { check, select } from '../../fields.js';
import { days } from './ticks.js';

const usual = '15:00-21:00';

/** A day of the opening hours: open or closed, and from when to when. */
export function day(card, part) {
  const now = card.text(part.field);
  const open = now !== '' && now !== 'closed';
  const made = check({ label: t('conf.field.open'), checked: open, changed: (on) => card.change(part.field, on ? usual : 'closed') });
  made.input.dataset.focus = 'open';
  made.input.setAttribute('aria-label', `${card.name}: ${t('conf.field.open')}`);
  return element('div', { class: 'row-day' }, made.element,
    open ? stretches(now, card.name, 'day', (value) => card.change(part.field, value), (value) => card.type(part.field, value)) : null);
}

/** When somebody answers: not told, always, or on some days. */
export function week(card, part) {
  const given = card.at(part.field);
  const kind = given === undefined ? 'unknown' : given === 'always' ? 'always' : 'some';
  const which = select({
    label: card.label(part), value: kind, options: ['unknown', 'always', 'some'].map((one) => [one, t(`conf.hours.kind.${one}`)]),
    changed: (value) => card.change(part.field, { unknown: undefined, always: 'always', some: { 'monday-friday': '08:00-16:00' } }[value]),
  });
  which.input.dataset.focus = 'hours';
  const lines = kind === 'some' && given && typeof given === 'object' ? Object.entries(given).map(([key, value]) => [key, String(value)]) : [];
  const put = (changed, quiet) => card[quiet ? 'type' : 'change'](part.field, changed.length > 0 ? Object.fromEntries(changed) : undefined);
  return element('div', { class: 'row-week' }, which.element,
    ...lines.map((line, at) => someDays(line, at, {
      set: (now, quiet) => put(lines.map((one, other) => {
        if (other === at) {
          // What is typed in quietly is what the next change begins from.
          one.splice(0, 2, ...now);
        }
        return one;
      }), quiet),
      away: () => put(lines.filter((_, other) => other !== at)),
    })),
    kind === 'some' ? element('button', {
      type: 'button', class: 'button button-quiet small', 'data-focus': 'hours.add',
      onclick: () => put([...lines, [days.find((one) => !lines.some(([key]) => key === one)) ?? 'daily', '12:00-16:00']]),
    }, t('conf.hours.addDays')) : null);
}

function someDays(line, at, { set, away }) {
  const [from, to = from] = line[0].split('-');
  const names = [['daily', t('day.daily')], ...days.map((one) => [one, t(`day.${one}`)])];
  const current = () => [first.value, last.value];
  const keyNow = () => {
    const [one, other] = current();
    return one === 'daily' || one === other ? one : `${one}-${other}`;
  };
  const changed = () => set([keyNow(), line[1]]);
  const first = select({ label: t('conf.hours.fromDay'), options: names, value: from, changed });
  const last = select({ label: t('conf.hours.toDay'), options: names.slice(1), value: to, changed });
  first.input.dataset.focus = `hours.${at}.from`;
  last.input.dataset.focus = `hours.${at}.to`;
  last.element.hidden = from === 'daily';
  return element('fieldset', { class: 'row-days' },
    element('legend', {}, from === to ? t(`day.${from}`) : t('conf.hours.days', { from: t(`day.${from}`), to: within(t(`day.${to}`)) })),
    element('div', { class: 'row-pair' }, first.element, last.element),
    stretches(line[1], '', `hours.${at}`, (now) => set([line[0], now]), (now) => set([line[0], now], true)),
    element('button', { type: 'button', class: 'button button-quiet small', onclick: away }, t('conf.hours.awayDays')));
}

// `change` draws anew, for what is added and taken away; `type` leaves the fields alone.
function stretches(value, name, focus, change, type) {
  const spans = value.split(',').map((span) => span.split('-').map((time) => time.trim()));
  const inputs = spans.map(([from = '', to = ''], at) => [['from', from], ['to', to]].map(([end, time]) => {
    const input = element('input', {
      class: 'field row-time', inputmode: 'numeric', maxlength: 5, autocomplete: 'off', 'data-focus': `${focus}.${at}.${end}`,
      'aria-label': [name, t(`conf.hours.${end}`)].filter(Boolean).join(': '),
    });
    input.value = time;
    input.addEventListener('change', () => {
      input.value = clock(input.value, end);
      type(said());
      late.forEach((one, other) => {
        one.hidden = !overnight(inputs[other]);
      });
    });
    return input;
  }));
  const late = inputs.map((pair) => element('span', { class: 'small soft', hidden: !overnight(pair) }, t('conf.hours.nextDay')));
  const said = (pairs = inputs) => pairs.map(([from, to]) => `${from.value}-${to.value}`).join(', ');
  return element('div', { class: 'row-stretches' },
    ...inputs.map((pair, at) => element('div', { class: 'row-stretch' }, pair[0], element('span', { 'aria-hidden': true }, '–'), pair[1], late[at],
      inputs.length > 1 ? element('button', {
        type: 'button', class: 'button button-quiet small', 'aria-label': t('conf.hours.away', { number: at + 1 }),
        onclick: () => change(said(inputs.filter((one) => one !== pair))),
      }, t('conf.delete')) : null)),
    element('button', {
      type: 'button', class: 'button button-quiet small', 'data-focus': `${focus}.add`, 'aria-label': [name, t('conf.hours.add')].filter(Boolean).join(': '),
      onclick: () => change(`${said()}, 18:00-21:00`),
    }, t('conf.hours.add')));
}

// Norwegian writes its weekdays small, but for the first word.
const within = (day) => (language === 'en' ? day : day.toLowerCase());

const overnight = ([from, to]) => from.value !== '' && to.value !== '' && to.value <= from.value;

// 9, 930, 9.30 and 09:30 are all 09:30; what is no time stays as it is, for the checks to say so.
function clock(text, end) {
  const [, hours, minutes = '00'] = /^(\d{1,2})[:.]?(\d{2})?$/.exec(text.trim()) ?? [];
  const time = hours === undefined ? text.replace(/[-,]/g, '').trim() : `${hours.padStart(2, '0')}:${minutes}`;
  return end === 'to' && time === '00:00' ? '24:00' : time;
}
