// Proves: what somebody has typed and not saved is kept for them alone, as it was typed, until it is saved or thrown
// away; and it never stands in the way of what others save.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor, everything, keyOf, problemsOn, saved, shown, sql } from '../support/editing.js';
import { at, emails, password, siteWithPeople, Visitor } from '../support/people.js';

const { site, database, person, ids } = await siteWithPeople();
const editor = new Editor(await person('editor'));
const publisher = new Editor(await person('publisher'));
const meeting = { 'title.de': 'Ein Treffen', kind: 'forum', status: 'planned', date: '8.8.2030', form: 'online' };

/** The drafts on somebody's desk: [{ name, path, discard }]. */
async function drafts(who, path = at.desk) {
  const { page } = await who.get(path);
  const part = page.withClass('workspace-part').find((each) => /^(Angefangenes|Unfinished work|Niedokończone)$/.test(each.all('h2')[0].text));
  return (part?.all('li') ?? []).map((line) => ({ name: line.all('a')[0].text, path: line.all('a')[0].get('href'), form: line.all('form')[0] }));
}

async function discard(who, { form }) {
  const fields = form.all('input').map((input) => [input.get('name'), input.get('value')]);
  return who.visitor.send(form.get('action'), { method: 'POST', fields });
}

async function discardAll(who) {
  for (const draft of await drafts(who)) assert.equal((await discard(who, draft)).status, 303);
  assert.deepEqual(await drafts(who), []);
}

/** As the script of the form does it. */
async function keepQuietly(form) {
  form.values.set('quietly', 'yes');
  const answer = await form.send('keep');
  form.values.delete('quietly');
  return { status: answer.status, ...JSON.parse(answer.text) };
}

test('a new record is kept, found on the desk, gone on with, and gone from there when it is saved', async () => {
  const before = await everything(database);
  const form = (await editor.open('activity')).set({ 'title.de': 'Halb fertig', date: 'so ungefähr im Mai', 'summary.de': 'Noch ohne\nEnde ' });
  const kept = await form.send('keep');
  assert.equal(kept.status, 303);
  assert.equal(kept.location, `${at.desk}?done=kept`);
  assert.match((await editor.get(kept.location)).page.text, /aufgehoben/);
  assert.deepEqual(await everything(database), before, 'the record does not know of it');

  const [draft, ...others] = await drafts(editor);
  assert.equal(draft.name, 'Halb fertig');
  assert.deepEqual(others, []);
  const opened = await editor.get(draft.path);
  assert.match(opened.page.text, /Gespeichert ist davon noch nichts/);
  assert.equal(opened.form.get('date'), 'so ungefähr im Mai', 'also what could not be saved');
  assert.equal(opened.form.get('summary.de'), 'Noch ohne\nEnde ');
  const refused = await opened.form.set({ ...meeting, date: 'neulich' }).send();
  assert.equal(refused.status, 422);
  assert.equal((await drafts(editor)).length, 1, 'what was refused is not saved');
  const { id, done } = saved(await refused.form.set({ date: '8.8.2030' }).send());
  assert.equal(done, 'created');
  assert.deepEqual(await drafts(editor), []);
  assert.match(await editor.words('activity', id), /Noch ohne/);
});

test('kept again and again, it is one draft', async () => {
  const form = (await editor.open('place')).set({ 'name.pl': 'Chudów' });
  const first = await keepQuietly(form);
  assert.equal(first.status, 200);
  form.set({ draft: first.draft, 'name.pl': 'Chudów nad stawem' });
  assert.equal((await keepQuietly(form)).draft, first.draft);
  assert.deepEqual((await drafts(editor)).map(({ name }) => name), ['Chudów nad stawem']);
  await discardAll(editor);
});

test('a change is kept with the version it was made from: what others save meanwhile is merged', async () => {
  const id = await editor.make('activity', meeting);
  await keepQuietly((await editor.open('activity', id)).set({ 'summary.de': 'Meine Zusammenfassung' }));
  await keepQuietly((await editor.open('activity', id)).set({ 'title.de': 'Mein Titel' }));
  assert.equal((await drafts(editor)).length, 1, 'one draft for a record');
  await publisher.save('activity', id, { status: 'announced' });
  const form = await editor.open('activity', id);
  assert.equal(form.get('summary.de'), 'Meine Zusammenfassung');
  assert.equal(form.get('title.de'), 'Mein Titel');
  assert.equal(form.get('status'), 'planned', 'as it was when it was typed');
  assert.equal(saved(await form.send()).done, 'saved');
  const yaml = await shown(database, 'activity', keyOf(database, 'activities', id));
  assert.match(yaml, /status: announced/, 'theirs');
  assert.match(yaml, /Mein Titel/);
  assert.match(yaml, /Meine Zusammenfassung/);
  assert.deepEqual(await drafts(editor), []);
  assert.doesNotMatch((await editor.get(editor.at.edit('activity', id))).page.text, /noch nichts/);
});

test('a save throws away no draft that another form has kept', async () => {
  const id = await editor.make('activity', meeting);
  const other = await editor.open('activity', id);
  await keepQuietly((await editor.open('activity', id)).set({ 'summary.de': 'Lange getippt' }));
  assert.equal(saved(await other.set({ 'title.de': 'Anderswo gespeichert' }).send()).done, 'saved');
  const form = await editor.open('activity', id);
  assert.equal(form.get('summary.de'), 'Lange getippt');
  assert.equal(saved(await form.send()).done, 'saved');
  const yaml = await shown(database, 'activity', keyOf(database, 'activities', id));
  assert.match(yaml, /Anderswo gespeichert/);
  assert.match(yaml, /Lange getippt/);
});

test('nothing is kept of a record that is not there, or that somebody may not see', async () => {
  const form = await editor.open('activity', await editor.make('activity', meeting));
  form.action = form.action.replace(/[0-9a-f-]{36}/, '01a00000-0000-7000-8000-000000000000');
  assert.equal((await form.send('keep')).status, 403);
  assert.equal(sql(database, "SELECT COUNT(*) FROM account_drafts WHERE record_id LIKE '01a00000-0000%'"), '0');
});

test('a draft that collides asks, and is gone once it is decided', async () => {
  const id = await editor.make('activity', meeting);
  await keepQuietly((await editor.open('activity', id)).set({ 'title.de': 'Mein Titel' }));
  await publisher.save('activity', id, { 'title.de': 'Ihr Titel' });
  const collided = await (await editor.open('activity', id)).send();
  assert.equal(collided.status, 409);
  assert.equal((await drafts(editor)).length, 1);
  assert.equal(saved(await collided.form.send()).done, 'saved');
  assert.deepEqual(await drafts(editor), []);
});

test('nobody else finds, opens or throws away a draft', async () => {
  const kept = await keepQuietly((await editor.open('activity')).set({ 'title.de': 'Ganz allein meins' }));
  const [mine] = await drafts(editor);
  assert.deepEqual(await drafts(publisher), []);
  const opened = await publisher.get(mine.path);
  assert.doesNotMatch(opened.text, /Ganz allein meins/);
  const form = await publisher.open('activity');
  await form.set({ draft: kept.draft }).send('discard');
  assert.equal((await drafts(editor)).length, 1);
  // Kept under the id of somebody else's, it is a draft of one's own.
  const theirs = await keepQuietly((await publisher.open('activity')).set({ draft: kept.draft, 'title.de': 'Von der anderen' }));
  assert.notEqual(theirs.draft, kept.draft);
  assert.equal((await editor.get(mine.path)).form.get('title.de'), 'Ganz allein meins');
  await discardAll(editor);
  await discardAll(publisher);
});

test('a draft is opened in the language in which it was typed', async () => {
  const inPolish = new Editor(editor.visitor, 'pl');
  await keepQuietly((await inPolish.open('activity')).set({ 'title.pl': 'Spotkanie', date: 'lato 2031' }));
  const [draft] = await drafts(editor);
  assert.match(draft.path, /^\/pl\//);
  const answer = await editor.get(draft.path.replace('/pl/panel/kronika/dzialania/nowe', '/de/arbeitsbereich/akte/aktivitaeten/neu'));
  assert.equal(answer.status, 303);
  assert.equal(answer.location, draft.path);
  assert.equal((await editor.get(draft.path)).form.get('date'), 'lato 2031');
  assert.equal((await drafts(editor, '/en/workspace'))[0].name, 'Spotkanie');
  await discardAll(editor);
});

test('a draft of what has become public meanwhile is proposed, and is no draft any more then', async () => {
  const id = await editor.make('activity', meeting);
  await keepQuietly((await editor.open('activity', id)).set({ 'title.de': 'Ein Vorschlag' }));
  await publisher.publish('activity', id);
  const { form } = await editor.get(editor.at.edit('activity', id));
  assert.equal(form.get('title.de'), 'Ein Vorschlag');
  assert.ok(!form.buttons.includes('save'));
  const answer = await form.send('propose');
  assert.equal(answer.status, 303, problemsOn(answer).join());
  assert.match(answer.location, /done=proposed$/);
  assert.deepEqual(await drafts(editor), []);
  assert.doesNotMatch(await shown(database, 'activity', keyOf(database, 'activities', id)), /Ein Vorschlag/);
});

test('no more than fifty new records are begun at a time, and the refusal says so', async () => {
  const form = (await editor.open('source')).set({ 'title.de': 'Viele' });
  for (let i = 0; i < 50; i += 1) assert.equal((await keepQuietly(form)).status, 200);
  const refused = await keepQuietly(form);
  assert.equal(refused.status, 422);
  assert.match(refused.refused, /50/);
  const page = await form.send('keep');
  assert.equal(page.status, 422);
  assert.match(problemsOn(page).join(), /50/);
  assert.equal(page.form.get('title.de'), 'Viele', 'what was typed stays');
  await discardAll(editor);
});

test('what is typed is stored as text and shown as text', async () => {
  const evil = `'); DROP TABLE account_drafts; -- <script>alert(1)</script> \u{1F9EA} Świętochłowice`;
  await keepQuietly((await editor.open('place')).set({ 'name.pl': evil }));
  const [draft] = await drafts(editor);
  assert.equal(draft.name, evil);
  assert.equal((await editor.get(draft.path)).form.get('name.pl'), evil);
  await discardAll(editor);
});

test('a reader keeps nothing, and a forged token neither', async () => {
  const reader = await person('reader');
  assert.equal((await reader.get(editor.at.made('activity'))).status, 403);
  const form = await editor.open('activity');
  form.values.set('form_token', 'forged');
  assert.equal((await form.send('keep')).status, 403);
  assert.deepEqual(await drafts(editor), []);
});

test('one’s own data tell of drafts', async () => {
  await keepQuietly((await editor.open('person')).set({ given_name: 'Wanda', family_name: 'Wasserturm' }));
  assert.equal((await drafts(editor))[0].name, 'Wanda Wasserturm');
  const data = JSON.parse((await editor.get(at.ownData)).text);
  assert.equal(data.drafts[0].kind, 'person');
  assert.equal(data.drafts[0].fields.family_name, 'Wasserturm');
});

test('an account that is closed takes its drafts along', async () => {
  const boss = new Visitor(site);
  await boss.signIn(emails.boss);
  await boss.submit(at.confirm, { password });
  const answer = await boss.submit(`${at.accounts}/${ids.editor}`, { do: 'close' });
  assert.equal(answer.status, 303, answer.text);
  assert.equal(sql(database, 'SELECT COUNT(*) FROM account_drafts'), '0');
});
