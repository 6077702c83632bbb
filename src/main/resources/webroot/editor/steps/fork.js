/** The way parts by what was answered before. */
export const fork = {
  kind: 'fork',
  blank: ({ next }) => ({ fork: [{ else: next }] }),
  parts: [{ type: 'rules', field: ['fork'] }],
};
