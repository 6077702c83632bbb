// Findings in everyday words: the page has a sentence for each code; the server's own stands beneath it.

import { t, tOr } from '/shared/texts.js';

/** One sentence for a finding of the checker. */
export function findingWords({ code, step, sentence }) {
  const known = tOr(`check.${code}`, null);
  return known === null ? sentence : t(`check.${code}`, { step: step ?? '' });
}
