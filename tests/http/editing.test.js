// Proves: records of every kind are made, changed and published in forms, and what is typed into these means what people
// mean by it: dates, numbers, names, rows, translations.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Editor, everything, idIn, keyOf, linkedProblems, problemsOn, saved, shown } from '../support/editing.js';
import { fixture } from '../support/folders.js';
import { siteWithPeople } from '../support/people.js';
import { picture } from '../support/picture.js';

const { site, database, person } = await siteWithPeople();
const editor = new Editor(await person('editor'));
const publisher = new Editor(await person('publisher'));
const inEnglish = new Editor(publisher.visitor, 'en');
const idOf = async (kind, key) => idIn(await shown(database, kind, key));
const partnership = await idOf('partnership', 'ruhr-gzm');
const pdf = readFileSync(fixture('small/documents/charter.pdf'));

const minutes = 'rvr.ruhr, Meldung zum EMA-Forum in Kattowitz';

/** The least that an activity needs. */
const meeting = { 'title.de': 'Ein Treffen', kind: 'forum', status: 'planned', date: '8.8.2030', form: 'online' };

/** Changes a draft of an activity, or of a new one, and gives what is stored. */
async function stored(changes, by = editor) {
  const id = await by.make('activity', { ...meeting, ...changes });
  return shown(database, 'activity', keyOf(database, 'activities', id));
}

/** Of each kind: what is typed into a new form, what is changed then, and the word that shows it. */
const made = {
  place: [{ 'name.pl': 'Chudów', country: 'PL', latitude: '50,18', longitude: '18,7' }, { 'name.de': 'Chudow bei Gleiwitz' }, 'places'],
  source: [{ 'title.de': 'Niederschrift Wasserturm', url: 'https://rvr.example/wasserturm', published: 'März 2024' }, { 'title.de': 'Protokoll Wasserturm' }, 'sources'],
  organisation: [{ kind: 'association', 'name.de': 'Verein Wasserturm', country: 'DE', seat: 'Essen' }, { short_name: 'VWTurm' }, 'organisations'],
  person: [{ given_name: 'Wanda', family_name: 'Wasserturm' }, { given_name: 'Wandalena' }, 'people'],
  image: [{ 'alt.de': 'Ein Wasserturm', credit: '© RVR / W. Turm' }, { 'caption.de': 'Der Turm am Abend' }, 'images'],
  document: [{ 'title.de': 'Satzung Wasserturm', language: 'de' }, { 'title.de': 'Neue Satzung Wasserturm' }, 'documents'],
  field_of_action: [{ 'name.de': 'Wassertürme' }, { 'description.de': 'Türme mit **Wasser**' }, 'fields-of-action'],
  series: [{ 'title.de': 'Wasserturmtage' }, { 'description.de': 'Jedes Jahr im Turm' }, 'series'],
  agreement: [{ kind: 'other', partnership: 'Ruhrgebiet und Metropole GZM', 'title.de': 'Wasserturmvereinbarung', 'signings[0].date': '3.4.2019', 'signings[0].source': minutes }, { 'summary.de': 'Man einigt sich auf Türme' }, 'agreements'],
  activity: [{ ...meeting, 'title.de': 'Wasserturmtreffen' }, { 'summary.de': 'Man trifft sich im Turm' }, 'activities'],
};

const files = { image: { name: 'turm.png', type: 'image/png', bytes: picture('turm') }, document: { name: 'satzung.pdf', type: 'application/pdf', bytes: pdf } };

for (const [kind, [typed, changed, collection]] of Object.entries(made))
  test(`a new ${kind} is a draft, is changed, and is published to the next reader`, async () => {
    let form = await editor.open(kind);
    if (kind === 'agreement') form = await form.add('signings');
    if (files[kind]) form.choose('file.upload', files[kind]);
    const { id, done } = saved(await form.set(typed).send());
    assert.equal(done, 'created');
    const word = Object.values(typed).find((value) => /turm|türm|chud/i.test(value));
    assert.ok((await editor.words(kind, id)).includes(word), 'its page');
    assert.match(await editor.words(kind, id), /Nicht öffentlich/);
    assert.ok((await editor.list(kind)).some((each) => each.id === id), 'the list');
    const api = `/api/v1/${collection}/${id}`;
    assert.equal((await site.get(api)).status, 404, 'a draft is not public');
    assert.equal((await editor.save(kind, id, changed)).done, 'saved');
    const [newWord] = Object.values(changed);
    assert.ok((await editor.words(kind, id)).includes(newWord.replaceAll('*', '')) || (await editor.words(kind, id)).includes(newWord), 'the change');
    await publisher.publish(kind, id);
    const answer = await site.get(api);
    assert.equal(answer.status, 200);
    assert.ok(answer.text.includes(newWord), answer.text);
    const page = await publisher.get(publisher.at.record(kind, id));
    assert.match(page.page.text, /Öffentlich/);
    const link = page.page.all('a').find((each) => each.text === 'Auf dem Portal ansehen');
    assert.equal(Boolean(link), ['organisation', 'field_of_action', 'series', 'agreement', 'activity'].includes(kind), 'kinds that have a page');
    if (link) assert.equal((await site.get(link.get('href'))).status, 200);
  });

test('a draft has no link to a page of the portal that is not there', async () => {
  const id = await editor.make('activity', { ...meeting, 'title.de': 'Noch nicht' });
  for (const link of (await editor.get(editor.at.record('activity', id))).page.all('a').filter((each) => each.text === 'Auf dem Portal ansehen'))
    assert.equal((await site.get(link.get('href'))).status, 200, link.get('href'));
});

test('an activity that is published is in the chronicle, the feed, the calendar and the search at once', async () => {
  const id = await editor.make('activity', { ...meeting, 'title.de': 'Zinkhüttentag', status: 'held', date: '3.2.2024' });
  const everywhere = ['/de/chronik', '/de/chronik.csv', '/de/suche?q=Zinkh%C3%BCttentag', '/api/v1/activities?limit=100'];
  for (const path of everywhere) assert.doesNotMatch((await site.get(path)).text.replace(/value="[^"]*"|<title>.*?<\/title>/g, ''), /Zinkhüttentag<|Zinkhüttentag"/, path);
  await publisher.publish('activity', id);
  for (const path of everywhere) assert.match((await site.get(path)).text, /Zinkhüttentag/, path);
  for (const path of ['/de/chronik.atom', '/de/chronik.ics']) assert.match((await site.get(path)).text.replace(/\r\n /g, ''), /Zinkhüttentag/, path);
});

test('the site is changed by its form and cannot be made', async () => {
  for (const language of ['de', 'pl', 'en']) {
    const by = new Editor(publisher.visitor, language);
    assert.equal((await by.get(by.at.made('site'))).status, 404);
  }
  const [{ id }] = await publisher.list('site');
  const { done } = await publisher.save('site', id, { 'tagline.de': 'Zwei Regionen, ein Turm' });
  assert.equal(done, 'saved');
  assert.match((await site.get('/de/')).text, /Zwei Regionen, ein Turm/);
});

test('dates mean what people mean by them', async () => {
  for (const [typed, edtf, by] of [['8.–9.8.2029', '2029-08-08/2029-08-09'], ['Sommer 2034', '2034-22'], ['June 2032?', '2032-06?'], ['lato 2034', '2034-22'],
    ['od 28 lutego do 2 marca 2034 r.', '2034-02-28/2034-03-02'], ['vermutlich Juni 2032', '2032-06?'], ['  2031 ', '2031'], ['2031-05-04', '2031-05-04'],
    ['October 2035', '2035-10', inEnglish], ['seit Juli 2031', '2031-07/..'], ['8/9/2030', '2030-09-08', inEnglish]])
    assert.match(await stored({ date: typed }, by ?? editor), new RegExp(`^date: "?${edtf.replace(/[?.]/g, '\\$&')}"?$`, 'm'), typed);
});

test('a date that is none is told beside its field, and everything stays as it was typed', async () => {
  const id = await editor.make('activity', meeting);
  const before = await everything(database);
  for (const wrong of ['32.1.2030', '30. Februar 2030', 'irgendwann', '8.8.30', 'Freitag, 8.8.2030', '9.8.–8.8.2030', '2030-13-01', `${'8'.repeat(300)}.2030`]) {
    const typed = { date: wrong, 'title.de': 'Anders <b>"gesagt"</b>', 'body.de': 'Zeile\n\nZeile & mehr', status: 'postponed', edition: '7' };
    const answer = await (await editor.open('activity', id)).set(typed).send();
    assert.equal(answer.status, 422, wrong);
    assert.deepEqual(linkedProblems(answer).slice(0, 1), ['date'], wrong);
    assert.match(answer.text, /id="date-error"/);
    for (const [name, value] of Object.entries(typed)) assert.equal(answer.form.get(name), value, name);
  }
  assert.deepEqual(await everything(database), before);
  const answer = await (await editor.open('activity')).set({ ...meeting, date: 'nie' }).send();
  assert.equal(answer.status, 422);
  assert.match(problemsOn(answer).join(), /nie/);
  assert.deepEqual(await everything(database), before, 'nor is a new one made');
});

/** A form of a new organisation with one figure, in a language. */
async function figure(typed, language) {
  const form = await (await new Editor(editor.visitor, language).open('organisation')).add('facts');
  return form.set({ kind: 'other', 'name.de': `Amt ${typed} ${language}`, country: 'DE', 'facts[0].measure': 'area', 'facts[0].number': typed, 'facts[0].source': minutes });
}

test('numbers are written in the way of the language', async () => {
  for (const [language, typed, number] of [['de', '1.234,5', '1234.5'], ['de', '4.439', '4439'], ['de', '59.5', '59.5'], ['pl', '2 246,5', '2246.5'],
    ['en', '4,439.5', '4439.5'], ['en', '1,234', '1234'], ['de', '−3,25', '-3.25'], ['de', '1\u202f000\u00a0000', '1000000']]) {
    const { id } = saved(await (await figure(typed, language)).send());
    assert.match(await shown(database, 'organisation', keyOf(database, 'organisations', id)), new RegExp(`number: ${number.replace('.', '\\.')}\\n`), `${language} ${typed}`);
  }
});

test('a number that is none is told beside its field, in words that hold for the language of the form', async () => {
  const before = await everything(database);
  for (const wrong of ['1.23.4', '1,2,3', 'viele', '12a', '1e5', 'nan', 'inf', '0x10', '--1']) {
    const answer = await (await figure(wrong, 'de')).send();
    assert.equal(answer.status, 422, wrong);
    assert.deepEqual(linkedProblems(answer), ['facts-0-number'], wrong);
    assert.equal(answer.form.get('facts[0].number'), wrong);
    assert.doesNotMatch(problemsOn(answer).join(), /Das Dezimalzeichen ist der Punkt/, 'a comma is what it takes');
  }
  assert.deepEqual(await everything(database), before);
});

test('very small and very large numbers can be shown, changed and exported for an import', async () => {
  for (const [latitude, longitude] of [['0,000001', '0,00005'], ['-89,999999', '179,999999']]) {
    const id = await editor.make('place', { 'name.de': `Ort bei ${latitude}`, country: 'DE', latitude, longitude });
    assert.equal((await editor.get(editor.at.history('place', id))).status, 200);
    assert.ok((await editor.words('place', id)).includes(latitude), 'the page shows it in full');
    assert.equal((await editor.save('place', id, { 'name.de': `Ort nahe ${latitude}` })).done, 'saved');
    const yaml = await shown(database, 'place', keyOf(database, 'places', id));
    assert.doesNotMatch(yaml, /itude: \S*e/, 'the format has no powers of ten');
  }
});

test('a place is found by its name in any language, without regard to case and accents', async () => {
  for (const typed of ['Kattowitz', 'Katowice', ' katowice ', 'KATTOWITZ']) assert.match(await stored({ 'places[0]': typed }), /^places: \[katowice\]$/m, typed);
});

test('a name that nobody has or that several have is refused with choices, and one can be chosen', async () => {
  const before = await everything(database);
  const unknown = await (await editor.open('activity')).set({ ...meeting, 'places[0]': 'Katowize' }).send();
  assert.equal(unknown.status, 422);
  assert.deepEqual(linkedProblems(unknown), ['places-0']);
  assert.equal(unknown.form.get('places[0]'), 'Katowize');
  assert.ok(unknown.form.offered.get('places[0].chosen').includes(await idOf('place', 'katowice')), 'what it is nearest to');
  assert.match(unknown.page.all('a').find((link) => /Neu anlegen/.test(link.text)).get('href'), /orte\/neu\?name=Katowize$/);
  const id = saved(await unknown.form.set({ 'places[0].chosen': await idOf('place', 'katowice') }).send()).id;
  assert.match(await shown(database, 'activity', keyOf(database, 'activities', id)), /^places: \[katowice\]$/m);
  const nothing = await (await editor.open('activity')).set({ ...meeting, 'places[0]': 'Xyzzyplugh' }).send();
  assert.equal(nothing.status, 422);
  assert.equal(nothing.form.offered.has('places[0].chosen'), false);
  assert.notDeepEqual(await everything(database), before);

  const twins = [];
  for (const country of ['DE', 'PL']) twins.push(await editor.make('place', { 'name.de': 'Neustadt', country }));
  const several = await (await editor.open('activity')).set({ ...meeting, 'places[0]': 'neustadt' }).send();
  assert.equal(several.status, 422);
  assert.deepEqual([...several.form.offered.get('places[0].chosen')].sort(), [...twins].sort());
  const chosen = saved(await several.form.set({ 'places[0].chosen': twins[1] }).send()).id;
  const again = await editor.open('activity', chosen);
  assert.equal(again.get('places[0].id'), twins[1]);
  assert.equal((await again.send()).location.split('done=')[1], 'unchanged');
});

test('a name that is typed over counts, not the record that stood there before', async () => {
  const id = await editor.make('activity', { ...meeting, 'places[0]': 'Kattowitz' });
  await editor.save('activity', id, { 'places[0]': 'Essen' });
  const key = keyOf(database, 'activities', id);
  assert.match(await shown(database, 'activity', key), /^places: \[essen\]$/m);
  await editor.save('activity', id, { 'places[0]': '' });
  assert.doesNotMatch(await shown(database, 'activity', key), /^places:/m);
});

test('rows are added, moved and removed, and what was typed stays', async () => {
  let form = (await editor.open('activity')).set(meeting);
  for (const text of ['Erstens', 'Zweitens', 'Drittens']) {
    form = await form.add('outcomes');
    const last = [...form.values.keys()].filter((name) => /^outcomes\[\d+\]\.id$/.test(name)).length - 1;
    form.set({ [`outcomes[${last}].text.de`]: text, [`outcomes[${last}].kind`]: 'next_step', [`outcomes[${last}].responsible[0]`]: 'RVR' });
  }
  form = (await form.send('up:outcomes[2]')).form;
  const texts = () => [0, 1, 2].map((i) => form.get(`outcomes[${i}].text.de`));
  assert.deepEqual(texts(), ['Erstens', 'Drittens', 'Zweitens']);
  form = (await form.send('remove:outcomes[0]')).form;
  assert.deepEqual(texts(), ['Drittens', 'Zweitens', undefined]);
  for (const [name, value] of Object.entries(meeting)) assert.equal(form.get(name), value, name);
  assert.equal(form.get('outcomes[1].responsible[0]'), 'RVR');
  assert.equal(form.buttons.includes('up:outcomes[0]'), false, 'the first cannot move up');
  const { id } = saved(await form.send());
  const page = await editor.words('activity', id);
  assert.ok(page.indexOf('Drittens') < page.indexOf('Zweitens') && !page.includes('Erstens'), page);
  const opened = await editor.open('activity', id);
  const ids = [0, 1].map((i) => opened.get(`outcomes[${i}].id`));
  const moved = (await opened.send('up:outcomes[1]')).form;
  saved(await moved.send());
  const after = await editor.open('activity', id);
  assert.deepEqual([0, 1].map((i) => after.get(`outcomes[${i}].id`)), ids.toReversed(), 'rows keep their ids');
});

test('a row is added to a record that is there already', async () => {
  const id = await editor.make('activity', meeting);
  for (const [list, fields] of [['participants', { 'label.de': 'Alle', head_count: 'exact', number: '12' }], ['outcomes', { kind: 'outcome', 'text.de': 'Einig' }],
    ['organisations', { organisation: 'RVR', role: 'host' }], ['people', { person: 'Jörg Kemna', role: 'speaker' }], ['programme', { 'title.de': 'Beginn' }]]) {
    const form = await (await editor.open('activity', id)).add(list);
    form.set(Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${list}[0].${name}`, value])));
    assert.equal(saved(await form.send()).done, 'saved', list);
  }
});

test('a row that is added and left empty is told, not kept', async () => {
  const form = await (await editor.open('activity')).set(meeting).add('participants');
  const answer = await form.send();
  assert.equal(answer.status, 422);
  assert.ok(linkedProblems(answer).some((id) => id.startsWith('participants-0')), problemsOn(answer).join());
});

for (const [language, kind] of ['de', 'pl', 'en'].flatMap((language) => Object.keys(made).map((kind) => [language, kind])))
  test(`required fields of a new ${kind} that are missing are named, with links to them, in ${language}`, async () => {
    const answer = await (await new Editor(editor.visitor, language).open(kind)).send();
    assert.equal(answer.status, 422);
    assert.ok(linkedProblems(answer).length >= (['source', 'field_of_action', 'series'].includes(kind) ? 1 : 2), problemsOn(answer).join());
    for (const problem of problemsOn(answer)) assert.doesNotMatch(problem, /refusal\.|\{|_|“[a-z]+\.[a-z]+”|\bkey\b|Schlüssel/, problem);
  });

test('the summary says of each missing field which one it is', async () => {
  for (const language of ['de', 'pl', 'en']) {
    const problems = problemsOn(await (await new Editor(editor.visitor, language).open('activity')).send());
    assert.equal(new Set(problems).size, problems.length, problems.join(' | '));
  }
});

test('the right fields of an activity are told to be missing', async () => {
  const form = await editor.open('activity');
  form.set(Object.fromEntries([...form.values.keys()].filter((name) => name.startsWith('partnerships.')).map((name) => [name, undefined])));
  const answer = await form.send();
  assert.deepEqual(linkedProblems(answer).sort(), ['date', 'form', 'kind', 'partnerships', 'status', 'title']);
});

test('a translation is behind when its original has changed, and up to date when somebody says that it still fits', async () => {
  const id = await editor.make('activity', { ...meeting, 'title.de': 'Erster Titel', 'title.pl': 'Pierwszy tytuł', 'title.en': 'First title', 'title.original': 'de' });
  const behind = async () => [...(await editor.open('activity', id)).values.keys()].filter((name) => name.includes('.behind.')).map((name) => name.slice(-2));
  assert.deepEqual(await behind(), []);
  await editor.save('activity', id, { 'title.de': 'Zweiter Titel' });
  assert.deepEqual((await behind()).sort(), ['en', 'pl']);
  assert.match(await editor.words('activity', id), /Die Fassung auf Polnisch ist älter als das Original/);
  saved(await (await editor.open('activity', id)).tick('title.confirmed.pl').send());
  assert.deepEqual(await behind(), ['en']);
  await editor.save('activity', id, { 'title.en': 'Second title' });
  assert.deepEqual(await behind(), [], 'one that is written anew is up to date');
  const both = await editor.open('activity', id);
  saved(await both.set({ 'title.de': 'Dritter Titel', 'title.pl': 'Trzeci tytuł' }).send());
  assert.deepEqual(await behind(), ['en'], 'changed together with the original');
  await editor.save('activity', id, { 'title.original': 'en' });
  assert.match(await shown(database, 'activity', keyOf(database, 'activities', id)), /title:\n {2}original: en/);
});

test('who writes in one language only writes the original; of several, one must be chosen', async () => {
  const polish = await stored({ 'title.de': '', 'title.pl': 'Spotkanie' });
  assert.match(polish, /title:\n {2}original: pl/);
  const answer = await (await editor.open('activity')).set({ ...meeting, 'title.pl': 'Spotkanie' }).send();
  assert.equal(answer.status, 422);
  assert.deepEqual(linkedProblems(answer), ['title']);
});

test('texts keep their line ends and markup; the margin is taken away', async () => {
  const yaml = await stored({ 'body.de': '\n\nErster *Absatz*\n\n- a\n- b\n\n', 'title.de': '  Mit Rand\nund Umbruch ' });
  assert.match(yaml, /Erster \*Absatz\*\n\s*\n\s*- a\n\s*- b\n/);
  assert.doesNotMatch(yaml, /\r/);
  assert.match(yaml, /text: Mit Rand und Umbruch$/m);
});

test('fields of action and partnerships are ticked', async () => {
  const form = (await editor.open('activity')).set(meeting);
  assert.equal(form.get(`partnerships.${partnership}`), '0', 'the only one is ticked for a new activity');
  const field = await idOf('field_of_action', 'sustainable-mobility').catch(() => undefined);
  const name = field ? `fields.${field}` : [...form.offered.keys()].find((each) => each.startsWith('fields.'));
  const { id } = saved(await form.tick(name).send());
  const again = await editor.open('activity', id);
  assert.equal(again.get(name), '0');
  await editor.save('activity', id, { [name]: undefined });
  assert.equal((await editor.open('activity', id)).get(name), undefined);
});

// The last: with two partnerships, none is ticked for a new activity.
test('a new partnership is made of two parties', async () => {
  const first = await (await editor.open('partnership')).set({ kind: 'contact', 'parties[0]': 'RVR', 'name.de': 'Ruhr und Turm' }).send();
  assert.equal(first.status, 422, 'one is not enough');
  const { id } = saved(await first.form.set({ 'parties[1]': 'Kattowitz' }).send());
  await publisher.publish('partnership', id);
  assert.equal((await site.get(`/api/v1/partnerships/${id}`)).status, 200);
});
