// Findings in everyday words: the page has a sentence for each code; the server's own stands beneath it.

import { t, tOr } from '/shared/texts.js';

/** One sentence for a finding of the checker. */
export function findingWords({ code, step, sentence }) {
  const known = tOr(`check.${code}`, null);
  return known === null ? sentence : t(`check.${code}`, { step: step ?? '' });
}

/** Why the server would not: the first thing that it found, where it found something. */
export function refusedWords({ status, problem, message }) {
  const found = problem?.problems?.find(({ severity }) => severity === 'error') ?? problem?.problems?.[0];
  return found ? findingWords(found) : status ? message : t('page.failed');
}
