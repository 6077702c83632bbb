/** Another flow is played, and the talk comes back here. */
export const run = {
  kind: 'run',
  blank: ({ next, flow }) => ({ run: flow, next }),
  parts: [
    { type: 'among', field: ['run'], label: 'run', of: 'flows' },
    { type: 'step', field: ['next'], label: 'afterRun' },
  ],
};
