// Proves: everybody changes what they may and nothing else; what they cannot see stays as it is when they save; what is
// published or withdrawn is so everywhere, with what it needs.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { canaryRecord } from '../support/canaries.js';
import { Editor, everything, idIn, keyOf, kinds, recordAt, saved, shown, sql } from '../support/editing.js';
import { Visitor, addUser, setPassword, siteWithPeople } from '../support/people.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';

const { site, database, person } = await siteWithPeople();
await setPassword(site, (await addUser(database, 'maciej-biskupski', 'gzm', 'm@gzm.example', ['publisher'])).link);
const gzm = new Editor(new Visitor(site), 'pl');
assert.equal((await gzm.visitor.signIn('m@gzm.example')).status, 303);
const reader = new Editor(await person('reader'));
const boss = new Editor(await person('boss'));
const editor = new Editor(await person('editor'));
const publisher = new Editor(await person('publisher'));
const stranger = new Editor(new Visitor(site));
const at = recordAt();
const idOf = async (kind, key, of = database) => idIn(await shown(of, kind, key));
const meeting = { 'title.de': 'Ein Treffen', kind: 'forum', status: 'planned', date: '2030', form: 'online' };
const draft = (changes = {}, by = editor) => by.make('activity', { ...meeting, ...changes });

/** Sends the form that `by` was given, as somebody else: with their token. */
async function sendAs(form, who, field = {}) {
  form.visitor = who.visitor;
  form.values.set('form_token', await who.visitor.formToken('/de/arbeitsbereich/profil'));
  return form.set(field).send();
}

test('strangers are sent to sign in, readers and administrators see the record and get no form', async () => {
  const id = await draft();
  for (const kind of kinds) {
    const paths = [at.list(kind), ...(kind === 'site' ? [] : [at.made(kind)])];
    for (const path of paths) assert.ok([303, 401, 403].includes((await stranger.visitor.get(path)).status), path);
  }
  for (const path of [at.record('activity', id), at.edit('activity', id), at.history('activity', id)]) {
    const answer = await stranger.visitor.get(path);
    assert.equal(answer.status, 303);
    assert.match(answer.headers.location, /anmelden/);
  }
  const before = await everything(database);
  for (const who of [reader, boss]) {
    for (const kind of kinds) assert.equal((await who.get(at.list(kind))).status, 200, kind);
    assert.equal((await who.get(at.record('activity', id))).status, 200);
    assert.equal((await who.get(at.history('activity', id))).status, 200);
    for (const kind of kinds.slice(1)) assert.equal((await who.get(at.made(kind))).status, 403, kind);
    assert.equal((await who.get(at.edit('activity', id))).status, 403);
    const page = await who.get(at.record('activity', id));
    assert.deepEqual(page.page.all('form').flatMap((form) => form.all('input')).filter((input) => input.get('name') === 'do'), []);
    assert.doesNotMatch(page.text, /\/bearbeiten"/);
    assert.equal((await sendAs(await editor.open('activity', id), who, { 'title.de': 'Fremd' })).status, 403);
    assert.equal((await sendAs((await editor.open('activity')).set(meeting), who)).status, 403);
    for (const what of ['publish', 'withdraw', 'undo', 'restore'])
      for (const path of [at.record('activity', id), at.history('activity', id)]) {
        const fields = { form_token: await who.visitor.formToken('/de/arbeitsbereich/profil'), do: what, sequence: '1', version: '1', scope: '' };
        assert.equal((await who.visitor.send(path, { method: 'POST', fields })).status, 403, what);
      }
  }
  assert.deepEqual(await everything(database), before);
});

test('an editor changes drafts, not what is public, and publishes nothing', async () => {
  const id = await draft();
  await editor.save('activity', id, { 'title.de': 'Mein Entwurf' });
  await publisher.publish('activity', id);
  const form = await editor.open('activity', id);
  assert.ok(form.buttons.includes('propose') && !form.buttons.includes('save'), 'they may propose a change');
  assert.equal((await sendAs(await publisher.open('activity', id), editor, { 'title.de': 'Trotzdem' })).status, 422);
  const other = await draft({ 'title.de': 'Noch einer' });
  const fields = { form_token: await editor.visitor.formToken('/de/arbeitsbereich/profil'), do: 'publish' };
  assert.equal((await editor.visitor.send(at.record('activity', other), { method: 'POST', fields })).status, 403);
  assert.equal((await site.get(`/api/v1/activities/${other}`)).status, 404);
  assert.equal((await publisher.save('activity', id, { 'title.de': 'Vom Veröffentlichen' })).done, 'saved');
  assert.match((await site.get(`/api/v1/activities/${id}`)).text, /Vom Veröffentlichen/);
  assert.doesNotMatch((await site.get('/api/v1/activities?limit=100')).text, /Trotzdem/);
});

test('the other organisation neither sees nor changes an internal draft', async () => {
  const id = await draft({ 'title.de': 'Nur für uns' });
  const theirs = recordAt('pl');
  for (const path of [theirs.record('activity', id), theirs.edit('activity', id), theirs.history('activity', id)]) {
    const answer = await gzm.get(path);
    assert.equal(answer.status, 404, path);
    assert.doesNotMatch(answer.text, /Nur für uns/);
  }
  assert.ok(!(await gzm.list('activity')).some((each) => each.id === id));
  assert.doesNotMatch((await gzm.get(`${theirs.list('activity')}?q=Nur`)).text, /Nur für uns/);
  const before = await everything(database);
  for (const [path, what] of [[theirs.edit('activity', id), 'save'], [theirs.record('activity', id), 'publish'], [theirs.history('activity', id), 'undo'], [theirs.history('activity', id), 'restore']]) {
    const fields = { form_token: await gzm.visitor.formToken('/pl/panel/profil'), do: what, version: '1', sequence: '1', 'title.de': 'Weg' };
    const answer = await gzm.visitor.send(path, { method: 'POST', fields });
    assert.ok([403, 404, 422].includes(answer.status), `${what}: ${answer.status}`);
    assert.doesNotMatch(answer.text, /Nur für uns/);
  }
  assert.deepEqual(await everything(database), before);
});

test('a draft for the partnership is changed by both sides', async () => {
  const form = (await editor.open('activity')).set({ ...meeting, 'title.de': 'Für beide' });
  const scopes = form.offered.get('draft_for');
  assert.deepEqual(scopes.map((scope) => scope.split('/')[0]), ['organisation', 'partnership'], 'one’s own organisation first');
  const { id } = saved(await form.set({ draft_for: scopes[1] }).send());
  assert.equal((await gzm.save('activity', id, { 'title.pl': 'Dla obu' })).done, 'saved');
  assert.equal((await site.get(`/api/v1/activities/${id}`)).status, 404);
  await gzm.publish('activity', id);
  assert.equal((await site.get(`/api/v1/activities/${id}`)).status, 200);
});

test('nobody makes a draft for others, nor gives a record away', async () => {
  const other = await idOf('organisation', 'gzm');
  const before = await everything(database);
  for (const scope of [`organisation/${other}`, `organisation/00000000-0000-7000-8000-000000000000`]) {
    const form = (await editor.open('activity')).set(meeting);
    form.values.set('draft_for', scope);
    const answer = await form.send();
    assert.ok(answer.status >= 400 && answer.status < 500, `${scope}: ${answer.status}`);
  }
  assert.deepEqual(await everything(database), before);
});

test('each party is changed by its own people only', async () => {
  const [ours, theirs] = [await idOf('organisation', 'rvr'), await idOf('organisation', 'gzm')];
  assert.equal((await publisher.get(at.edit('organisation', theirs))).status, 403);
  assert.equal((await gzm.get(recordAt('pl').edit('organisation', ours))).status, 403);
  const form = await gzm.open('organisation', theirs);
  form.action = at.edit('organisation', theirs);
  const before = await everything(database);
  assert.equal((await sendAs(form, publisher, { address: 'Nirgendwo 1' })).status, 422);
  const fields = { form_token: await publisher.visitor.formToken('/de/arbeitsbereich/profil'), do: 'withdraw', scope: `organisation/${ours}` };
  assert.equal((await publisher.visitor.send(at.record('organisation', theirs), { method: 'POST', fields })).status, 422);
  assert.deepEqual(await everything(database), before);
});

// ---- publishing and withdrawing

test('what a record needs is published with it, and is named before', async () => {
  const place = await editor.make('place', { 'name.de': 'Zechenhaus Nord', country: 'DE' });
  const organisation = await editor.make('organisation', { kind: 'association', 'name.de': 'Zechenverein', country: 'DE', seat: 'Zechenhaus Nord' });
  const form = await (await editor.open('activity')).add('organisations');
  const { id } = saved(await form.set({ ...meeting, 'title.de': 'Zechentag', 'organisations[0].organisation': 'Zechenverein', 'organisations[0].role': 'host' }).send());
  const page = await publisher.words('activity', id);
  assert.match(page, /Zugleich wird veröffentlicht.*Ort: Zechenhaus Nord.*Organisation: Zechenverein|Zugleich wird veröffentlicht.*Organisation: Zechenverein.*Ort: Zechenhaus Nord/);
  await publisher.publish('activity', id);
  for (const path of [`activities/${id}`, `organisations/${organisation}`, `places/${place}`]) assert.equal((await site.get(`/api/v1/${path}`)).status, 200, path);
});

test('what is withdrawn is gone from everywhere, and comes back when it is published again', async () => {
  const id = await draft({ 'title.de': 'Kokstag', date: '3.3.2031', status: 'announced' });
  await publisher.publish('activity', id);
  const address = (await publisher.get(at.record('activity', id))).page.all('a').find((link) => link.text === 'Auf dem Portal ansehen').get('href');
  const places = ['/de/', '/de/chronik', '/de/chronik.csv', '/de/chronik.ics', '/de/chronik.atom', '/sitemap.xml', '/api/v1/activities?limit=100', '/de/suche?q=Kokstag',
    '/de/suche/suggestions.json?q=Koks'];
  const found = async () => (await Promise.all(places.map((path) => site.get(path)))).map(({ text }) => /kokstag/i.test(text.replace(/value="Kokstag"|q=Kokstag|<title>[^<]*<\/title>|„<?[^<]*Kokstag[^<]*“/g, '').replaceAll('&quot;', '')));
  assert.equal((await site.get(address)).status, 200);
  // What the search suggests is read anew in the background; all else is there, and gone, with the answer.
  const suggested = async (wanted) => {
    for (let tries = 0; tries < 200 && (await found()).at(-1) !== wanted; tries += 1) await new Promise((done) => setTimeout(done, 50));
  };
  await suggested(true);
  const before = await found();
  assert.ok(before.filter(Boolean).length >= 6, JSON.stringify(Object.fromEntries(places.map((path, i) => [path, before[i]]))));
  const answer = await publisher.act(at.record('activity', id), 'withdraw');
  assert.match(answer.location, /done=withdrawn$/);
  assert.deepEqual((await found()).slice(0, -1), places.slice(1).map(() => false));
  assert.ok([404, 410].includes((await site.get(address)).status));
  assert.ok([404, 410].includes((await site.get(`/api/v1/activities/${id}`)).status));
  await suggested(false);
  assert.deepEqual(await found(), places.map(() => false));
  assert.ok((await editor.words('activity', id)).includes('Kokstag'), 'it is kept');
  await publisher.publish('activity', id);
  assert.equal((await site.get(address)).status, 200);
});

test('withdrawing what something public needs is refused and changes nothing', async () => {
  const before = await everything(database);
  for (const [kind, key] of [['organisation', 'rvr'], ['partnership', 'ruhr-gzm'], ['source', 'rvr-europe-page']]) {
    const answer = await publisher.act(at.record(kind, await idOf(kind, key)), 'withdraw');
    assert.equal(answer.status, 422, key);
    assert.match(answer.text, /ist für mehr Menschen sichtbar als/);
  }
  assert.deepEqual(await everything(database), before);
});

test('the site is not withdrawn', async () => {
  const before = await everything(database);
  const [{ id }] = await publisher.list('site');
  const fields = { form_token: await publisher.visitor.formToken('/de/arbeitsbereich/profil'), do: 'withdraw', scope: `organisation/${await idOf('organisation', 'rvr')}` };
  assert.equal((await publisher.visitor.send(at.record('site', id), { method: 'POST', fields })).status, 422);
  assert.deepEqual(await everything(database), before);
});

test('an editor who refers to a draft in something public is refused, and nothing is shown', async () => {
  const place = await editor.make('place', { 'name.de': 'Geheimer Schacht', country: 'DE' });
  const organisation = await publisher.make('organisation', { kind: 'association', 'name.de': 'Schachtverein', country: 'DE' });
  await publisher.publish('organisation', organisation);
  const answer = await (await publisher.open('organisation', organisation)).set({ seat: 'Geheimer Schacht' }).send();
  const text = (await site.get(`/api/v1/organisations/${organisation}`)).text + (await site.get(`/api/v1/places/${place}`)).text;
  assert.ok(answer.status === 422 || answer.status === 303);
  assert.doesNotMatch(text, /Geheimer Schacht/);
});

// ---- what somebody cannot see

const hidden = await databaseOf(canaryRecord());
const links = { brzeg: await addUser(hidden, 'ada-nowak', 'brzeg', 'ada@brzeg.example', ['editor', 'publisher']), ufer: await addUser(hidden, 'ada-nowak', 'ufer', 'ada@ufer.example', ['editor', 'publisher']) };
const server = await serve(hidden);
after(() => server.stop());
const other = new Site(server.url);
const members = {};
for (const [name, { link }] of Object.entries(links)) {
  await setPassword(other, link);
  const visitor = new Visitor(other);
  assert.equal((await visitor.signIn(`ada@${name}.example`)).status, 303);
  members[name] = new Editor(visitor);
}
/** What of an open activity is for one organisation only, as it is exported. */
const secret = async (key, word) => (await shown(hidden, 'activity', key)).split('\n').filter((line) => line.includes(word) && !line.startsWith('places:'));

for (const [name, not] of [['brzeg', 'ufer'], ['ufer', 'brzeg']])
  test(`what a member of ${name} cannot see of a record survives what they save`, async () => {
    const key = not === 'brzeg' ? 'open-0' : 'open-1';
    const id = await idOf('activity', key, hidden);
    const kept = await secret(key, `${not}canary`);
    assert.ok(kept.length > 8, kept.join('\n'));
    const page = await members[name].get(at.edit('activity', id));
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, new RegExp(`${not}canary`, 'i'));
    assert.equal((await page.form.send()).location.split('done=')[1], 'unchanged', 'nothing of it counts as removed');
    await members[name].save('activity', id, { 'title.de': `Von ${name}`, 'places[0]': '', 'summary.pl': 'Inaczej' });
    assert.deepEqual(await secret(key, `${not}canary`), kept);
    const yaml = await shown(hidden, 'activity', key);
    assert.match(yaml, new RegExp(`text: Von ${name}`));
    assert.match(yaml, new RegExp(`^places: \\[${not}canary-place\\]$`, 'm'), 'the place they saw is gone, the other is there');
  });

test('it survives a collision, too, and is not shown in it', async () => {
  const id = await idOf('activity', 'open-0', hidden);
  const kept = await secret('open-0', 'brzegcanary');
  const [one, two] = [await members.brzeg.open('activity', id), await members.ufer.open('activity', id)];
  saved(await one.set({ 'title.de': 'Von Brzeg', 'body.de': 'brzegcanary ganz anders' }).send());
  const now = (await secret('open-0', 'brzegcanary')).map((line) => line.trim());
  const answer = await two.set({ 'title.de': 'Von Ufer', 'summary.de': 'Auch von Ufer' }).send();
  assert.equal(answer.status, 409);
  assert.doesNotMatch(answer.text, /brzegcanary/i);
  saved(await answer.form.set({ 'choice:title/de': 'mine' }).send());
  assert.deepEqual((await secret('open-0', 'brzegcanary')).map((line) => line.trim()), now);
  assert.ok(kept.length > 8);
  const yaml = await shown(hidden, 'activity', 'open-0');
  assert.match(yaml, /text: Von Ufer\n/);
  assert.match(yaml, /text: Auch von Ufer\n/);
  assert.match(yaml, /text: brzegcanary ganz anders\n/);
});

for (const [what, changes] of [
  ['a text', { 'body.de': 'Ein Text von Brzeg' }], ['a text of a row', { 'programme[0].description.de': 'Ein Ablauf von Brzeg' }],
  ['a place', { 'programme[0].place': 'Brieg' }], ['an organisation', { 'participants[0].organisation': 'Stadt Ufer' }],
])
  test(`who writes ${what} where others have one that they cannot see neither sees nor overwrites it`, async () => {
    const id = await idOf('activity', 'open-1', hidden);
    const kept = await secret('open-1', 'ufercanary');
    const ids = [await idOf('place', 'ufercanary-place', hidden), await idOf('organisation', 'ufercanary-office', hidden)];
    let answer = await (await members.brzeg.open('activity', id)).set(changes).send();
    for (let times = 0; answer.status === 409 && times < 3; times += 1) {
      assert.doesNotMatch(answer.text, new RegExp(`ufercanary|${ids.join('|')}`, 'i'), 'it stands in what collides');
      for (const [name, [mine]] of answer.form.offered) if (name.startsWith('choice:')) answer.form.set({ [name]: mine });
      answer = await answer.form.send();
    }
    assert.ok(answer.status < 500 && !/ufercanary/i.test(answer.text));
    assert.deepEqual(await secret('open-1', 'ufercanary'), kept);
  });

test('history and restoring show and change nothing of what somebody cannot see', async () => {
  const id = await idOf('activity', 'open-0', hidden);
  const kept = await secret('open-0', 'brzegcanary');
  const history = await members.ufer.get(at.history('activity', id));
  assert.equal(history.status, 200);
  assert.doesNotMatch(history.text, /brzegcanary/i);
  const first = sql(hidden, `SELECT min(sequence) FROM journal WHERE record_id = '${id}'`);
  const answer = await members.ufer.act(at.history('activity', id), 'restore', { sequence: first });
  assert.equal(saved(answer).done, 'restored');
  assert.deepEqual(await secret('open-0', 'brzegcanary'), kept);
  assert.match(await shown(hidden, 'activity', 'open-0'), /text: Offenes Treffen\n/);
});

test('the forms, lists and refusals of every kind name nothing that is hidden', async () => {
  for (const [name, not] of [['brzeg', 'ufer'], ['ufer', 'brzeg']]) {
    const word = new RegExp(`${not}canary`, 'i');
    for (const kind of kinds) {
      assert.doesNotMatch((await members[name].get(at.list(kind))).text, word, kind);
      assert.doesNotMatch((await members[name].get(`${at.list(kind)}?q=Klausur`)).text, word, kind);
      if (kind !== 'site') assert.doesNotMatch((await members[name].get(at.made(kind))).text, word, kind);
      for (const { id } of await members[name].list(kind))
        for (const path of [at.record(kind, id), at.edit(kind, id), at.history(kind, id)]) assert.doesNotMatch((await members[name].get(path)).text, word, path);
    }
    const form = (await members[name].open('activity')).set({ ...meeting, 'places[0]': `${not}canary Ort` });
    const answer = await form.send();
    assert.equal(answer.status, 422);
    const place = await idOf('place', `${not}canary-place`, hidden);
    assert.doesNotMatch(answer.text, new RegExp(place), 'it is not among the choices');
    form.set({ 'places[0]': 'Kraków' });
    form.values.set('places[0].chosen', place);
    const forged = await form.send();
    assert.ok(forged.status === 422 || !(await shown(hidden, 'activity', keyOf(hidden, 'activities', saved(forged).id))).includes(`${not}canary`), 'its id is no way to it');
  }
});

test('withdrawing what somebody else’s hidden record needs is refused without naming it', async () => {
  const answer = await members.brzeg.act(at.record('organisation', await idOf('organisation', 'brzeg', hidden)), 'withdraw');
  assert.equal(answer.status, 422);
  assert.doesNotMatch(answer.text, /ufercanary/i);
});
