// How values are written as YAML: as little quoting as can be, short texts on one line, long ones one language a line.

import { Document, isMap, isScalar, parseDocument, visit } from '/shared/vendor/yaml/index.js';

const lineLength = 100;
const writing = { lineWidth: 0, flowCollectionPadding: false };

/** A text as one scalar, for the inside of a flow collection (`{…}`, `[…]`) or not. */
export function scalar(value, inFlow) {
  const plain = String(value);
  return fits(plain, inFlow) ? plain : JSON.stringify(plain);
}

function fits(plain, inFlow) {
  if (plain === '' || plain !== plain.trim() || /[\n\r\t]/.test(plain)) {
    return false;
  }
  const tried = parseDocument(inFlow ? `[${plain}]` : `k: ${plain}`, { logLevel: 'silent' });
  const node = inFlow ? tried.contents?.items?.[0] : tried.contents?.items?.[0]?.value;
  const alone = inFlow ? tried.contents?.items?.length === 1 : tried.contents?.items?.length === 1;
  return tried.errors.length === 0 && alone && isScalar(node) && node.source === plain && !node.comment;
}

/** A Document of `yaml` written out with `indent` spaces before each line, without a newline at the end. */
export function written(document, indent) {
  visit(document, {
    Map(_, map) {
      if (isText(map) && map.flow === undefined) {
        map.flow = map.items.every((pair) => !pair.value.comment) && lengthOf(map) < lineLength - indent;
      }
    },
  });
  const space = ' '.repeat(indent);
  return document
    .toString(writing)
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : space + line))
    .join('\n');
}

/** One pair, `key: value`, written with that indent. */
export function writtenPair(key, value, indent) {
  return written(new Document({ [key]: value }), indent);
}

// A text in several languages, as opposed to any other map.
function isText(map) {
  return isMap(map) && map.items.length > 0
    && map.items.every((pair) => /^[a-z]{2,3}$/.test(String(pair.key)) && isScalar(pair.value) && typeof pair.value.value === 'string')
    && map.items.some((pair) => ['nb', 'nn', 'en'].includes(String(pair.key)));
}

function lengthOf(map) {
  return map.items.reduce((sum, pair) => sum + String(pair.key).length + String(pair.value.value).length + 6, 12);
}
