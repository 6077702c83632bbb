// A template says in [brackets] what whoever writes is to put there. While any are left, they are hints like the
// server's own: the flow can be published with a yes, but not by oversight.

import { isMap } from '/shared/vendor/yaml/index.js';
import { textsOf } from '../languages/languages.js';

const note = /\[[^\]\n]{3,}\]/;

/** The server's findings with those of the texts that still hold a note in brackets, one for each text. */
export function withUnwritten(result, doc) {
  const found = doc.broken ? [] : textsOf(doc).flatMap(({ path, step }) => {
    const node = doc.node(...path);
    const said = (isMap(node) ? node.items.map((pair) => pair.value) : [node]).find((one) => note.test(String(one?.value ?? '')));
    return said?.range ? [finding(doc.text, said.range[0], step, note.exec(String(said.value))[0])] : [];
  });
  return found.length === 0 ? result : { ...result, problems: [...result.problems, ...found].sort((a, b) => a.line - b.line || a.column - b.column) };
}

function finding(text, at, step, words) {
  const before = text.slice(0, at).split('\n');
  return { code: 'unwritten', severity: 'warning', step, line: before.length, column: before[before.length - 1].length + 1, sentence: words, file: null };
}
