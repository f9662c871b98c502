// Proves: the start page says what waits for somebody, what comes up and what others have changed meanwhile, each with a
// link to it; and tells nobody of what they do not see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from '../support/editing.js';
import { at, siteWithPeople } from '../support/people.js';

const { person } = await siteWithPeople();
const editor = new Editor(await person('editor'));
const publisher = new Editor(await person('publisher'));

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const meeting = { 'title.de': 'Ein Treffen', kind: 'forum', status: 'planned', date: '8.8.2030', form: 'online' };

/** The desk: { text, links } of each part by its heading. */
async function desk(who = editor, path = at.desk) {
  const { status, page } = await who.get(path);
  assert.equal(status, 200);
  const parts = {};
  for (const part of page.withClass('workspace-part'))
    parts[part.all('h2')[0].text] = { text: part.text, lines: part.all('li').map((line) => line.text), links: part.all('a').map((link) => [link.text, link.get('href')]) };
  return parts;
}

/** The number that a line of the desk begins with, and what the table behind its link counts. */
async function counts(who, words, heading = 'Was auf Sie wartet', path = at.desk) {
  const found = (await desk(who, path))[heading].links.find(([text]) => words.test(text));
  if (!found) return undefined;
  const { page } = await who.get(found[1]);
  const number = (text) => (/^Eine |^One /.test(text) ? 1 : Number(text.replace(/[.\u00a0 ,](?=\d{3})/g, '').match(/\d+/)[0]));
  const status = page.all('p').find((each) => each.get('role') === 'status');
  return { desk: number(found[0]), table: number(status.text) };
}

test('each count leads to the table with just those activities', async () => {
  await editor.make('activity', meeting);
  for (const words of [/ohne Bild/, /ohne Quelle/, /ohne aktuelle Fassung auf Deutsch|nicht öffentlich/, /nicht öffentlich/]) {
    const { desk: counted, table } = await counts(editor, words);
    assert.ok(counted > 0, words);
    assert.equal(counted, table, words);
  }
});

test('what is missing is counted for the language that somebody reads', async () => {
  const before = await counts(editor, /polskiej/, 'Do zrobienia', '/pl/panel');
  await editor.make('activity', { ...meeting, 'title.de': 'Nur auf Deutsch' });
  const after = await counts(editor, /polskiej/, 'Do zrobienia', '/pl/panel');
  assert.equal(after.desk, (before?.desk ?? 0) + 1);
  assert.equal(after.desk, after.table);
});

test('next steps are shown that are open and soon due, to those who answer for them', async () => {
  const organisations = await editor.list('organisation');
  const [rvr, gzm] = [/^Regionalverband Ruhr$/, /^Metropole Oberschlesien/].map((name) => organisations.find((each) => name.test(each.name)) ?? assert.fail(organisations.map((each) => each.name).join()));
  const step = async (text, due, responsible, state = 'open') => {
    let form = await editor.open('activity');
    form = await form.add('outcomes');
    form.set({ ...meeting, 'title.de': `Sitzung zu ${text}`, 'outcomes[0].kind': 'next_step', 'outcomes[0].text.de': text, 'outcomes[0].due': due, 'outcomes[0].state': state });
    if (responsible) {
      form = await form.add('outcomes[0].responsible');
      form.set({ 'outcomes[0].responsible[0]': responsible.name });
    }
    const answer = await form.send();
    assert.equal(answer.status, 303, answer.text);
  };
  await step('Bald fällig', day(29), rvr);
  await step('Längst überfällig', day(-40), undefined);
  await step('Erst später', day(31), rvr);
  await step('Schon erledigt', day(3), rvr, 'done');
  await step('Sache der anderen', day(3), gzm);
  const { lines, links } = (await desk())['Vereinbarte nächste Schritte'];
  assert.equal(lines.length, 2, lines);
  assert.match(lines[0], /^Längst überfällig.*Überfällig/);
  assert.match(lines[1], /^Bald fällig.*Fällig/);
  assert.equal((await editor.get(links[0][1])).status, 200);
});

test('what comes up is shown in its order', async () => {
  await editor.make('activity', { ...meeting, 'title.de': 'Übermorgen', date: day(2) });
  await editor.make('activity', { ...meeting, 'title.de': 'Morgen', date: day(1) });
  await editor.make('activity', { ...meeting, 'title.de': 'Abgesagt', status: 'cancelled', date: day(1) });
  const { lines } = (await desk()).Demnächst;
  assert.match(lines[0], /^Morgen/);
  assert.match(lines[1], /^Übermorgen/);
  assert.ok(!lines.some((line) => line.includes('Abgesagt')));
});

test('what others have changed since the visit before is told, once for each record, and not what one did oneself', async () => {
  const mine = await editor.make('activity', { ...meeting, 'title.de': 'Von mir' });
  await new Promise((done) => setTimeout(done, 1100)); // times are whole seconds
  await person('editor');
  await new Promise((done) => setTimeout(done, 1100));
  const theirs = await publisher.make('activity', { ...meeting, 'title.de': 'Von der anderen' });
  await publisher.save('activity', theirs, { 'title.de': 'Von der anderen, geändert' });
  await publisher.save('activity', mine, { 'title.de': 'Von mir, geändert' });
  const third = new Editor(await person('editor'));
  const { lines } = (await desk(third))['Was andere geändert haben'];
  assert.equal(lines.length, 2, lines);
  assert.match(lines[0], /^Aktivität: Von mir, geändert.*geändert von Jörg Kemna/);
  assert.match(lines[1], /^Aktivität: Von der anderen, geändert.*neu, von Jörg Kemna/);
  const own = (await desk(publisher))['Was andere geändert haben'];
  assert.ok(!own.lines.some((line) => line.includes('Von der anderen')), 'what one did oneself is no news');
});

test('the desk is there in three languages for every role, and tells readers of no work', async () => {
  for (const who of ['boss', 'reader', 'foreign'])
    for (const path of ['/de/arbeitsbereich', '/pl/panel', '/en/workspace']) {
      const visitor = new Editor(await person(who));
      const answer = await visitor.get(path);
      assert.equal(answer.status, 200, `${who} ${path}`);
      assert.doesNotMatch(answer.page.text, /desk\.|\{\w+\}/);
      if (path === at.desk) assert.equal((await desk(visitor))['Was auf Sie wartet'], undefined, who);
    }
});

test('a draft of one office is no matter of the other, not as a number, a step or news', async () => {
  const other = new Editor(await person('foreign'));
  await editor.make('activity', { ...meeting, 'title.de': 'Geheimes Vorhaben', date: day(1) });
  const { page } = await other.get(at.desk);
  assert.doesNotMatch(page.text, /Geheimes|Von mir|Längst überfällig/);
});
