/** Words to avoid: one list a language, each word with what to say instead. */
export function words(doc) {
  return Object.keys(doc.value('words') ?? {}).map((language) => ({
    at: ['words', language],
    name: language,
    language,
    key: { type: 'text', label: 'word' },
    ask: [{ name: 'word', needed: true, help: true }, { name: 'instead', needed: true }],
    make: ({ word, instead }) => ({ key: word, value: instead }),
    title: (key) => key,
    parts: [{ type: 'line', field: [], label: 'instead', needed: true }],
  }));
}
