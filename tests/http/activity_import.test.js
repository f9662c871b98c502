// Past activities out of a table: sending it, matching its columns, the preview, the import, its undo, and that nobody
// else gets at any of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Editor, everything, problemsOn, sql } from '../support/editing.js';
import { copyOf, edit } from '../support/folders.js';
import { Visitor, addUser, setPassword, siteWithPeople } from '../support/people.js';
import { demo } from '../support/program.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';
import { importAt, sendTable, sheetFile } from '../support/tables.js';
import { xlsxRows } from '../support/sheets.js';

const { site, server, database, person } = await siteWithPeople();
const editor = new Editor(await person('editor'));
const at = importAt('de');
const idIn = (path) => /([0-9a-f-]{36})/.exec(path)[1];

/** Sends a table; must be taken. Gives its id and the page on which its columns are matched. */
async function sent(bytes, options = {}) {
  const { by = editor, name = 'aktivitaeten.csv' } = options;
  const answer = await sendTable(by, bytes, name);
  assert.equal(answer.status, 303, problemsOn(answer).join('\n') || answer.text.slice(0, 500));
  const id = idIn(answer.location);
  const columns = await by.get(answer.location);
  assert.equal(columns.status, 200, columns.text.slice(0, 500));
  return { id, columns, path: answer.location };
}

/** Goes on to the preview, with changes to the columns. */
async function previewed(bytes, changes = {}, options = {}) {
  const { by = editor } = options;
  const { id, columns, path } = await sent(bytes, options);
  const answer = await columns.form.set(changes).send('preview');
  assert.equal(answer.status, 303, problemsOn(answer).join('\n') || answer.text.slice(0, 500));
  const preview = await by.get(answer.location);
  assert.equal(preview.status, 200, preview.text.slice(0, 500));
  return { id, path, preview, previewPath: answer.location };
}

async function imported(bytes, changes = {}, options = {}) {
  const { by = editor } = options;
  const { id, path, preview } = await previewed(bytes, changes, options);
  const answer = await preview.form.send('import');
  assert.equal(answer.status, 303, problemsOn(answer).join('\n') || answer.text.slice(0, 2000));
  return { id, path, done: await by.get(answer.location) };
}

/** The demo record without its activities, with somebody who keeps it. */
async function emptySite() {
  const folder = copyOf(demo);
  edit(folder, 'record.yaml', '  - activities-2018-2022.yaml\n  - activities-2023-2025.yaml\n', '');
  const own = await databaseOf(folder);
  const { link } = await addUser(own, 'karola-geiss-netthoefel', 'rvr', 'editor@rvr.example', ['editor']);
  const server = await serve(own);
  after(() => server.stop());
  const empty = new Site(server.url);
  await setPassword(empty, link);
  const visitor = new Visitor(empty);
  assert.equal((await visitor.signIn('editor@rvr.example')).status, 303);
  return { visitor, database: own };
}

/** Dates, titles and organisations of the activities in a database. */
const activitiesIn = (file, condition) => sql(file, `SELECT a.date || ' | ' || (SELECT group_concat(body, ' / ') FROM (SELECT t.language || ':' || t.body AS body FROM texts t WHERE t.owner_id = a.id AND t.field = 'title' ORDER BY t.language))
  || ' | ' || COALESCE((SELECT group_concat(key, ' ') FROM (SELECT DISTINCT o.key FROM activity_organisations x JOIN organisations o ON o.id = x.organisation WHERE x.owner_id = a.id ORDER BY o.key)), '') FROM activities a WHERE ${condition} ORDER BY 1`).split('\n');

const counts = (answer) => answer.page.withClass('import-counts')[0].all('li').map((item) => item.text);
/** The problems of the preview: row, column, value, what is wrong. */
const problems = (answer) => (answer.page.withClass('import-table')[0]?.all('tbody')[0].all('tr') ?? []).map((row) => row.children.filter((cell) => typeof cell !== 'string').map((cell) => cell.text));
const titled = (title) => sql(database, `SELECT count(*) FROM texts WHERE field = 'title' AND body = '${title}'`);

test('a table becomes drafts of the organisation, in words as they were typed', async () => {
  const { done, id } = await imported('Titel;Datum;Art;Ort;Beteiligte;Teilnehmende;Handlungsfelder\n'
    + 'Erstes Treffen der Häfen;8.–9. August 2019;Konferenz;Essen;RVR (Gastgeber); rund 120;\n'
    + '"Zweites Treffen";Juni 2018;"Forum";"Essen\nKatowice";"RVR; GZM (Gast)";45;\n');
  assert.match(done.page.text, /2 Aktivitäten sind übernommen/);
  const links = done.page.all('a').filter((link) => link.text.includes('Treffen'));
  assert.deepEqual(links.map((link) => link.text), ['Erstes Treffen der Häfen', 'Zweites Treffen']);
  const first = (await editor.get(links[0].get('href'))).page.text;
  for (const expected of [/Wann 8\.\S*9\. August 2019/, /Art Konferenz/, /Orte Essen/, /Rolle Gastgeber/, /Wie genau die Zahl bekannt ist (?!genaue)/, /Anzahl 120/]) assert.match(first, expected);
  const second = (await editor.get(links[1].get('href'))).page.text;
  assert.match(second, /Juni 2018/);
  assert.match(second, /Orte Essen; Kattowitz/);
  assert.match(second, /Organisation 1: Rolle beteiligt.*Organisation 2: Rolle Gast /);
  assert.match(second, /genaue Zahl/);
  const stranger = await site.get('/de/chronik');
  assert.doesNotMatch(stranger.text, /Erstes Treffen der Häfen/, 'nothing is public');
  assert.equal(sql(database, `SELECT count(*) FROM activity_import_uploads WHERE id = '${id}'`), '0', 'the table is gone');
});

test('nothing is stored before the import, whatever is looked at', async () => {
  const before = await everything(database);
  const { id } = await previewed('Titel;Datum\nNur angesehen;2019\nOhne Datum;\n');
  await editor.get(at.rest(id));
  assert.deepEqual(await everything(database), before);
});

const words = {
  de: { like: /„Katowcie“ gibt es in der Akte nicht\. Meinten Sie „Kat\S+“\?/, kind: /„Ringelpiez“ ist keines der Wörter/, date: /32\./, column: 'Spalte C „Ort“' },
  pl: { like: /W kronice nie ma „Katowcie”\. Czy chodzi o „Kat\S+”\?/, kind: /„Ringelpiez” nie jest żadnym ze słów/, date: /32\./, column: 'Kolumna C „Ort”' },
  en: { like: /There is no ‘Katowcie’ in the record\. Did you mean ‘Kat\S+’\?/, kind: /‘Ringelpiez’ is none of the words/, date: /32\./, column: 'Column C ‘Ort’' },
};
for (const [language, expected] of Object.entries(words))
  test(`each mistake is told by row and column with its value, in ${language}`, async () => {
    const by = new Editor(editor.visitor, language);
    const { preview } = await previewed('Titel;Datum;Ort;Art\nGut;2019;;\nOrt falsch;2019;Katowcie;\nArt falsch;2019;;Ringelpiez\nTag falsch;32.1.2019;;\n;2019;;\n', {}, { by });
    const told = problems(preview);
    assert.deepEqual(told.map(([row]) => row), ['3', '4', '5', '6']);
    assert.equal(told[0][1], expected.column);
    assert.equal(told[0][2], 'Katowcie');
    assert.match(told[0][3], expected.like);
    assert.match(told[1][3], expected.kind);
    assert.match(told[2][2], expected.date);
    assert.equal(told[3][2], '', 'the title that is missing');
    for (const [, , , problem] of told) assert.ok(problem.length > 10 && !problem.includes('{'), problem);
  });

test('what an unknown name means is said once, for all its rows; nothing is imported that has not been shown', async () => {
  const { preview, path, previewPath } = await previewed('Titel;Datum;Ort;Art\nEins im Mai;2019-05;Katowcie;Workschop\nZwei im Mai;2019-06;KATOWCIE;\nDrei im Mai;2019-07;Nirgendwo;workschop\n');
  assert.equal(problems(preview).length, 5);
  const fields = [...preview.form.values.keys()].filter((name) => name.startsWith('meaning.'));
  assert.deepEqual(fields, ['meaning.kind:workschop', 'meaning.place:katowcie', 'meaning.place:nirgendwo']);
  const katowice = preview.form.offered.get('meaning.place:katowcie')[2]; // the likeliest
  preview.form.set({ 'meaning.kind:workschop': 'forum', 'meaning.place:katowcie': katowice, 'meaning.place:nirgendwo': '-' });
  const hasty = await preview.form.send('apply');
  assert.equal(hasty.status, 303);
  const again = await editor.get(previewPath);
  assert.deepEqual(problems(again), []);
  assert.match(counts(again)[0], /3 Zeilen werden/);
  const done = await editor.get((await again.form.send('import')).location);
  const link = done.page.all('a').find((each) => each.text === 'Zwei im Mai');
  assert.match((await editor.get(link.get('href'))).page.text, /Orte Kattowitz/);
  assert.ok(path);
});

test('choices that were not applied before the import are shown first', async () => {
  const { preview, previewPath } = await previewed('Titel;Datum;Ort\nVoreilig;2019-05;Katowcie\nGut dabei;2019-06;\n');
  preview.form.set({ 'meaning.place:katowcie': '-' });
  const answer = await preview.form.send('import');
  assert.equal(answer.status, 409);
  assert.match(problemsOn(answer).join(), /Auswahl ist angewendet/);
  assert.equal(titled('Gut dabei'), '0');
  assert.match(counts(await editor.get(previewPath))[0], /2 Zeilen/);
});

test('the good rows are imported, the others come back as a file that says why', async () => {
  const bytes = 'Titel;Datum;Bemerkung für uns\nEine gute Zeile;2017;a\nEine schlechte Zeile;neulich;b\n=1+1;2016;c\n';
  const { id, preview } = await previewed(bytes, { 'column.2': '' });
  const file = await editor.visitor.get(at.rest(id));
  const rows = xlsxRows(file.body);
  assert.deepEqual(rows[0], ['Titel', 'Datum', 'Bemerkung für uns', 'Warum nicht übernommen']);
  assert.deepEqual(rows[1].slice(0, 3), ['Eine schlechte Zeile', 'neulich', 'b']);
  assert.match(rows[1][3], /Spalte B „Datum“: .*neulich/);
  const done = await editor.get((await preview.form.send('import')).location);
  assert.match(done.page.text, /1 Zeile wurde nicht übernommen/);
  const later = await editor.visitor.get(at.rest(id));
  assert.deepEqual(xlsxRows(later.body), rows, 'after the import, too');
  assert.equal(titled('=1+1'), '1', 'a formula is text');
});

test('rows that look like what is there stay out, unless one says otherwise', async () => {
  await imported('Titel;Datum\nGemeinsame Sitzung der Räte;2015-03-04\n');
  const table = 'Titel;Datum\nGemeinsame Sitzung der Raete;4.3.2015\nGemeinsame Sitzung der Räte;2015-03-05\nDoppelt im Jahr;2014\nDoppelt im Jahr;2014\nGemeinsame Sitzung der Räte 2;2015-03-04\n';
  const { preview, previewPath } = await previewed(table);
  assert.match(preview.page.text, /Zeile 2: Sieht aus wie „Gemeinsame Sitzung der Räte“/);
  assert.match(preview.page.text, /Zeile 5: Sieht aus wie Zeile 4 derselben Tabelle/);
  assert.doesNotMatch(preview.page.text, /Zeile [36]: Sieht aus/, 'another day, another number');
  assert.match(counts(preview)[0], /3 Zeilen/);
  preview.form.tick('alike');
  assert.equal((await preview.form.send('apply')).status, 303);
  const again = await editor.get(previewPath);
  assert.match(counts(again)[0], /5 Zeilen/);
});

test('what does not fit together in the columns is told beside them, and nothing goes on', async () => {
  const { columns } = await sent('Titel;Name;Ort;Datum\na;b;c;2019\n');
  assert.equal(columns.form.get('column.0'), '', 'two that say the same are given to none');
  assert.equal(columns.form.get('column.3'), 'date');
  const without = await columns.form.send('preview');
  assert.equal(without.status, 422);
  assert.match(problemsOn(without).join(), /Keine Spalte ist als Titel zugeordnet/);
  const twice = await columns.form.set({ 'column.0': 'title', 'column.1': 'title.de' }).send('preview');
  assert.equal(twice.status, 422);
  assert.equal(problemsOn(twice).length, 2);
  assert.match(problemsOn(twice)[0], /Spalte A „Titel“: Auch eine andere Spalte/);
  assert.equal(twice.form.get('column.1'), 'title.de', 'what was chosen stays');
});

const refused = {
  'no file': [undefined, '', /Wählen Sie eine Datei aus/],
  'an empty file': [Buffer.alloc(0), 'leer.csv', /leer/i],
  'headings alone': ['Titel;Datum\n', 'a.csv', /Unter der Zeile mit den Überschriften steht nichts/],
  'rubbish': [Buffer.from([0, 1, 2, 3, 255, 254, 0]), 'a.csv', /./],
  'a broken workbook': [Buffer.from('PK\x03\x04 nothing'), 'a.xlsx', /beschädigt|kann nicht/i],
  'an old workbook': [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls', /./],
  '5,001 rows': [`Titel;Datum\n${'x;2019\n'.repeat(5001)}`, 'a.csv', /mehr als 5000 Zeilen/],
  'a cell without end': [`Titel;Datum\n${'x'.repeat(70_000)};2019\n`, 'a.csv', /60000|Zelle/],
  'a quotation mark without end': ['Titel;Datum\n"x;2019\n', 'a.csv', /Anführungszeichen/],
};
for (const [what, [bytes, name, expected]] of Object.entries(refused))
  test(`${what} is refused in words beside the field`, async () => {
    const before = sql(database, 'SELECT count(*) FROM activity_import_uploads');
    const answer = await sendTable(editor, bytes, name);
    assert.equal(answer.status, 422, answer.text.slice(0, 300));
    assert.match(problemsOn(answer).join(), expected);
    assert.match(problemsOn(answer).join(), /^[^{}]+$/);
    assert.equal(sql(database, 'SELECT count(*) FROM activity_import_uploads'), before);
  });

/** The memory of the server that is in use, in MB. */
const residentMegabytes = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8'))[1]) / 1024;
/** Does work; gives the most memory that the server used meanwhile. It must answer all the time. */
async function mostMemory(work) {
  let most = residentMegabytes();
  let done = false;
  const watched = (async () => {
    while (!done) {
      assert.equal((await site.get('/healthz')).status, 200);
      most = Math.max(most, residentMegabytes());
      await new Promise((next) => { setTimeout(next, 20); });
    }
  })();
  try {
    await work();
  } finally {
    done = true;
  }
  await watched;
  return most;
}

const numbered = (length, word) => Array.from({ length }, (_, i) => word(i));
const hostile = {
  'cells of one unknown name, again and again': () => `Titel;Datum;Orte\n${`Viel;2019;"${'a;'.repeat(29_990)}"\n`.repeat(165)}`,
  'cells of unknown names that all differ': () => `Titel;Datum;Orte\n${numbered(165, (row) => `Viel;2019;"${numbered(6000, (i) => `${row}x${i}`.padEnd(7, 'q')).join(';')}"\n`).join('')}`,
  'rows full of unknown names that all differ': () => `Titel;Datum;Orte\n${numbered(5000, (row) => `Viel ${row};2019;"${numbered(100, (i) => `${row}katowcie${i}`).join(';')}"\n`).join('')}`,
  'long unknown names': () => `Titel;Datum;Orte\n${numbered(165, (row) => `Viel ${row};2019;"${`${row} katowcie nad `.repeat(3400)}"\n`).join('')}`,
  'a long heading over rows full of mistakes': () => `Titel;Datum;"Orte ${'lang '.repeat(11_000)}"\n${numbered(5000, (row) => `Viel ${row};2019;"${numbered(100, (i) => `${row}x${i}`).join(';')}"\n`).join('')}`,
};
for (const [what, table] of Object.entries(hostile))
  test(`${what} take neither the memory nor the time of others`, { timeout: 240_000 }, async () => {
    const bytes = table();
    assert.ok(bytes.length > 3_000_000 && bytes.length < 10 * 2 ** 20, String(bytes.length));
    const most = await mostMemory(async () => {
      const { id, preview } = await previewed(bytes, { 'column.2': 'places' });
      assert.ok(preview.text.length < 1_000_000, String(preview.text.length));
      assert.ok(problems(preview).length > 100);
      assert.equal((await editor.visitor.get(at.rest(id))).status, 200);
    });
    assert.ok(most < 600, `${most} MB`);
  });

test('a cell with more names than it may have says so once; one name in it twice is told once', async () => {
  const many = numbered(101, (i) => `Ort${i}`).join(';');
  const { preview } = await previewed(`Titel;Datum;Orte\nZu viele Orte;2019;"${many}"\nDoppelt genannt;2019;"Nirgendwo;nirgendwo;Nirgendwo"\n`);
  const told = problems(preview);
  assert.deepEqual(told.map(([row]) => row), ['2', '3']);
  assert.match(told[0][3], /höchstens 100 Namen/);
  assert.ok(told[0][2].endsWith('…') && told[0][2].length < 250, 'the value is cut');
  assert.match(told[1][3], /„Nirgendwo“/);
  assert.match(preview.page.text, /Steht in 1 Zelle\b/);
});

test('an unknown name that is very long is told; the form works without a choice for it', async () => {
  const long = 'Verein der Freunde '.repeat(20).trim();
  const { preview, previewPath } = await previewed(`Titel;Datum;Ort\nLanger Ort;2019-05;${long}\nKurzer Ort;2019-06;Katowcie\nOhne Ort;2019-07;\n`);
  assert.deepEqual(problems(preview).map(([row]) => row), ['2', '3']);
  assert.deepEqual([...preview.form.values.keys()].filter((name) => name.startsWith('meaning.')), ['meaning.place:katowcie']);
  const answer = await preview.form.set({ 'meaning.place:katowcie': '-' }).send('apply');
  assert.equal(answer.status, 303, answer.text.slice(0, 300));
  const again = await editor.get(previewPath);
  assert.match(counts(again)[0], /2 Zeilen/);
  assert.equal((await again.form.send('import')).status, 303);
  assert.equal(titled('Langer Ort'), '0');
  assert.equal(titled('Kurzer Ort'), '1');
});

test('of a row with very many mistakes the first are told', async () => {
  const { preview } = await previewed(`Titel;Datum;Orte\nVieles falsch;2019;"${numbered(60, (i) => `Ort${i}`).join(';')}"\n`);
  const told = problems(preview);
  assert.equal(told.length, 31);
  assert.match(told[30][3], /enthält weitere Fehler/);
});

test('code pages and separators are found out, and can be said otherwise', async () => {
  const { columns } = await sent(Buffer.from('Tytu\xb3\tData\tMiejsce\nSpotkanie w D\xb9browie\t2019\tKatowice\n', 'latin1'));
  assert.match(columns.page.text, /Spotkanie w Dąbrowie/);
  assert.equal(columns.form.get('encoding'), 'windows-1250');
  const answer = await columns.form.set({ encoding: 'windows-1252' }).send('file');
  assert.match((await editor.get(answer.location)).page.text, /D¹browie/);
  assert.equal((await sent('Titel,Datum\n"Ä, B",2019\n')).columns.form.get('encoding'), undefined);
});

test('of a workbook with several sheets one is chosen, and the row of the headings can be said', async () => {
  const { columns, path } = await sent(sheetFile({ Leer: [], 'Bis 2020': [['Akten'], ['Titel', 'Datum'], ['Aus Blatt zwei', '2011']], Neu: [['Name', 'Wann'], ['Aus Blatt drei', '2012']] }), { name: 'a.xlsx' });
  assert.equal(columns.form.get('sheet'), '1');
  assert.equal(columns.form.get('heading_row'), '2');
  assert.match(columns.page.text, /Aus Blatt zwei/);
  await columns.form.set({ sheet: '2' }).send('file');
  const third = await editor.get(path);
  assert.match(third.page.text, /Aus Blatt drei/);
  assert.equal(third.form.get('heading_row'), '1');
  assert.equal(third.form.get('column.1'), 'date');
  const beyond = await third.form.set({ heading_row: '99' }).send('file');
  assert.equal(beyond.status, 422);
});

test('an import is undone as one; what was changed since is named, and stays', async () => {
  const before = await everything(database);
  const { done, path } = await imported('Titel;Datum\nVergeht wieder A;2001\nVergeht wieder B;2002\n');
  const link = done.page.all('a').find((each) => each.text === 'Vergeht wieder A').get('href');
  await editor.save('activity', idIn(link), { 'summary.de': 'Jemand hat daran gearbeitet.', 'summary.original': 'de' });
  const page = await editor.get(path);
  assert.match(page.page.text, /1 Aktivität bliebe:.*Vergeht wieder A: seither geändert/s);
  const refusedUndo = await editor.act(path, 'undo_rest', { do: 'undo' });
  assert.equal(refusedUndo.status, 409);
  assert.match(problemsOn(refusedUndo).join(), /Nichts wurde entfernt/);
  assert.equal(titled('Vergeht wieder B'), '1');
  const rest = await editor.act(path, 'undo_rest');
  assert.equal(rest.status, 303);
  assert.equal(titled('Vergeht wieder B'), '0');
  assert.equal(titled('Vergeht wieder A'), '1');
  const removed = sql(database, "SELECT count(*) FROM journal WHERE operation = 'removed' AND kind = 'activity' AND change LIKE '%Vergeht wieder B%'");
  assert.equal(removed, '1', 'with its entry in the journal');
  const second = await imported('Titel;Datum\nVergeht ganz;2001\n');
  assert.equal((await editor.act(second.path, 'undo')).status, 303);
  assert.equal(titled('Vergeht ganz'), '0');
  assert.match((await editor.get(at.start)).page.text, /Rückgängig gemacht/);
  assert.ok(before);
});

test('what somebody works on, or has asked to be published, stays when an import is undone', async () => {
  const { done, path } = await imported('Titel;Datum\nDaran wird gearbeitet;2001\nDarum wird gebeten;2002\nDarum kümmert sich niemand;2003\n');
  const id = (title) => idIn(done.page.all('a').find((each) => each.text === title).get('href'));
  const keep = async (who, title) => {
    const form = (await who.open('activity', id(title))).set({ 'title.de': `${title}, neu` });
    assert.equal((await form.send('keep')).status, 303);
  };
  await keep(new Editor(await person('publisher')), 'Daran wird gearbeitet');
  await keep(editor, 'Darum kümmert sich niemand'); // one's own draft keeps nothing
  assert.equal((await editor.act(editor.at.record('activity', id('Darum wird gebeten')), 'ask')).status, 303);
  const expected = {
    de: [/2 Aktivitäten blieben/, /Daran wird gearbeitet: jemand arbeitet gerade daran/, /Darum wird gebeten: jemand hat darum gebeten/],
    pl: [/Daran wird gearbeitet: ktoś właśnie nad tym pracuje/, /Darum wird gebeten: ktoś poprosił o publikację/],
    en: [/Daran wird gearbeitet: somebody is working on it/, /Darum wird gebeten: somebody has asked for it/],
  };
  for (const [language, all] of Object.entries(expected)) {
    const page = await new Editor(editor.visitor, language).get(importAt(language).table(idIn(path)));
    for (const words of all) assert.match(page.page.text, words);
    assert.doesNotMatch(page.page.text, /Kemna/, 'nobody is named');
  }
  assert.equal((await editor.act(path, 'undo_rest', { do: 'undo' })).status, 409);
  assert.equal(titled('Darum kümmert sich niemand'), '1');
  assert.equal((await editor.act(path, 'undo_rest')).status, 303);
  assert.deepEqual(['Daran wird gearbeitet', 'Darum wird gebeten', 'Darum kümmert sich niemand'].map(titled), ['1', '1', '0']);
});

test('a form that is sent twice imports once', async () => {
  const { preview } = await previewed('Titel;Datum\nNur einmal bitte;2003\n');
  const answers = await Promise.all([preview.form.send('import'), preview.form.send('import')]);
  for (const answer of answers) assert.equal(answer.status, 303, answer.text.slice(0, 300));
  assert.equal(titled('Nur einmal bitte'), '1');
});

test('a table is its account’s alone; an import is listed for those who may read what it made', async () => {
  const others = { publisher: new Editor(await person('publisher')), reader: await person('reader'), foreign: await person('foreign') };
  const { id, path, preview, previewPath } = await previewed('Titel;Datum\nGeheime Sitzung;2004\nKaputt;neulich\n');
  for (const where of [path, previewPath, at.rest(id)]) {
    const answer = await others.publisher.get(where);
    const end = answer.status === 303 ? await others.publisher.get(answer.location) : answer;
    assert.equal(end.status, 404, where);
    assert.doesNotMatch(end.text, /Geheime Sitzung|Kaputt/);
    assert.equal((await others.reader.get(where)).status, 403);
  }
  const token = await others.publisher.visitor.formToken(at.start);
  for (const what of ['preview', 'discard', 'file'])
    assert.equal((await others.publisher.visitor.send(path, { method: 'POST', fields: { form_token: token, do: what } })).status, 404);
  await others.publisher.visitor.send(previewPath, { method: 'POST', fields: { form_token: token, do: 'import', taken: '1' } });
  assert.equal(titled('Geheime Sitzung'), '0');
  await preview.form.send('import');
  assert.match((await others.publisher.get(at.start)).page.text, /aktivitaeten\.csv/);
  assert.equal((await others.publisher.get(path)).status, 200);
  assert.equal((await others.publisher.get(at.rest(id))).status, 404, 'the remaining rows stay with who sent them');
  assert.doesNotMatch((await others.foreign.get(at.start)).text, /aktivitaeten\.csv/);
});

test('tables of yesterday are gone, and of one account only the last three are kept', async () => {
  const many = [];
  for (let i = 0; i < 4; i += 1) many.push(await sent(`Titel;Datum\nTabelle ${i};2005\n`));
  assert.equal((await editor.get(many[0].path)).status, 404);
  assert.equal((await editor.get(many[1].path)).status, 200);
  const answer = await (await editor.get(many[3].path)).form.send('discard');
  assert.equal(answer.status, 303);
  assert.equal((await editor.get(many[3].path)).status, 404);
});

for (const ending of ['csv', 'xlsx'])
  test(`the table of activities as ${ending} comes in again with the same titles, dates and organisations`, async () => {
    const from = new Editor(editor.visitor, ending === 'csv' ? 'en' : 'pl');
    const path = (await from.get(from.at.list('activity'))).page.all('a').map((link) => link.get('href')).find((href) => href.split('?')[0].endsWith(`.${ending}`));
    const file = await editor.visitor.get(path);
    const { visitor, database: empty } = await emptySite();
    const by = new Editor(visitor, from.language);
    const { columns } = await sent(file.body, { by, name: `a.${ending}` });
    const preview = await by.get((await columns.form.send('preview')).location);
    assert.deepEqual(problems(preview), [], 'nothing is unknown');
    const form = preview.form.offered.has('alike') ? preview.form.tick('alike') : preview.form;
    await form.send('apply');
    const again = await by.get(preview.form.action);
    const answer = await again.form.send('import');
    assert.equal(answer.status, 303, answer.text.slice(0, 2000));
    const wanted = activitiesIn(database, "id NOT IN (SELECT record_id FROM record_restrictions WHERE scope NOT IN (SELECT id FROM organisations WHERE key = 'rvr'))");
    assert.deepEqual(activitiesIn(empty, '1 = 1'), wanted);
    assert.ok(wanted.length > 10);
  });
