/** Sentences for those on duty: when each is of use, and how it is said. */
export function phrases() {
  return [{
    at: ['phrases'],
    name: 'phrases',
    fold: true,
    moves: true,
    ask: [{ name: 'when', needed: true, help: true }],
    make: ({ when }, { free, everywhere }) => ({ key: free(when), value: { about: when, ...everywhere('') } }),
    title: (key, value, { words }) => value?.about || words(value) || key,
    facts: (value, { words }) => [words(value)],
    parts: [
      { type: 'line', field: ['about'], label: 'when' },
      { type: 'text', field: [], label: 'phrase' },
    ],
  }];
}
