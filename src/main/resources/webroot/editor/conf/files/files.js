// The files of settings as forms, one table each. A file has lists; a list has
//   at       where its rows stand in the file: the path of a map
//   name     its texts: `conf.list.NAME`
//   language of a list that there is one of for each language
//   fold     a row is folded until it is opened
//   moves    the order of the rows means something to those who read them
//   keys     the order of the rows: their names, or a comparison; `fixed` where all of them are always shown
//   key      how a row's name is written: {type, label} of a field; none where it is made when the row is
//   ask      what is asked before a row is added: the parts of a small form, by name
//   make     the new row from what was answered: {key, value}; `free(name)` gives a key that is free
//   title    what a row is called, from its key and value
//   facts    what is told of a folded row beside its title
//   parts    the fields: {type, field, label, …} as `parts/` draws them; `more` are drawn under "more"
//   fields   the order of the fields in the file, where it is not that of the parts

import { directory } from './directory.js';
import { hours } from './hours.js';
import { phrases } from './phrases.js';
import { words } from './words.js';

const files = { directory, words, hours, phrases };

/** The lists of a file, as they are now: some files have one for each language. */
export function listsOf(id, doc) {
  return files[id](doc);
}
