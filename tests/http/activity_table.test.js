// The table of activities: sorting, filters, search, pages, files, and that nobody finds in it what they may not see.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { copyOf, edit, fixture, write } from '../support/folders.js';
import { parse } from '../support/markup.js';
import { Visitor, addUser, setPassword } from '../support/people.js';
import { run } from '../support/program.js';
import { databaseOf, serve } from '../support/server.js';
import { csvRows, xlsxRows } from '../support/sheets.js';
import { Site } from '../support/site.js';

const many = 120;
const entry = (key, { title, date = '2001', kind = 'other', status = 'planned', more = '' }) => `  - key: ${key}
    kind: ${kind}
    status: ${status}
    date: "${date}"
    form: on_site
    partnerships: [two-banks]
    title: ${JSON.stringify(title)}
${more}`;
const inAll = (title) => ({ pl: title, de: title, en: title });
const words = ['Lublin', 'Łódź', 'Lód', 'Mikołów', 'Zebra', 'Äpfel', 'Apfel', 'Apfelsaft'];
const formulas = ['=1+1', '+49 201', '-5', '@SUM(A1)'];

const folder = copyOf(fixture('small'));
write(folder, 'table.yaml', `activities:
${words.map((title, i) => entry(`word-${i}`, { title: inAll(title), date: `1990-01-0${i + 1}` })).join('')}${formulas.map((title, i) => entry(`formula-${i}`, { title: inAll(title), date: `1991-01-0${i + 1}` })).join('')}${Array.from({ length: many }, (_, i) => entry(`many-${i}`, { title: { pl: `Spotkanie ${i}`, de: `Termin ${i}` }, date: `1980-${String(1 + (i % 12)).padStart(2, '0')}`, kind: 'forum' })).join('')}${entry('counted', { title: { pl: 'Policzone' }, date: '2005-05-06/2005-05-08', status: 'held', kind: 'conference', more: `    audience: internal
    organisations: [{organisation: ufer, role: host}, {organisation: brzeg, role: guest}, {organisation: ufer, role: funder}]
    participants:
      - {label: {pl: Jedni}, head_count: exact, number: 30}
      - {label: {pl: Drudzy}, head_count: about, number: 1200}
      - {label: {pl: Trzeci}, head_count: planned, number: 7}
      - {label: {pl: Czwarci}, head_count: not_known}
    sources: [minutes]
    outcomes: [{kind: outcome, text: {pl: Umowa}}]
` })}${entry('step', { title: inAll('Nur ein nächster Schritt'), date: '2006', status: 'held', more: '    outcomes: [{kind: next_step, text: {pl: Dalej, de: Weiter, en: On}}]\n' })}${entry('secret-brzeg', { title: inAll('Geheim bei Brzeg'), date: '2007-01-02', more: '    visible_to: {organisation: brzeg}\n' })}${entry('secret-ufer', { title: inAll('Geheim bei Ufer'), date: '2007-01-03', more: '    visible_to: {organisation: ufer}\n' })}${entry('shared', { title: inAll('Entwurf der Partner'), date: '2007-01-04', more: '    visible_to: {partnership: two-banks}\n' })}`);
edit(folder, 'record.yaml', '  - activities.yaml\n', '  - activities.yaml\n  - table.yaml\n');
const all = words.length + formulas.length + many + 2 + 2 + 4; // each side sees two of the three drafts

const database = await databaseOf(folder);
const links = {
  brzeg: await addUser(database, 'ada-nowak', 'brzeg', 'ada@brzeg.example', ['editor', 'publisher']),
  ufer: await addUser(database, 'ada-nowak', 'ufer', 'ada@ufer.example', ['reader']),
};
const server = await serve(database);
after(() => server.stop());
const site = new Site(server.url);
const people = {};
for (const [who, { link }] of Object.entries(links)) {
  await setPassword(site, link);
  people[who] = new Visitor(site);
  assert.equal((await people[who].signIn(`ada@${who}.example`)).status, 303);
}
const table = { de: '/de/arbeitsbereich/akte/aktivitaeten', pl: '', en: '' };
const start = parse((await people.brzeg.get(table.de)).text);
for (const link of start.withClass('languages')[0].all('a')) table[link.get('lang')] = link.get('href');

const page = async (query = '', { who = 'brzeg', language = 'de' } = {}) => {
  const answer = await people[who].get(table[language] + query);
  assert.equal(answer.status, 200, `${query}: ${answer.text}`);
  return parse(answer.text);
};
const rows = (tree) => tree.all('tbody').flatMap((body) => body.all('tr')).map((row) => row.children.filter((cell) => typeof cell !== 'string').map((cell) => cell.text));
const titles = (tree) => rows(tree).map(([title]) => title);
const idsOn = (tree) => tree.all('th', (cell) => cell.get('scope') === 'row').map((cell) => cell.one('a').get('href').split('/').at(-1));
const status = (tree) => tree.one('p', (each) => each.get('role') === 'status').text;
const counted = async (query, options) => Number(/\d+/.exec(status(await page(query, options)).replace(/^Eine /, '1 '))[0]);
const file = async (ending, query = '', { who = 'brzeg', language = 'de' } = {}) => {
  const path = (await page(query, { who, language })).all('a').map((link) => link.get('href')).find((href) => href.split('?')[0].endsWith(`.${ending}`));
  const answer = await people[who].get(path);
  assert.equal(answer.status, 200);
  return answer;
};
const choice = (tree, name, text) => tree.one('select', (select) => select.get('name') === name).one('option', (option) => option.text === text).get('value');

test('the newest come first; a column is sorted both ways by its head, which says so', async () => {
  const first = await page();
  assert.equal(titles(first)[0], 'Große Regatta');
  assert.equal(first.one('th', (cell) => cell.get('aria-sort')).text, 'Wann');
  assert.equal(first.one('th', (cell) => cell.get('aria-sort')).get('aria-sort'), 'descending');
  const head = (tree, text) => tree.one('th', (cell) => cell.get('scope') === 'col' && cell.text === text);
  const links = first.all('th', (cell) => cell.get('scope') === 'col').filter((cell) => cell.all('a').length).map((cell) => cell.text);
  assert.deepEqual(links, ['Titel', 'Wann', 'Art', 'Status', 'Sichtbarkeit', 'Zuletzt geändert']);
  for (const [text, begins] of [['Titel', 'ascending'], ['Art', 'ascending'], ['Status', 'ascending'], ['Sichtbarkeit', 'ascending'], ['Zuletzt geändert', 'descending']]) {
    const once = parse((await people.brzeg.get(head(first, text).one('a').get('href'))).text);
    assert.equal(head(once, text).get('aria-sort'), begins, text);
    const twice = parse((await people.brzeg.get(head(once, text).one('a').get('href'))).text);
    assert.notEqual(head(twice, text).get('aria-sort'), begins, text);
    assert.equal(twice.all('th', (cell) => cell.get('aria-sort')).length, 1);
  }
  assert.deepEqual(titles(await page('?order=asc&sort=date&from=1990&to=1990')), words);
});

test('titles are sorted as the reader’s language does', async () => {
  const year = '?from=1990&to=1990&sort=title';
  assert.deepEqual(titles(await page(year)), ['Apfel', 'Äpfel', 'Apfelsaft', 'Lód', 'Łódź', 'Lublin', 'Mikołów', 'Zebra']);
  assert.deepEqual(titles(await page(year, { language: 'pl' })), ['Apfel', 'Äpfel', 'Apfelsaft', 'Lód', 'Lublin', 'Łódź', 'Mikołów', 'Zebra']);
  const down = titles(await page(`${year}&order=desc`, { language: 'pl' }));
  assert.deepEqual(down, titles(await page(year, { language: 'pl' })).reverse());
});

test('kind, status and visibility are sorted by their words', async () => {
  for (const [sort, column, query] of [['kind', 2, ''], ['status', 3, ''], ['visibility', 6, '&from=2000']])
    for (const language of ['de', 'pl', 'en']) {
      const first = rows(await page(`?sort=${sort}${query}`, { language })).map((row) => row[column]);
      const isPublic = { de: 'Öffentlich', pl: 'Publiczne', en: 'Public' }[language];
      const expected = [...first].sort((one, other) => (sort === 'visibility' ? (other === isPublic) - (one === isPublic) : 0) || new Intl.Collator(language).compare(one, other));
      assert.ok(new Set(first).size > 1, `${sort} ${language}: ${[...new Set(first)]}`);
      assert.deepEqual(first, expected, `${sort} ${language}`);
    }
});

test('the search in titles forgives case, accents and the order of words, in every language of a title', async () => {
  for (const [typed, expected] of [['LODZ', ['Łódź']], ['äpfel', ['Äpfel', 'Apfelsaft', 'Apfel']], ['apfel', ['Apfelsaft', 'Apfel', 'Äpfel']], ['mikolow', ['Mikołów']],
    ['schritt nächster', ['Nur ein nächster Schritt']], ['pierwszy', ['Erster Flusstag']], ['grosse', ['Große Regatta']]])
    assert.deepEqual(titles(await page(`?q=${encodeURIComponent(typed)}`)).sort(), [...expected].sort(), typed);
  for (const typed of ['???', 'gibtesnicht', '%', '_', "'"]) assert.equal(await counted(`?q=${encodeURIComponent(typed)}`), 0, typed);
});

test('each condition leaves what it says', async () => {
  const tree = await page();
  const [field, series, organisation] = [choice(tree, 'field', 'Flüsse'), choice(tree, 'series', 'Flusstage'), choice(tree, 'organisation', 'Stadt Ufer')];
  for (const [query, expected] of [
    ['?from=2999', ['Große Regatta']], ['?to=1980', many], ['?from=2005&to=2006', ['Nur ein nächster Schritt', 'Policzone']],
    ['?kind=conference', ['Policzone']], ['?status=cancelled', ['Hochwasserseminar']], [`?field=${field}`, ['Große Regatta', 'Erster Flusstag']],
    [`?series=${series}`, ['Zweiter Flusstag', 'Erster Flusstag']], [`?organisation=${organisation}`, ['Policzone']],
    ['?visible=restricted', ['Entwurf der Partner', 'Geheim bei Brzeg']], ['?visible=public', all - 2],
    ['?untranslated=de', ['Policzone']], ['?untranslated=en', many + 1], ['?untranslated=pl', 0],
    ['?without_outcome=yes', ['Zweiter Flusstag', 'Erster Flusstag', 'Nur ein nächster Schritt']],
    ['?without_picture=yes', all - 1], ['?without_source=yes', all - 1],
    ['?without_source=yes&without_picture=yes&status=held&q=flusstag', ['Zweiter Flusstag']],
  ]) {
    const shown = await page(query);
    if (typeof expected === 'number') assert.equal(await counted(query), expected, query);
    else assert.deepEqual(titles(shown), expected, query);
  }
});

test('a row says who took part, how many, and what is not translated', async () => {
  const tree = await page('?kind=conference');
  assert.deepEqual(rows(tree)[0].slice(0, 8), ['Policzone', '6.–8. Mai 2005', 'Konferenz', 'Durchgeführt', 'UFE, BRZ', 'rund 1.230, geplant: 7, weitere nicht bekannt', 'Öffentlich', 'fehlt: Englisch, Deutsch']);
  assert.equal(tree.one('th', (cell) => cell.get('scope') === 'row').one('a').get('lang'), 'pl');
  assert.match(rows(tree)[0][8], /20\d\d$/);
  assert.equal((await people.brzeg.get(tree.one('th', (cell) => cell.get('scope') === 'row').one('a').get('href'))).status, 200);
});

test('pages of a hundred lead to each other, and numbers are said in words', async () => {
  const query = '?to=1980';
  const first = await page(query);
  assert.equal(rows(first).length, 100);
  assert.match(status(first), new RegExp(`^${many} Aktivitäten\\. Insgesamt sind es ${all}\\.$`));
  const next = first.withClass('pages')[0].all('a').find((link) => link.text === 'Nächste Seite').get('href');
  const second = parse((await people.brzeg.get(next)).text);
  assert.equal(rows(second).length, many - 100);
  assert.equal(new Set([...idsOn(first), ...idsOn(second)]).size, many);
  assert.deepEqual(idsOn(await page(`${query}&page=77`)), idsOn(second), 'beyond the end is the end');
  const polish = async (query) => status(await page(query, { language: 'pl' })).split('.')[0];
  assert.equal(await polish('?kind=conference'), '1 działanie');
  assert.equal(await polish('?from=2005&to=2006'), '2 działania');
  assert.equal(await polish('?to=1980'), '120 działań');
  assert.match(status(await page('?kind=conference')), /^Eine Aktivität\./);
});

test('a file holds exactly the rows of the pages, in their order', async () => {
  for (const query of ['', '?sort=title&order=desc', '?to=1980&sort=changed', '?q=flusstag', '?visible=restricted']) {
    const first = await page(query);
    const last = Number(/von (\d+)/.exec(first.withClass('pages')[0]?.text ?? 'von 1')[1]);
    const expected = idsOn(first);
    for (let number = 2; number <= last; ++number) expected.push(...idsOn(await page(`${query || '?'}&page=${number}`)));
    const csv = await file('csv', query);
    assert.equal(csv.headers['content-type'], 'text/csv; charset=utf-8; header=present');
    assert.match(csv.headers['content-disposition'], /^attachment; filename="aktivitaeten\.csv"$/);
    assert.equal(csv.headers['cache-control'], 'no-store');
    const [header, ...cells] = csvRows(csv.body, ';');
    assert.equal(header.at(-1), 'Kennung');
    assert.deepEqual(cells.map((row) => row.at(-1)), expected, query);
    for (const row of cells) assert.equal(row.length, header.length);
    const xlsx = await file('xlsx', query);
    assert.deepEqual(xlsxRows(xlsx.body).slice(1).map((row) => row.at(-1)), expected, query);
  }
});

test('days are days and numbers numbers; Excel gets the separator it expects', async () => {
  const xlsx = xlsxRows((await file('xlsx', '?kind=conference')).body);
  const cell = (name) => xlsx[1][xlsx[0].indexOf(name)];
  assert.deepEqual(cell('Erster Tag'), { day: '2005-05-06' });
  assert.deepEqual(cell('Letzter Tag'), { day: '2005-05-08' });
  assert.equal(cell('Datum (EDTF)'), '2005-05-06/2005-05-08');
  assert.equal(cell('Teilnehmende (Zahl)'), 1230);
  assert.equal(cell('Teilnehmende (geplant)'), 7);
  assert.equal(cell('Organisationen'), 'UFE; BRZ');
  assert.equal(cell('Titel (Polnisch)'), 'Policzone');
  assert.equal(cell('Titel (Deutsch)'), '');
  assert.match(cell('Seite'), /\/de\/aktivitaeten\//);
  const month = xlsxRows((await file('xlsx', '?q=Termin+7&to=1980')).body);
  assert.equal(month[1][month[0].indexOf('Erster Tag')], '', 'a month is no day');
  for (const [language, separator] of [['de', ';'], ['pl', ';'], ['en', ',']])
    assert.ok(csvRows((await file('csv', '?kind=conference', { language })).body, separator)[0].length > 20, language);
});

test('nothing in a file is carried out', async () => {
  const csv = csvRows((await file('csv', '?from=1991&to=1991&sort=date&order=asc')).body, ';').slice(1);
  assert.deepEqual(csv.map(([title]) => title), formulas.map((title) => `'${title}`));
  for (const row of csv) for (const text of row) assert.doesNotMatch(text, /^[=+\-@\t\r]/);
  const xlsx = xlsxRows((await file('xlsx', '?from=1991&to=1991&sort=date&order=asc')).body).slice(1);
  assert.deepEqual(xlsx.map(([title]) => title), formulas);
});

test('a draft of the other side is in no table, no file and no number', async () => {
  for (const [who, own, other] of [['brzeg', 'Geheim bei Brzeg', 'Geheim bei Ufer'], ['ufer', 'Geheim bei Ufer', 'Geheim bei Brzeg']]) {
    assert.equal(await counted('', { who }), all);
    for (const query of ['?from=2007&to=2007', '?q=geheim', '?visible=restricted', '?from=2007&sort=title', '?from=2007&sort=visibility', '?from=2007&sort=changed&order=asc']) {
      const shown = titles(await page(query, { who }));
      assert.ok(shown.includes(own) && !shown.includes(other), `${who} ${query}: ${shown}`);
    }
    for (const ending of ['csv', 'xlsx']) {
      const answer = await file(ending, '', { who });
      const text = JSON.stringify(ending === 'csv' ? csvRows(answer.body, ';') : xlsxRows(answer.body));
      assert.ok(text.includes(own) && !text.includes(other), `${who} ${ending}`);
    }
  }
  const stranger = await site.get(`${table.de}/tabelle.csv`);
  assert.equal(stranger.status, 303);
});

test('what somebody withdraws is gone from the other side’s table, numbers included', async () => {
  const regatta = idsOn(await page('?q=regatta'))[0];
  const path = `${table.de}/${regatta}`;
  assert.equal(await counted('?sort=title', { who: 'ufer' }), all);
  const scope = choice(parse((await people.brzeg.get(path)).text), 'scope', 'Nicht öffentlich, nur BRZ');
  assert.equal((await people.brzeg.submit(path, { do: 'withdraw', scope })).status, 303);
  assert.equal(await counted('', { who: 'ufer' }), all - 1);
  assert.equal(await counted('?q=regatta', { who: 'ufer' }), 0);
  assert.equal(rows(await page('?q=regatta'))[0][6], 'nur BRZ');
  assert.equal((await people.brzeg.submit(path, { do: 'publish' })).status, 303);
  assert.equal(await counted('?q=regatta', { who: 'ufer' }), 1);
});

test('a change shows at once in every column that is kept: title, order, translations, last change', async () => {
  for (const query of ['?sort=title', '?q=zebra', '?untranslated=de', '?sort=changed']) await page(query);
  assert.equal(await counted('?untranslated=de'), 1);
  edit(folder, 'table.yaml', '"pl":"Zebra"', '"pl":"Aaa zebra"');
  const imported = await run(['import', folder, '--database', database]);
  assert.equal(imported.code, 0, imported.all);
  assert.equal(titles(await page('?from=1990&to=1990&sort=title', { language: 'pl' }))[0], 'Aaa zebra');
  assert.deepEqual(titles(await page('?q=aaa')), ['Zebra']);
  assert.equal(rows(await page('?q=aaa'))[0][7], 'veraltet: Englisch, Deutsch');
  assert.equal(await counted('?untranslated=de'), 2);
  assert.equal(titles(await page('?sort=changed'))[0], 'Zebra');
});

test('whatever stands in an address, the answer is a page', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  for (const query of ['?sort=x', '?sort=date&order=sideways', '?page=0', '?page=-1', '?page=99999999999999999999', '?page=abc', '?from=abc', '?from=-5', '?to=10000', '?kind=%27%20OR%201=1--',
    '?status=1', '?field=1', `?field=${nobody}`, `?series=${nobody}`, `?organisation=${nobody}`, '?visible=all', '?untranslated=fr', '?untranslated=%22', '?field=..%2F..']) {
    const tree = await page(query);
    assert.ok(rows(tree).length === 100, query);
    assert.ok(tree.one('main').text.includes('ergab keinen Sinn'), query);
  }
  for (const query of ['?without_source=no', '?x=y', '?q=', '?q=%20%20', '?kind=&status=']) assert.doesNotMatch((await page(query)).one('main').text, /ergab keinen Sinn/, query);
  const long = await page(`?q=${'ł'.repeat(2000)}&sort=title`);
  assert.ok(long.all('a').every((link) => link.get('href').length < 2000));
  const tree = await page(`?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  assert.equal(tree.all('script').length, 0);
  for (const ending of ['csv', 'xlsx']) assert.equal((await people.brzeg.get(`${table.de}/tabelle.${ending}?sort=x&page=9&kind=%27`)).status, 200);
});

test('where there is nothing yet, the page says how to begin', async () => {
  const empty = copyOf(fixture('small'));
  edit(empty, 'record.yaml', '  - activities.yaml\n', '');
  const fresh = await databaseOf(empty);
  const editor = await addUser(fresh, 'ada-nowak', 'brzeg', 'ada@brzeg.example', ['editor']);
  const other = await serve(fresh);
  after(() => other.stop());
  const place = new Site(other.url);
  await setPassword(place, editor.link);
  const ada = new Visitor(place);
  await ada.signIn('ada@brzeg.example');
  const tree = parse((await ada.get(table.de)).text);
  assert.match(tree.one('main').text, /Noch gibt es keine Aktivität.*Legen Sie die erste an/);
  assert.ok(tree.all('a').some((link) => link.get('href') === `${table.de}/neu`));
  assert.equal(tree.all('table').length, 0);
  assert.equal(csvRows((await ada.get(`${table.de}/tabelle.csv`)).body, ';').length, 1);
});
