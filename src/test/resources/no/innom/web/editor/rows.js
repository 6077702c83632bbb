async ({ id, text }) => {
  const { FlowDocument } = await import('/editor/document.js');
  const { listsOf } = await import('/editor/conf/files/files.js');
  const rows = await import('/editor/conf/rows.js');
  const words = ['Hei: du #1', '*stjerne', 'enkel tekst, med komma', 'yes', '"sitat"', '- strek', '0123', ' mellomrom '];
  const wrong = [];
  const doc = new FlowDocument(text);
  const same = (what, one, other) => JSON.stringify(one) === JSON.stringify(other) || wrong.push(`${what}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
  const comments = (of) => of.split('\n').filter((line) => /^\s*#/.test(line)).map((line) => line.trim()).sort();
  const headings = (of) => of.split('\n').filter((line) => /^\s*#\s*---/.test(line));
  const back = (what) => {
    while (doc.canUndo) {
      doc.undo();
    }
    same(`${what}, undone`, doc.text, text);
  };
  for (const list of listsOf(id, doc)) {
    const { at, keys } = list;
    const fields = list.fields ?? list.parts.map((part) => part.field[0]);
    const there = () => rows.rowsOf(doc, at).map((row) => row.key);
    const names = there();
    for (const [index, key] of names.entries()) {
      const value = doc.value(...at, key);

      if (index > 0) {
        rows.moveRow(doc, at, key, -1);
        same(`${key} moved up`, there().indexOf(key), index - 1);
        same(`${key} moved up, its value`, doc.value(...at, key), value);
        same(`${key} moved up, the comments`, comments(doc.text), comments(text));
        same(`${key} moved up, the headings`, headings(doc.text), headings(text));
        rows.moveRow(doc, at, key, 1);
        same(`${key} moved up and down`, doc.text, text.endsWith('\n') ? text : `${text}\n`);
        back(`${key} moved`);
      }

      same(`${key} renamed to a name that is taken`, rows.renameRow(doc, at, key, names[0]), false);
      for (const now of words) {
        rows.renameRow(doc, at, key, now);
        same(`${key} renamed to ${now}`, doc.value(...at, now), value);
        doc.undo();
      }
      same(`${key} renamed`, doc.text, text);

      rows.removeRow(doc, at, key);
      same(`${key} removed`, there(), names.filter((one) => one !== key));
      same(`${key} removed, what is left of the headings`, headings(doc.text), headings(text));
      back(`${key} removed`);

      const plain = typeof value === 'string';
      for (const path of plain ? [[]] : Object.keys(value).filter((one) => typeof value[one] === 'string').map((one) => [one])) {
        for (const now of words) {
          rows.setField(doc, at, key, path, now, { keys, fields });
          same(`${key} ${path} set`, doc.value(...at, key, ...path), now);
          same(`${key} ${path} set, the others`, there(), names);
        }
        back(`${key} ${path} set`);
      }
      if (!plain) {
        rows.setField(doc, at, key, ['place'], ['Oslo', 'Øvre Eiker'], { keys, fields });
        same(`${key} with a list`, doc.value(...at, key, 'place'), ['Oslo', 'Øvre Eiker']);
        same(`${key} with a list on one line`, /place: \[Oslo, Øvre Eiker\]/.test(doc.text), true);
        rows.setField(doc, at, key, ['place'], undefined, { keys, fields });
        same(`${key} without it`, doc.value(...at, key, 'place'), undefined);
        back(`${key} with a list`);
      }
    }
    rows.addRow(doc, at, '2026-12-26', { om: 'noe' }, keys);
    same(`${at} added`, [...there()].sort(), [...names, '2026-12-26'].sort());
    same(`${at} added, the comments`, comments(doc.text), comments(text));
    back(`${at} added`);
    names.forEach((key) => rows.removeRow(doc, at, key));
    same(`${at} emptied`, doc.value(...at), {});
    rows.addRow(doc, at, 'ny', 'verdi', keys);
    rows.addRow(doc, at, 'nr-2', 'verdi', keys);
    same(`${at} begun again`, doc.value(...at).ny, 'verdi');
    same(`${at} begun again, as lines`, doc.node(...at).flow ?? false, false);
    back(`${at} emptied`);
  }
  return wrong.length === 0 ? 'kept' : wrong.slice(0, 8).join('\n');
}
