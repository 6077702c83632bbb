/** A person takes over. */
export const handoff = {
  kind: 'handoff',
  blank: ({ text, next, queue }) => ({ handoff: { queue, say: text() }, closed: next }),
  parts: [
    { type: 'text', field: ['handoff', 'say'], label: 'handoffSay', bubble: true },
    { type: 'among', field: ['handoff', 'queue'], label: 'queue', of: 'queues' },
    { type: 'step', field: ['closed'], label: 'closed' },
  ],
};
