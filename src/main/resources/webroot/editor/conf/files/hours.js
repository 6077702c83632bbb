import { days } from '../parts/ticks.js';

const day = [{ type: 'day', field: [], label: 'hours' }];

/** Opening hours: the week, and the dates that are not like it. */
export function hours() {
  return [
    { at: ['week'], name: 'week', keys: days, fixed: true, title: (key, _, { t }) => t(`day.${key}`), parts: day },
    {
      at: ['days'],
      name: 'days',
      keys: (one, other) => one.localeCompare(other),
      key: { type: 'date', label: 'date' },
      ask: [{ name: 'date', type: 'date', needed: true }],
      make: ({ date }) => ({ key: date, value: 'closed' }),
      title: (key, _, { weekday }) => weekday(key),
      parts: day,
    },
  ];
}
