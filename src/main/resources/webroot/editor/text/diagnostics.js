// The server's findings as CodeMirror shows them: a wavy line under the word, a mark beside the line.

/** `problems` as the contract says, in a CodeMirror text. Those of other flows are for the panel. */
export function diagnostics(problems, text) {
  return problems.filter((problem) => !problem.file).map((problem) => {
    const line = text.line(Math.min(Math.max(problem.line, 1), text.lines));
    const from = Math.min(line.from + Math.max(0, problem.column - 1), line.to);
    const word = /^[^\s:,{}[\]]+/.exec(line.text.slice(from - line.from));
    return {
      from,
      to: Math.max(from, Math.min(line.to, from + (word ? word[0].length : line.length))),
      severity: problem.severity,
      source: problem.code,
      message: problem.sentence,
    };
  });
}
