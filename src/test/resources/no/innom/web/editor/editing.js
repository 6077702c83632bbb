async (text) => {
  const { FlowDocument } = await import('/editor/document.js');
  const edits = await import('/editor/edits.js');
  const words = ['Hei: du #1', 'ny\nlinje', 'enkel tekst, med komma', 'yes', '{nickname}', '"sitat"', '- strek', '123', '', ' mellomrom '];
  const wrong = [];
  const doc = new FlowDocument(text);
  const meaning = JSON.stringify(doc.yaml.toJS());
  const same = (what, one, other) => JSON.stringify(one) === JSON.stringify(other) || wrong.push(`${what}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
  const comments = (of) => of.split('\n').filter((line) => /(^|\s)#/.test(line)).map((line) => line.slice(line.indexOf('#'))).sort();
  // What was read step by step is what is read from the whole text.
  const inStep = (what) => {
    const fresh = new FlowDocument(doc.text);
    same(`${what}, read anew`, doc.yaml.toJS(), fresh.yaml.toJS());
    doc.stepNames.forEach((name) => same(`${what}, the place of ${name}`, doc.sourceOf(name), fresh.sourceOf(name)));
  };
  const back = (what) => {
    while (doc.canUndo) {
      doc.undo();
    }
    same(`${what}, undone`, doc.text, text);
  };
  const names = doc.stepNames;

  for (const name of names) {
    edits.changeBlock(doc, ['steps', name], () => {});
  }
  inStep('written anew');
  same('written anew, its meaning', JSON.stringify(doc.yaml.toJS()), meaning);
  same('written anew, its comments', comments(doc.text), comments(text));
  back('written anew');

  for (const name of names) {
    for (const path of [['say', 'nb'], ['say', 0, 'en'], ['ask', 'nb'], ['end', 'nn'], ['why', 'nb'], ['handoff', 'say', 'nb']]) {
      const whole = ['steps', name, ...path];
      if (typeof doc.value(...whole) === 'string') {
        words.forEach((one) => {
          edits.setValue(doc, whole, one);
          same(whole.join('.'), doc.value(...whole), one);
        });
        same(`${whole.join('.')}, the comments`, comments(doc.text), comments(text).concat(comments(doc.sourceOf(name)).filter((one) => one.startsWith('#1'))).sort());
      }
    }
  }
  inStep('typed');
  back('typed');

  edits.moveStep(doc, names[0], names.length - 1);
  same('moved', doc.stepNames, [...names.slice(1), names[0]]);
  same('moved, its comments', comments(doc.text), comments(text));
  inStep('moved');
  back('moved');

  for (const name of names) {
    edits.renameStep(doc, name, 'et-nytt-navn');
    inStep(`renamed ${name}`);
    edits.renameStep(doc, 'et-nytt-navn', name);
    same(`renamed ${name} and back`, doc.text, text);
    edits.removeStep(doc, name);
    same(`removed ${name}`, doc.stepNames.includes(name), false);
    inStep(`removed ${name}`);
    doc.undo();
    same(`removed ${name}, undone`, doc.text, text);
  }
  back('renamed');

  for (const after of [null, names[0], names[names.length - 1]]) {
    edits.addStep(doc, 'helt-ny', { say: { nb: 'Hei', nn: 'Hei', en: 'Hi' }, next: names[0] }, after);
    same(`added after ${after}`, doc.stepNames.indexOf('helt-ny'), names.indexOf(after) + 1);
    inStep(`added after ${after}`);
    doc.undo();
  }
  edits.setValue(doc, ['theme', 'opens'], '2027-01-14T18:00');
  edits.setValue(doc, ['about'], 'Noe nytt: her');
  edits.setValue(doc, ['steps', names[0], 'contacts'], { topics: ['alt'] });
  inStep('filled in');
  edits.dropValue(doc, ['theme']);
  edits.dropValue(doc, ['steps', names[0], 'contacts']);
  inStep('taken away');
  back('filled in');

  const { addLanguage, lackingIn, removeLanguage, textsOf, textIn, writeText } = await import('/editor/languages/languages.js');
  const said = (language) => textsOf(doc).map(({ path }) => textIn(doc, doc.value(...path), language));
  for (const language of doc.languages) {
    const others = doc.languages.filter((one) => one !== language);
    const kept = others.map(said);
    const gone = said(language);
    removeLanguage(doc, language);
    same(`without ${language}`, doc.languages, others);
    same(`without ${language}, the others`, others.map(said), kept);
    same(`without ${language}, its words`, textsOf(doc).filter(({ path }) => doc.value(...path)[language] !== undefined), []);
    same(`without ${language}, the comments`, comments(doc.text), comments(text));
    inStep(`without ${language}`);
    addLanguage(doc, language);
    const texts = lackingIn(doc, language);
    same(`with ${language} again, what lacks`, texts.length, gone.length);
    texts.forEach(({ path }, at) => writeText(doc, path, language, gone[at]));
    same(`with ${language} again`, said(language), gone);
    same(`with ${language} again, what lacks now`, lackingIn(doc, language).length, 0);
    inStep(`with ${language} again`);
    back(`without ${language}`);
  }

  const forks = await import('/editor/forks.js');
  const asked = forks.questions(doc);
  if (asked.length > 1) {
    const [one, two] = asked;
    const rule = ['steps', 'delt', 'fork'];
    edits.addStep(doc, 'delt', { fork: [{ [one]: 'skipped', go: names[0] }, { else: names[0] }] }, names[0]);
    forks.addCondition(doc, 'delt', 0, two);
    same('two conditions', Object.keys(doc.value(...rule, 0)), [one, two, 'go']);
    forks.addRule(doc, 'delt', { [two]: 'skipped', go: names[1] });
    same('a rule before the else', doc.value(...rule).map((each) => Object.keys(each)[0]), [one, two, 'else']);
    forks.moveRule(doc, 'delt', 1, -1);
    same('moved up', doc.value(...rule, 0), { [two]: 'skipped', go: names[1] });
    forks.removeCondition(doc, 'delt', 1, one);
    forks.changeQuestion(doc, 'delt', 1, two, one);
    same('another question', doc.value(...rule, 1), { [one]: forks.firstAnswer(doc.step(one)), go: names[0] });
    forks.removeRule(doc, 'delt', 0);
    same('one rule less', doc.value(...rule).length, 2);
    same('rules, the comments', comments(doc.text), comments(text));
    inStep('rules');
    back('rules');
  }
  return wrong.length === 0 ? 'kept' : wrong.slice(0, 5).join('\n');
}
