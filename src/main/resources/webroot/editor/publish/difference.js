// Two texts side by side, line by line: what is only in one of them is marked, in words as well as in colour.

import { element } from '/shared/element.js';
import { t } from '/shared/texts.js';

const around = 2;
const mostLines = 4000;

/**
 * A table of both texts, with the stretches that are alike folded away. Unless they are `rivals`, the second is what
 * the first becomes.
 */
export function sideBySide(before, after, beforeTitle, afterTitle, { rivals = false } = {}) {
  const [left, right] = rivals ? ['here', 'here'] : ['gone', 'new'];
  const rows = align(before.split('\n').slice(0, mostLines), after.split('\n').slice(0, mostLines));
  const near = rows.map((_, at) => rows.slice(Math.max(0, at - around), at + around + 1).some((row) => row.kind !== 'same'));
  const body = element('tbody');
  let folded = 0;
  rows.forEach((row, at) => {
    if (!near[at]) {
      folded += 1;
      return;
    }
    if (folded > 0) {
      body.append(foldedRow(folded));
      folded = 0;
    }
    body.append(element('tr', { class: `row-${row.kind}` }, cell(row.before, row.kind === 'same' ? null : left), cell(row.after, row.kind === 'same' ? null : right)));
  });
  if (folded > 0) {
    body.append(foldedRow(folded));
  }
  return element('div', { class: 'side-by-side', tabindex: '0', role: 'region', 'aria-label': `${beforeTitle} / ${afterTitle}` }, element('table', {},
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, beforeTitle), element('th', { scope: 'col' }, afterTitle))), body));
}

const foldedRow = (count) => element('tr', { class: 'row-folded' }, element('td', { colspan: '2', class: 'soft small' }, t('difference.same', { count })));

function cell(line, kind) {
  const marked = line !== null && kind !== null;
  return element('td', { class: marked ? `line-${kind}` : null },
    marked ? element('span', { class: 'unseen' }, `${t(`difference.${kind}`)}: `) : null, line ?? '');
}

// The longest common lines, after what is alike at both ends is taken off: what is left between is short.
function align(before, after) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) {
    from += 1;
  }
  let tail = 0;
  while (tail < before.length - from && tail < after.length - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
  }
  const same = (line) => ({ kind: 'same', before: line, after: line });
  const middle = between(before.slice(from, before.length - tail), after.slice(from, after.length - tail));
  return [...before.slice(0, from).map(same), ...middle, ...before.slice(before.length - tail).map(same)];
}

function between(a, b) {
  if (a.length * b.length > 1_000_000) {
    return paired(a, b);
  }
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const rows = [];
  let gone = [];
  let fresh = [];
  let i = 0;
  let j = 0;
  const flush = () => {
    rows.push(...paired(gone, fresh));
    gone = [];
    fresh = [];
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      rows.push({ kind: 'same', before: a[i], after: b[j] });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      gone.push(a[i]);
      i += 1;
    } else {
      fresh.push(b[j]);
      j += 1;
    }
  }
  flush();
  return rows;
}

function paired(gone, fresh) {
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, at) => ({
    kind: 'changed', before: gone[at] ?? null, after: fresh[at] ?? null,
  }));
}
