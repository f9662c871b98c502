// Proves: two people who change a record at once lose nothing of each other, what somebody cannot see survives what they
// save, and whatever was done can be read in the history and taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor, everything, keyOf, problemsOn, saved, shown, sql } from '../support/editing.js';
import { siteWithPeople } from '../support/people.js';

const { database, person } = await siteWithPeople();
const anna = new Editor(await person('editor'));
const bert = new Editor(await person('publisher'));
const version = (id) => Number(sql(database, `SELECT max(sequence) FROM journal WHERE record_id = '${id}'`));

/** A draft with something in every kind of field. */
async function draft() {
  let form = (await anna.open('activity')).set({ 'title.de': 'Titel', 'title.pl': 'Tytuł', 'title.original': 'de', 'summary.de': 'Kurz', kind: 'forum', status: 'planned', date: '2030',
    form: 'online', 'places[0]': 'Essen', 'series': 'United by Bread' });
  for (const text of ['Eins', 'Zwei', 'Drei']) {
    form = await form.add('outcomes');
    const row = `outcomes[${['Eins', 'Zwei', 'Drei'].indexOf(text)}]`;
    form.set({ [`${row}.text.de`]: text, [`${row}.kind`]: 'next_step' });
  }
  return saved(await form.send()).id;
}

const stored = (id) => shown(database, 'activity', keyOf(database, 'activities', id));

/** What stands in the form of a record now. */
async function fieldsOf(id) {
  const { values } = await bert.open('activity', id);
  values.delete('form_token');
  return values;
}

/** Both open the form; the first sends, then the second. Gives the answer to the second. */
async function atOnce(id, theirs, mine) {
  const one = await anna.open('activity', id);
  const other = await bert.open('activity', id);
  const first = typeof theirs === 'function' ? await theirs(one) : await one.set(theirs).send();
  assert.equal(saved(first).done, 'saved');
  return typeof mine === 'function' ? mine(other) : other.set(mine).send();
}

/** The choices of a collision: names of their fields. */
const choices = (answer) => [...answer.form.offered.keys()].filter((name) => name.startsWith('choice:'));

test('two people who change different fields both get what they wanted', async () => {
  for (const [theirs, mine] of [
    [{ 'title.de': 'Ihr Titel' }, { 'title.pl': 'Mój tytuł' }],
    [{ 'title.de': 'Ihr Titel' }, { 'summary.de': 'Meine Kurzfassung' }],
    [{ date: '2031' }, { status: 'announced' }],
    [{ 'outcomes[0].text.de': 'Ihr Eins' }, { 'outcomes[1].text.de': 'Mein Zwei' }],
    [{ 'outcomes[0].text.de': 'Ihr Eins' }, { 'outcomes[0].due': '2032' }],
  ]) {
    const id = await draft();
    assert.equal(saved(await atOnce(id, theirs, mine)).done, 'saved');
    const now = await fieldsOf(id);
    for (const [name, value] of Object.entries({ ...theirs, ...mine })) assert.equal(now.get(name), value, name);
  }
});

test('references that both add stand beside each other', async () => {
  const id = await draft();
  saved(await atOnce(id, { 'places[1]': 'Kattowitz' }, { 'places[1]': 'Bochum' }));
  assert.match(await stored(id), /^places: \[essen, bochum, katowice\]$/m);
  saved(await atOnce(id, { 'places[0]': '' }, { 'places[3]': 'Brüssel' }));
  assert.match(await stored(id), /^places: \[bochum, katowice, brussels\]$/m);
});

test('the same change by both is no collision', async () => {
  const id = await draft();
  assert.equal(saved(await atOnce(id, { 'title.de': 'Gleich' }, { 'title.de': 'Gleich' })).done, 'unchanged');
});

for (const [what, theirs, mine, path, field] of [
  ['a text', { 'title.de': 'Ihr Titel' }, { 'title.de': 'Mein Titel' }, 'choice:title/de', 'title.de'],
  ['a date', { date: '2031' }, { date: '2032' }, 'choice:date', 'date'],
  ['a choice', { status: 'idea' }, { status: 'announced' }, 'choice:status', 'status'],
  ['a reference', { series: '' }, { series: '#CreateYourope' }, 'choice:series', 'series'],
])
  test(`${what} that both have changed is asked for, and what is chosen holds`, async () => {
    for (const side of ['mine', 'theirs']) {
      const id = await draft();
      const answer = await atOnce(id, theirs, { ...mine, 'summary.de': 'Auch von mir' });
      assert.equal(answer.status, 409, problemsOn(answer).join());
      assert.deepEqual(choices(answer), [path]);
      assert.equal((await fieldsOf(id)).get(field), theirs[field], 'nothing is saved yet');
      assert.equal((await fieldsOf(id)).get('summary.de'), 'Kurz');
      saved(await answer.form.set({ [path]: side }).send());
      const now = await fieldsOf(id);
      assert.equal(now.get(field), { mine, theirs }[side][field], side);
      assert.equal(now.get('summary.de'), 'Auch von mir', 'what did not collide is kept, too');
    }
  });

test('of several fields that collide each is chosen by itself', async () => {
  const id = await draft();
  const answer = await atOnce(id, { 'title.de': 'Ihr Titel', date: '2031', 'outcomes[1].text.de': 'Ihr Zwei' }, { 'title.de': 'Mein Titel', date: '2032', 'outcomes[1].text.de': 'Mein Zwei' });
  assert.equal(answer.status, 409);
  const paths = choices(answer);
  assert.equal(paths.length, 3);
  const row = paths.find((path) => path.startsWith('choice:outcomes/'));
  for (const word of ['Ihr Titel', 'Mein Titel', 'Ihr Zwei', 'Mein Zwei', '2031', '2032']) assert.ok(answer.page.text.includes(word), word);
  saved(await answer.form.set({ 'choice:title/de': 'theirs', 'choice:date': 'mine', [row]: 'theirs' }).send());
  const now = await fieldsOf(id);
  assert.deepEqual(['title.de', 'date', 'outcomes[1].text.de'].map((name) => now.get(name)), ['Ihr Titel', '2032', 'Ihr Zwei']);
});

test('what collides is told in the words of the form, in each language', async () => {
  for (const [language, words] of [['de', ['Geplant', 'Idee', 'Angekündigt', 'Juni 2031', '8.–9. August 2032', 'Stand', 'Wann']], ['pl', ['planowane', 'pomysł', 'zapowiedziane', 'czerwiec 2031', '8–9 sierpnia 2032']], ['en', ['planned', 'idea', 'announced', 'June 2031', '8–9 August 2032']]]) {
    const id = await draft();
    const form = await new Editor(bert.visitor, language).open('activity', id);
    await anna.save('activity', id, { status: 'idea', date: 'Juni 2031', series: '' });
    const answer = await form.set({ status: 'announced', date: '2032-08-08/2032-08-09', series: '#CreateYourope' }).send();
    assert.equal(answer.status, 409);
    for (const word of words) assert.ok(answer.page.text.toLowerCase().includes(word.toLowerCase()), `${word} in ${language}: ${answer.page.one('main').text}`);
    if (language !== 'en') assert.doesNotMatch(answer.page.text, /\b(idea|planned|announced)\b/);
    assert.doesNotMatch(answer.page.text, /[0-9a-f]{8}-[0-9a-f]{4}-7/, 'no ids');
  }
});

for (const [who, theirs, mine] of [
  ['the other has removed and I have changed', (form) => form.send('remove:outcomes[1]').then(({ form: rest }) => rest.send()), { 'outcomes[1].text.de': 'Geändert' }],
  ['the other has changed and I have removed', { 'outcomes[1].text.de': 'Geändert' }, (form) => form.send('remove:outcomes[1]').then(({ form: rest }) => rest.send())],
])
  test(`a row that ${who} is asked for as a whole`, async () => {
    for (const side of ['mine', 'theirs']) {
      const id = await draft();
      const answer = await atOnce(id, theirs, mine);
      assert.equal(answer.status, 409, answer.location);
      assert.equal(choices(answer).length, 1);
      saved(await answer.form.set({ [choices(answer)[0]]: side }).send());
      const changed = (side === 'mine') === (typeof mine !== 'function');
      const now = await fieldsOf(id);
      const texts = [0, 1, 2].map((i) => now.get(`outcomes[${i}].text.de`)).filter(Boolean);
      assert.deepEqual(texts.sort(), changed ? ['Drei', 'Eins', 'Geändert'] : ['Drei', 'Eins'], side);
    }
  });

test('rows that one adds and the other moves or removes do not get in each other’s way', async () => {
  const id = await draft();
  const add = async (form) => (await form.add('outcomes')).set({ 'outcomes[3].text.de': 'Vier', 'outcomes[3].kind': 'outcome' }).send();
  const move = async (form) => (await (await form.send('up:outcomes[1]')).form.send('remove:outcomes[2]')).form.send();
  saved(await atOnce(id, add, move));
  const now = await fieldsOf(id);
  assert.deepEqual([0, 1, 2, 3].map((i) => now.get(`outcomes[${i}].text.de`)), ['Zwei', 'Eins', 'Vier', undefined]);
});

test('a third change between the collision and the answer is asked for again', async () => {
  const id = await draft();
  const first = await atOnce(id, { 'title.de': 'Ihr Titel' }, { 'title.de': 'Mein Titel' });
  await anna.save('activity', id, { 'title.de': 'Noch ein Titel' });
  const second = await first.form.set({ 'choice:title/de': 'mine' }).send();
  assert.equal(second.status, 409);
  assert.ok(second.page.text.includes('Noch ein Titel'));
  assert.equal((await fieldsOf(id)).get('title.de'), 'Noch ein Titel');
  saved(await second.form.set({ 'choice:title/de': 'mine' }).send());
  assert.equal((await fieldsOf(id)).get('title.de'), 'Mein Titel');
  assert.match((await anna.words('activity', id)), /Mein Titel/);
});

test('from the collision one gets back to the form with what one has typed, and still overwrites nobody', async () => {
  const id = await draft();
  const collision = await atOnce(id, { 'title.de': 'Ihr Titel' }, { 'title.de': 'Mein Titel', 'body.de': 'Zeile\n\nZeile' });
  const back = await collision.form.send('edit');
  assert.equal(back.status, 200);
  assert.equal(back.form.get('title.de'), 'Mein Titel');
  assert.equal(back.form.get('body.de'), 'Zeile\n\nZeile');
  assert.equal((await back.form.send()).status, 409);
  assert.equal((await fieldsOf(id)).get('title.de'), 'Ihr Titel');
});

test('a form sent twice saves once', async () => {
  const id = await draft();
  const form = (await anna.open('activity', id)).set({ 'title.de': 'Einmal' });
  saved(await form.send());
  const before = version(id);
  assert.equal(saved(await form.send()).done, 'unchanged');
  assert.equal(version(id), before);
});

test('versions that never were, or of another record, overwrite nothing', async () => {
  const id = await draft();
  const other = await draft();
  const before = await everything(database);
  for (const wrong of ['0', '-1', '1', '999999999', '9223372036854775807', '99999999999999999999', 'x', '', String(version(other))]) {
    const form = (await anna.open('activity', id)).set({ 'title.de': 'Darüber', version: wrong });
    const answer = await form.send();
    assert.ok([409, 422].includes(answer.status), `${wrong}: ${answer.status} ${answer.location}`);
  }
  assert.deepEqual(await everything(database), before);
});

test('ten people who save at the same moment lose nothing', async () => {
  const id = await draft();
  const names = ['title.de', 'title.pl', 'title.en', 'summary.de', 'summary.pl', 'body.de', 'outcomes[0].text.de', 'outcomes[1].text.de', 'outcomes[2].text.de', 'summary.en'];
  const forms = await Promise.all(names.map((_, i) => (i % 2 ? anna : bert).open('activity', id)));
  for (const answer of await Promise.all(forms.map((form, i) => form.set({ [names[i]]: `gleichzeitig ${i}` }).send()))) saved(answer);
  const now = await fieldsOf(id);
  for (const [i, name] of names.entries()) assert.equal(now.get(name), `gleichzeitig ${i}`, name);
});

test('the history says in words who has changed what, from what to what', async () => {
  const id = await draft();
  await bert.save('activity', id, { date: 'Juni 2031', 'title.de': 'Titel mit mehr', 'places[1]': 'Kattowitz', status: 'announced' });
  await bert.publish('activity', id);
  const { page } = await anna.get(anna.at.history('activity', id));
  const [published, changed, created] = page.all('li', (item) => item.classes.includes('history__entry'));
  assert.match(created.text, /Karola Geiß-Netthöfel hat den Eintrag angelegt/);
  assert.match(changed.text, /Jörg Kemna hat geändert/);
  assert.match(changed.text, /Wann 2030 wird zu → Juni 2031/);
  assert.match(changed.text, /Titel \(Deutsch\) Titel mit mehr/);
  assert.deepEqual([changed.all('ins').map((each) => each.text), changed.all('del').map((each) => each.text)],
    [['Angekündigt', 'Juni 2031', 'Essen; Kattowitz', 'mit mehr'], ['Geplant', '2030', 'Essen']], changed.text);
  assert.match(published.text, /Jörg Kemna hat veröffentlicht/);
});

test('an earlier state is restored, as a change of its own', async () => {
  const id = await draft();
  const before = await fieldsOf(id);
  await bert.save('activity', id, { date: '2031', 'title.de': 'Anders', 'outcomes[0].text.de': 'Anders', 'places[0]': 'Kattowitz', 'title.pl': '' });
  saved(await (await (await bert.open('activity', id)).send('remove:outcomes[2]')).form.send());
  const answer = await anna.act(anna.at.history('activity', id), 'restore', { sequence: String(sql(database, `SELECT min(sequence) FROM journal WHERE record_id = '${id}'`)) });
  assert.equal(saved(answer).done, 'restored');
  const after = await fieldsOf(id);
  for (const fields of [before, after]) fields.delete('version');
  assert.deepEqual(new Map([...after].filter(([name]) => !name.includes('.behind.') && !name.includes('.confirmed.'))), before);
  assert.equal((await anna.get(anna.at.history('activity', id))).page.all('li', (item) => item.classes.includes('history__entry')).length, 4, 'nothing is taken out of the history');
});

test('what was saved just now is undone; not when somebody has changed it since', async () => {
  const id = await draft();
  const first = await anna.save('activity', id, { 'title.de': 'Versehen' });
  assert.equal(saved(await anna.act(first.page, 'undo')).done, 'restored');
  assert.equal((await fieldsOf(id)).get('title.de'), 'Titel');

  const second = await anna.save('activity', id, { 'title.de': 'Versehen' });
  const seen = await anna.get(second.page);
  await bert.save('activity', id, { 'summary.de': 'Von Bert' });
  const stale = Object.fromEntries(seen.page.withClass('done-notice')[0].all('input').map((input) => [input.get('name'), input.get('value')]));
  const answer = await anna.visitor.send(anna.at.history('activity', id), { method: 'POST', fields: stale });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /wurde inzwischen geändert/);
  const now = await fieldsOf(id);
  assert.deepEqual([now.get('title.de'), now.get('summary.de')], ['Versehen', 'Von Bert']);
});

test('the notice of a save undoes that save only: who opens it again later sees no way to undo what others did', async () => {
  const id = await draft();
  const mine = await anna.save('activity', id, { 'title.de': 'Von Anna' });
  await bert.save('activity', id, { 'summary.de': 'Von Bert' });
  const { page } = await anna.get(mine.page);
  const forms = page.withClass('done-notice').flatMap((notice) => notice.all('form'));
  assert.equal(forms.length, 0, 'the page was loaded again: its button would undo Bert’s change');
});

test('a state that never was is not restored', async () => {
  const id = await draft();
  await bert.save('activity', id, { 'title.de': 'Anders' });
  const before = await everything(database);
  for (const sequence of ['0', '-1', 'x', '', '99999999999999999999']) {
    const answer = await anna.act(anna.at.history('activity', id), 'restore', { sequence });
    assert.equal(answer.status, 422, sequence);
  }
  assert.deepEqual(await everything(database), before);
});
