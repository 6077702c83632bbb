/** The talk ends, with a last word or none. */
export const end = {
  kind: 'end',
  blank: ({ text }) => ({ end: text() }),
  parts: [
    { type: 'text', field: ['end'], label: 'end', bubble: true, none: true },
    { type: 'contacts', field: ['contacts'], more: true },
  ],
};
