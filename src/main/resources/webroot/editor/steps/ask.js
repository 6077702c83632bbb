const chosen = (step) => step.choices !== undefined;
const scaled = (step) => step.scale !== undefined;
const free = (step) => step.text !== undefined;

/** The bot asks; the answer is one of some choices, a number, or words of one's own. */
export const ask = {
  kind: 'ask',
  blank: ({ text, next }) => ({
    ask: text(), choices: { ja: text('choice.yes'), nei: text('choice.no'), 'vet-ikke': text('choice.dontKnow') }, optional: true, next,
  }),
  parts: [
    { type: 'text', field: ['ask'], label: 'ask', bubble: true },
    { type: 'answers' },
    { type: 'choices', field: ['choices'], when: chosen },
    { type: 'scale', field: ['scale'], when: scaled },
    { type: 'number', field: ['text', 'lines'], label: 'lines', min: 1, max: 20, when: free, more: true },
    { type: 'check', field: ['optional'], label: 'optional' },
    { type: 'check', field: ['multi'], label: 'multi', when: chosen },
    { type: 'text', field: ['why'], label: 'why', more: true },
    { type: 'word', field: ['count'], label: 'count', more: true },
    { type: 'next', field: ['next'] },
  ],
};
