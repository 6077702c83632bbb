// Findings in everyday words: the page has a sentence for each code; the server's own stands beneath it.

import { t, tOr } from '/shared/texts.js';

/** What people call the place of a finding: its step, or what of the flow as a whole holds the line; null where neither. */
export function placeOf({ step, line }, doc) {
  if (step) {
    return step;
  }
  const at = doc.text.split('\n').slice(0, line - 1).join('\n').length + 1;
  const top = doc.broken ? undefined : doc.yaml.contents.items.findLast((pair) => pair.key?.range?.[0] <= at);
  const names = { title: 'about.title', about: 'about.title', start: 'about.title', theme: 'about.title', examples: 'examples.title' };
  return names[String(top?.key)] ? t(names[String(top.key)]) : null;
}

/** One sentence for a finding of the checker. */
export function findingWords({ code, step, sentence }) {
  const known = tOr(`check.${code}`, null);
  return known === null ? sentence : t(`check.${code}`, { step: step ?? '', words: sentence });
}

/** What the server said, or that there was no answer. */
export function failedWords({ status, message }) {
  return status ? message : t('page.failed');
}

/** Why the server would not: the first thing that it found, where it found something. */
export function refusedWords(refused) {
  const { problems } = refused.problem ?? {};
  const found = problems?.find(({ severity }) => severity === 'error') ?? problems?.[0];
  return found ? findingWords(found) : failedWords(refused);
}
