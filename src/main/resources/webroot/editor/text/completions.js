// What may stand where the cursor is: the fields of the format (from its schema), and the names of what there is.

import { surroundings } from '../surroundings.js';

let schema = null;

/** A source of completions for CodeMirror. */
export async function completions(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const value = /(?:^|[\s{,])(start|next|go|closed|else|skipped|queue|run|contacts|[\w-]+): *\[?([\w-]*)$/.exec(before);
  const key = /^( *)(?:- )?(?:\{ ?)?([a-z-]*)$/.exec(before);
  if (value) {
    return list(context.pos - value[2].length, await names(value[1], context.state.doc.toString()), '');
  }
  if (key && (context.explicit || key[2])) {
    return list(context.pos - key[2].length, await fields(key[1].length), ': ');
  }
  return null;
}

function list(from, found, after) {
  return found.length === 0 ? null : { from, validFor: /^[\w-]*$/, options: found.map(({ name, detail }) => ({ label: name, detail, apply: name + after })) };
}

async function names(field, text) {
  const there = await surroundings();
  const named = (all) => all.map(({ id, title }) => ({ name: id, detail: title }));
  const kinds = { queue: () => named(there.queues), run: () => named(there.flows), contacts: () => named(there.contacts) };
  // An answer leads to a step as `next` does; texts never come here, since they hold more than a name.
  return kinds[field] ? kinds[field]() : stepsOf(text);
}

/** The names under `steps:`, also while the rest cannot be read. */
function stepsOf(text) {
  const steps = text.split(/^steps:.*$/m)[1]?.split(/^\S/m)[0] ?? '';
  return [...steps.matchAll(/^ {2}([a-z][a-z0-9-]*):/gm)].map(([, name]) => ({ name, detail: '' }));
}

async function fields(indent) {
  schema ??= fetch('/api/schema/flow.json').then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
  const known = await schema;
  const of = (properties = {}) => Object.entries(properties).map(([name, { description = '' }]) => ({ name, detail: description }));
  if (indent === 0) {
    return of(known.properties);
  }
  const found = new Map();
  const collect = (part) => {
    if (part && typeof part === 'object') {
      of(part.properties).forEach((one) => found.set(one.name, one));
      Object.values(part).forEach(collect);
    }
  };
  collect(known.$defs);
  return [...found.values()];
}
