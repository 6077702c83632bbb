import { today } from '../parts/line.js';
import { days } from '../parts/ticks.js';

const risks = ['suicide', 'self_harm', 'violence', 'sexual_abuse', 'overdose', 'eating', 'threat', 'worry_for_other'];
const checkedDays = 90;

/** Whom the young people can reach. */
export function directory() {
  return [{
    at: ['contacts'],
    name: 'contacts',
    fold: true,
    moves: true,
    ask: [{ name: 'name', needed: true }, { name: 'phone', type: 'tel' }, { name: 'url', type: 'url' }],
    make: ({ name, phone, url }, { free, everywhere }) => ({
      key: free(name),
      value: { name, ...(phone && { phone }), ...(url && { url }), about: everywhere(''), checked: today() },
    }),
    title: (key, value, { words }) => words(value?.name) || key,
    facts: (value, { t, date }) => [
      value?.phone, String(value?.url ?? '').replace('https://', ''), value?.urgent && t('conf.field.urgent'),
      value?.checked && t(old(value.checked) ? 'conf.checkedLongAgo' : 'conf.checkedAt', { date: date(value.checked) }),
    ],
    parts: [
      { type: 'text', field: ['name'], label: 'name' },
      { type: 'line', field: ['phone'], label: 'phone', input: 'tel' },
      { type: 'line', field: ['url'], label: 'url', input: 'url', help: true },
      { type: 'text', field: ['about'], label: 'about' },
      { type: 'week', field: ['hours'], label: 'answers' },
      { type: 'date', field: ['checked'], label: 'checked' },
      { type: 'ages', field: ['ages'], label: 'ages' },
      { type: 'list', field: ['place'], label: 'place', help: true },
      { type: 'list', field: ['topics'], label: 'topics', help: true },
      { type: 'check', field: ['urgent'], label: 'urgent' },
      { type: 'some', field: ['weekdays'], label: 'weekdays', of: days, words: 'day', more: true },
      { type: 'some', field: ['only-for'], label: 'onlyFor', of: risks, words: 'risk', more: true },
      { type: 'some', field: ['first-for'], label: 'firstFor', of: risks, words: 'risk', more: true },
    ],
    // In the file the fields stand in this order.
    fields: ['name', 'phone', 'url', 'about', 'hours', 'weekdays', 'ages', 'place', 'urgent', 'only-for', 'first-for', 'topics', 'checked'],
  }];
}

const old = (date) => Date.now() - Date.parse(date) > checkedDays * 86_400_000;
