// Steps by name: what people see of them, and new names that are free.

const firstText = ['say', 'ask', 'end', 'handoff', 'run'];
const longest = 44;

/** The step's first words in that language, or an empty text. */
export function wordsOf(step, language) {
  for (const field of firstText) {
    const words = firstOf(field === 'handoff' ? step.handoff?.say : step[field], language);
    if (words) {
      return words.length > longest ? `${words.slice(0, longest)}…` : words;
    }
  }
  return '';
}

function firstOf(text, language) {
  if (Array.isArray(text)) {
    return firstOf(text[0], language);
  }
  if (text && typeof text === 'object') {
    return String(text[language] ?? Object.values(text)[0] ?? '');
  }
  return typeof text === 'string' ? text : '';
}

/** "hei · Hei! Fint at du…": a step as it stands in a list to choose from. */
export function labelOf(doc, name, language) {
  const words = wordsOf(doc.step(name), language);
  return words ? `${name} · ${words}` : name;
}

/** name, name-2, name-3 …, for whoever looks for one that is free. */
export function* numbered(name) {
  yield name;
  for (let number = 2; ; number += 1) {
    yield `${name}-${number}`;
  }
}

/** The first of them that no step has. */
export function freeName(doc, name) {
  const taken = new Set(doc.stepNames);
  for (const tried of numbered(name)) {
    if (!taken.has(tried)) {
      return tried;
    }
  }
}

/** Small letters, digits and hyphens, beginning with a letter; '' when nothing is left. */
export function asName(text) {
  return text.toLowerCase().replace(/[æä]/g, 'ae').replace(/[øö]/g, 'o').replace(/å/g, 'a')
    .normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 40);
}
