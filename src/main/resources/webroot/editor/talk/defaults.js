// First words of new steps, in the languages of flows: they are the flow's, not the page's.

const words = {
  'choice.yes': { nb: 'Ja', nn: 'Ja', en: 'Yes' },
  'choice.no': { nb: 'Nei', nn: 'Nei', en: 'No' },
  'choice.dontKnow': { nb: 'Vet ikke', nn: 'Veit ikkje', en: 'Not sure' },
  'scale.worst': { nb: 'Helt forferdelig', nn: 'Heilt forferdeleg', en: 'Really awful' },
  'scale.best': { nb: 'Kjempefint', nn: 'Kjempefint', en: 'Really good' },
};

/** A text with a place for each language of the flow; empty, or with the words of that key. */
export function newText(languages, key) {
  const given = words[key] ?? {};
  return languages.length === 1 ? given[languages[0]] ?? '' : Object.fromEntries(languages.map((one) => [one, given[one] ?? '']));
}
