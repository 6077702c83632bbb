/** The bot says something, and goes on. */
export const say = {
  kind: 'say',
  blank: ({ text, next }) => ({ say: text(), next }),
  parts: [
    { type: 'bubbles', field: ['say'] },
    { type: 'contacts', field: ['contacts'], more: true },
    { type: 'step', field: ['next'], label: 'next' },
  ],
};
