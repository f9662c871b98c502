// Proves: publishing with more than one person and at a set time, as a browser without script does it, in three languages:
// asking, agreeing, declining, taking back; proposing a change of what is public; the rules; what becomes public by itself
// at its time, also after the server was killed; and that nobody learns of a request who does not see the record.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { canaryRecord } from '../support/canaries.js';
import { Editor, PageForm, idIn, problemsOn, recordAt, saved, shown, sql } from '../support/editing.js';
import { Visitor, addUser, setPassword, siteWithPeople } from '../support/people.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';

const words = {
  de: { requests: '/de/arbeitsbereich/anfragen', rules: '/de/arbeitsbereich/freigaberegeln', request: 'anfrage', agreed: 'Zugestimmt: Jörg Kemna', empty: 'Im Moment wartet nichts', asked: 'Die Anfrage ist gestellt', missing: 'jemandem, der diesen Eintrag veröffentlichen darf', past: 'Dieser Zeitpunkt ist schon vorbei' },
  pl: { requests: '/pl/panel/prosby', rules: '/pl/panel/zasady-publikacji', request: 'prosba', agreed: 'Zgoda: Jörg Kemna', empty: 'żadna prośba nie czeka', asked: 'Prośba została złożona', missing: 'osoba z prawem publikacji tego wpisu', past: 'Ten czas już minął' },
  en: { requests: '/en/workspace/requests', rules: '/en/workspace/publishing-rules', request: 'request', agreed: 'Agreed: Jörg Kemna', empty: 'Nothing waits for your agreement', asked: 'You have asked', missing: 'somebody who may publish this entry', past: 'That time has already passed' },
};

const { site, server, database, person } = await siteWithPeople();
const join = async (key, organisation, email, roles) => {
  await setPassword(site, (await addUser(database, key, organisation, email, roles)).link);
  const visitor = new Visitor(site);
  assert.equal((await visitor.signIn(email)).status, 303);
  return visitor;
};
const silesian = await join('maciej-biskupski', 'gzm', 'm@gzm.example', ['publisher']);
const visitors = { editor: await person('editor'), publisher: await person('publisher'), reader: await person('reader'), boss: await person('boss'), silesian };
const as = (who, language = 'de') => new Editor(visitors[who], language);
const meeting = { 'title.de': 'Ein Treffen', kind: 'forum', status: 'planned', date: '2030', form: 'online' };
const at = recordAt();
const idOf = async (kind, key) => idIn(await shown(database, kind, key));
const state = (id) => sql(database, `SELECT state FROM publication_requests WHERE record_id = '${id}' ORDER BY asked_at DESC, id DESC LIMIT 1`);
const isPublic = async (id) => (await site.get(`/api/v1/activities/${id}`)).status === 200;
const edition = (id) => sql(database, `SELECT edition FROM activities WHERE id = '${id}'`);
const text = (answer) => answer.page.text.replace(/\s+/g, ' ');
const ask = (who, id, fields = {}, language = 'de') => as(who, language).act(recordAt(language).record('activity', id), 'ask', fields);
const schedule = (id, fields, who = as('publisher')) => who.act(at.record('activity', id), 'schedule', fields);
const agree = (who, id, language = 'de') => as(who, language).act(recordAt(language).record('activity', id), 'agree');

/** A draft by the editor; of the partnership where the other side is to see it. */
async function draft(changes = {}, { shared = false } = {}) {
  const form = (await as('editor').open('activity')).set({ ...meeting, ...changes });
  if (shared) form.set({ draft_for: form.offered.get('draft_for')[1] });
  return saved(await form.send()).id;
}

/** Switches a rule as an administrator does; gives what has to be done to end it again. */
async function rule(scope, what = 'set', who = 'boss') {
  const path = words.de.rules;
  const answer = await visitors[who].submit(path, { do: what, scope });
  assert.equal(answer.status, 303, answer.text);
  assert.match(answer.headers.location, /done=saved/);
}
const ofRuhr = `organisation/${await idOf('organisation', 'rvr')}`;
const ofBoth = `partnership/${await idOf('partnership', 'ruhr-gzm')}`;

/** Lets the time of what waits come: moves it in the database, while the server serves. */
function timeComes(id, of = database) {
  const changed = spawnSync('sqlite3', [of, `PRAGMA busy_timeout = 5000; UPDATE publication_requests SET due_at = 1 WHERE record_id = '${id}' AND state = 'waiting'`], { encoding: 'utf8' });
  assert.equal(changed.status, 0, changed.stderr);
}
async function until(holds, seconds = 15) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((done) => setTimeout(done, 100)))
    if (await holds()) return;
  assert.fail('it does not come');
}

for (const [language, said] of Object.entries(words))
  test(`an editor asks, a publisher finds it on the desk and agrees (${language})`, async () => {
    const id = await draft({ 'title.de': `Anfrage ${language}` });
    const page = await as('editor', language).get(recordAt(language).record('activity', id));
    assert.ok(text(page).includes(said.missing), text(page));
    const asked = await ask('editor', id, { 'request-note': `Bitte <b>ansehen</b> ${language}` }, language);
    assert.equal(asked.status, 303, asked.text);
    assert.ok(text(await as('editor', language).get(asked.location)).includes(said.asked));
    assert.equal(await isPublic(id), false);
    assert.ok(text(await as('publisher', language).get(`/${said.requests.split('/')[1]}/${said.requests.split('/')[2]}`)).match(/1 (Anfrage|prośba|request)/));
    const list = await as('publisher', language).get(said.requests);
    assert.ok(text(list).includes(`Bitte <b>ansehen</b> ${language}`) && !list.text.includes('<b>ansehen'), 'the note is text');
    assert.ok(list.page.all('a').some((link) => link.get('href') === recordAt(language).record('activity', id)));
    const agreed = await agree('publisher', id, language);
    assert.match(agreed.location, /done=published$/);
    assert.equal(await isPublic(id), true);
    assert.ok(text(await as('publisher', language).get(said.requests)).includes(said.empty));
    const history = text(await as('reader', language).get(recordAt(language).history('activity', id)));
    assert.ok(history.includes(said.agreed), history);
    const late = await ask('editor', await draft(), { 'request-day': '2020-01-01', 'request-time': '10:00' }, language);
    assert.equal(late.status, 422);
    assert.ok(text(late).includes(said.past));
  });

test('an editor proposes a change of what is public; it is shown in words and saved in their name', async () => {
  const id = await draft({ 'title.de': 'Vorschlag' });
  await ask('editor', id);
  await agree('publisher', id);
  const form = await as('editor').open('activity', id);
  assert.ok(form.buttons.includes('propose') && !form.buttons.includes('save'));
  const preview = await form.set({ 'title.de': 'Wie es wäre' }).send('preview:de');
  assert.equal(preview.status, 200, 'what is proposed can be looked at first');
  assert.match(preview.text, /Wie es wäre/);
  const refused = await form.set({ 'title.de': 'Neuer Titel', date: 'neulich', 'request-note': 'wegen des Titels' }).send('propose');
  assert.equal(refused.status, 422);
  assert.match(problemsOn(refused).join(), /neulich/);
  assert.equal(refused.form.get('request-note'), 'wegen des Titels', 'what was typed is still there');
  const proposed = await refused.form.set({ date: '2030' }).send('propose');
  assert.match(proposed.location ?? proposed.text, /done=proposed$/);
  assert.doesNotMatch((await site.get(`/api/v1/activities/${id}`)).text, /Neuer Titel/);
  assert.match(text(await as('publisher').get(at.record('activity', id))), /Was sich ändert.*Titel \(Deutsch\).*wegen des Titels|wegen des Titels.*Was sich ändert.*Titel \(Deutsch\)/);
  // Somebody else's cannot be overwritten, one's own can.
  const other = await (await as('publisher').open('activity', id)).set({ 'title.de': 'Dritter' });
  other.values.set('request-day', '1.1.2031');
  other.values.set('request-time', '10:00');
  const taken = await other.send('schedule');
  assert.equal(taken.status, 422);
  assert.match(problemsOn(taken).join(), /Karola Geiß-Netthöfel hat für diesen Eintrag schon etwas angefragt/);
  assert.match((await agree('publisher', id)).location, /done=saved$/);
  assert.match((await site.get(`/api/v1/activities/${id}`)).text, /Neuer Titel/);
  const history = text(await as('publisher').get(at.history('activity', id)));
  assert.match(history, /Karola Geiß-Netthöfel hat[^.]*geändert.*Zugestimmt: Jörg Kemna/);
});

test('what was changed since it was shown is not published, and is shown anew', async () => {
  const id = await draft({ 'title.de': 'Vorher' });
  await ask('editor', id);
  const before = await as('publisher').get(at.record('activity', id));
  const element = before.page.all('form').find((form) => form.all('input').some((input) => input.get('value') === 'agree'));
  await as('editor').save('activity', id, { 'title.de': 'Nachher' });
  const form = new PageForm(visitors.publisher, element);
  const answer = await form.sendFields([...form.values]);
  assert.equal(answer.status, 422);
  assert.match(answer.text, /wurde geändert, seit Sie ihn gesehen haben/);
  for (const version of ['0', '-1', '999999', '1e9', '']) {
    const forged = await form.sendFields([...form.values].map(([name, value]) => [name, name === 'version' ? version : value]));
    assert.equal(forged.status, 422, version);
  }
  assert.equal(await isPublic(id), false);
  assert.match((await agree('publisher', id)).location, /done=published$/);
  const twice = await form.sendFields([...form.values]);
  assert.equal(twice.status, 422);
  assert.match(twice.text, /schon erledigt/);
});

test('declining needs a reason, which the one who asked reads; taking back is for oneself', async () => {
  const id = await draft({ 'title.de': 'Abgelehnt' });
  await ask('editor', id);
  const silent = await as('publisher').act(at.record('activity', id), 'decline');
  assert.equal(silent.status, 422);
  assert.match(problemsOn(silent).join(), /warum Sie ablehnen/);
  assert.equal((await as('publisher').act(at.record('activity', id), 'decline', { why: 'Das Datum <i>fehlt</i>' })).status, 303);
  assert.equal(state(id), 'declined');
  assert.match(text(await as('editor').get(words.de.requests)), /Abgelehnt von Jörg Kemna.*Das Datum <i>fehlt<\/i>/);
  await ask('editor', id);
  const fields = { form_token: await visitors.publisher.formToken('/de/arbeitsbereich/profil'), do: 'take_back', request: sql(database, `SELECT id FROM publication_requests WHERE record_id = '${id}' AND state = 'open'`) };
  assert.equal((await visitors.publisher.send(`${at.record('activity', id)}/anfrage`, { method: 'POST', fields })).status, 422);
  assert.equal((await as('editor').act(at.record('activity', id), 'take_back')).status, 303);
  assert.equal(state(id), 'taken_back');
});

test('with the rule of an organisation nobody publishes what they made, nor changes alone what is public', async () => {
  await rule(ofRuhr);
  try {
    const id = saved(await (await as('publisher').open('activity')).set({ ...meeting, 'title.de': 'Vier Augen' }).send()).id;
    const page = await as('publisher').get(at.record('activity', id));
    assert.match(text(page), /einer zweiten Person, die veröffentlichen darf/);
    const fields = { form_token: await visitors.publisher.formToken('/de/arbeitsbereich/profil'), do: 'publish' };
    const alone = await visitors.publisher.send(at.record('activity', id), { method: 'POST', fields });
    assert.equal(alone.status, 422);
    assert.match(alone.text, /nur mit der Zustimmung anderer möglich/);
    assert.equal(await isPublic(id), false);
    const theirs = await draft({ 'title.de': 'Von der Redaktion' });
    await as('publisher').publish('activity', theirs);
    const form = await as('publisher').open('activity', theirs);
    assert.ok(form.buttons.includes('propose') && !form.buttons.includes('save'));
    const saving = await form.set({ 'title.de': 'Allein' }).send('save');
    assert.equal(saving.status, 422);
    assert.match(problemsOn(saving).join(), /Freigaberegel/);
    assert.doesNotMatch((await site.get(`/api/v1/activities/${theirs}`)).text, /Allein/);
    // Taking it back needs nobody.
    assert.match((await as('publisher').act(at.record('activity', theirs), 'withdraw')).location, /done=withdrawn/);
  } finally {
    await rule(ofRuhr, 'end');
  }
  assert.match(text(await as('boss').get('/de/arbeitsbereich/protokoll')), /Freigaberegel ausgeschaltet: RVR.*Freigaberegel eingeschaltet: RVR/);
});

test('with the rule of the partnership the other side agrees, from what it is shown', async () => {
  await rule(ofBoth, 'set', 'boss');
  try {
    const id = saved(await (await as('publisher').open('activity')).set({ ...meeting, 'title.de': 'Gemeinsam' }).tick(`partnerships.${ofBoth.split('/')[1]}`).send()).id;
    assert.equal((await as('silesian', 'pl').get(recordAt('pl').record('activity', id))).status, 404);
    assert.match(text(await as('publisher').get(at.record('activity', id))), /Zustimmung von: GZM.*Entwurf mit der Anfrage gezeigt/);
    assert.equal((await ask('publisher', id)).status, 303);
    assert.equal(await isPublic(id), false);
    const page = text(await as('silesian', 'pl').get(recordAt('pl').record('activity', id)));
    assert.match(page, /Kto jeszcze musi wyrazić zgodę GZM/);
    assert.match((await agree('silesian', id, 'pl')).location, /done=published$/);
    assert.equal(await isPublic(id), true);
  } finally {
    await rule(ofBoth, 'end', 'boss');
  }
});

test('rules are for administrators who have just shown who they are', async () => {
  for (const who of ['editor', 'publisher', 'reader', 'silesian']) assert.equal((await visitors[who].get(words.de.rules)).status, 403, who);
  const before = sql(database, 'SELECT count(*) FROM publishing_rules');
  const foreign = await visitors.boss.submit(words.de.rules, { do: 'set', scope: `organisation/${await idOf('organisation', 'gzm')}` });
  assert.equal(foreign.status, 422);
  for (const [what, scope] of [['set', 'organisation/x'], ['other', ofRuhr], ['set', '']])
    assert.equal((await visitors.boss.submit(words.de.rules, { do: what, scope })).status, 422);
  assert.equal(sql(database, 'SELECT count(*) FROM publishing_rules'), before);
  for (const { rules } of Object.values(words)) assert.equal((await visitors.boss.get(rules)).status, 200);
});

test('at its time it becomes public by itself, everywhere at once; a planned change, too', async () => {
  const id = saved(await (await as('publisher').open('activity')).set({ ...meeting, 'title.de': 'Sperrfrist', date: '2.2.2031' }).send()).id;
  const timeline = async () => (await site.get('/de/chronik')).text.includes('Sperrfrist');
  for (const [day, time, message] of [['', '', /Bitte geben Sie Tag und Uhrzeit an/], ['', '10:00', /fehlt noch der Tag/], ['2.3.2099', '', /fehlt noch die Uhrzeit/], ['März 2099', '10:00', /kein einzelner Tag/], ['2.3.2099', '25:00', /keine Uhrzeit/]]) {
    const wrong = await schedule(id, { 'request-day': day, 'request-time': time });
    assert.equal(wrong.status, 422, `${day} ${time}`);
    assert.match(problemsOn(wrong).join(), message);
  }
  assert.match((await schedule(id, { 'request-day': '2. März 2099', 'request-time': '10:00' })).location, /done=waiting$/);
  assert.match(text(await as('publisher').get(at.record('activity', id))), /wird von selbst öffentlich: 2. März 2099, 10:00 UTC/);
  assert.equal(await timeline(), false);
  timeComes(id);
  await until(() => isPublic(id));
  assert.equal(await timeline(), true, 'the page that was kept is made anew');
  assert.equal(state(id), 'published');
  const form = await as('publisher').open('activity', id);
  assert.ok(form.buttons.includes('save') && form.buttons.includes('schedule') && !form.buttons.includes('propose'));
  assert.equal((await (await as('publisher').open('activity', id)).set({ 'title.de': 'Sofort' }).send('schedule')).status, 422, 'without a time nothing is changed at once');
  assert.match((await form.set({ 'title.de': 'Nach der Sperrfrist', 'request-day': '2.3.2099', 'request-time': '10:00' }).send('schedule')).location, /done=waiting$/);
  timeComes(id);
  await until(async () => (await site.get('/de/chronik')).text.includes('Nach der Sperrfrist'));
  assert.ok(server.log.some((line) => line.event === 'published at its time'));
});

test('what was changed after it was agreed to is not published at its time, and they are told', async () => {
  const id = await draft({ 'title.de': 'Zu früh geändert' });
  await ask('editor', id, { 'request-day': '2.3.2099', 'request-time': '10:00' });
  assert.match((await agree('publisher', id)).location, /done=waiting$/);
  await as('editor').save('activity', id, { 'title.de': 'Später geändert' });
  timeComes(id);
  await until(() => state(id) === 'failed');
  assert.equal(await isPublic(id), false);
  for (const who of ['editor', 'publisher']) assert.match(text(await as(who).get(words.de.requests)), /Später geändert.*Nicht ausgeführt.*nach der Zustimmung geändert/, who);
});

// ---- who may not

test('readers, administrators and strangers neither ask nor answer', async () => {
  const id = await draft({ 'title.de': 'Nur zum Lesen' });
  await ask('editor', id, { 'request-note': 'geheimer Hinweis' });
  const request = sql(database, `SELECT id FROM publication_requests WHERE record_id = '${id}'`);
  for (const who of ['reader', 'boss']) {
    for (const what of ['ask', 'agree', 'decline', 'take_back']) {
      const fields = { form_token: await visitors[who].formToken('/de/arbeitsbereich/profil'), do: what, request, version: '1', why: 'nein' };
      assert.equal((await visitors[who].send(`${at.record('activity', id)}/anfrage`, { method: 'POST', fields })).status, 403, `${who} ${what}`);
    }
    assert.doesNotMatch((await visitors[who].get(at.record('activity', id))).text, /geheimer Hinweis/, 'only who may propose reads it');
    assert.equal((await visitors[who].get(words.de.requests)).status, 403);
  }
  const fields = { form_token: await visitors.silesian.formToken('/pl/panel/profil'), do: 'agree', request, version: '1' };
  const foreign = await visitors.silesian.send(`${recordAt('pl').record('activity', id)}/prosba`, { method: 'POST', fields });
  assert.equal(foreign.status, 404);
  assert.doesNotMatch(foreign.text + (await visitors.silesian.get(words.pl.requests)).text, /geheimer Hinweis|Nur zum Lesen/);
  assert.equal(state(id), 'open');
});

test('what is internal to one side stays so in what is proposed', async () => {
  const hidden = await databaseOf(canaryRecord());
  const links = { brzeg: await addUser(hidden, 'ada-nowak', 'brzeg', 'ada@brzeg.example', ['editor', 'publisher']), ufer: await addUser(hidden, 'ada-nowak', 'ufer', 'ada@ufer.example', ['editor', 'publisher']) };
  const other = await serve(hidden);
  after(() => other.stop());
  const members = {};
  for (const [name, { link }] of Object.entries(links)) {
    await setPassword(new Site(other.url), link);
    const visitor = new Visitor(new Site(other.url));
    assert.equal((await visitor.signIn(`ada@${name}.example`)).status, 303);
    members[name] = new Editor(visitor);
  }
  const id = idIn(await shown(hidden, 'activity', 'open-0'));
  const field = (await members.brzeg.open('activity', id)).values;
  const texts = [...field].filter(([name, value]) => /brzegcanary/.test(value) && /\.(de|pl|en)$/.test(name));
  assert.ok(texts.length > 0, 'brzeg sees its own words in the form');
  const form = await members.brzeg.open('activity', id);
  for (const [name, value] of texts) form.set({ [name]: `${value} brzegcanary neu` });
  form.set({ 'title.de': 'Offen geändert', 'request-note': 'bitte', 'request-day': '2.3.2099', 'request-time': '10:00' });
  const proposed = await form.send('schedule');
  assert.match(proposed.location ?? problemsOn(proposed).join() + proposed.text, /done=waiting$/);
  const seen = await members.brzeg.get(at.record('activity', id));
  assert.match(seen.text, /brzegcanary neu/);
  for (const path of [at.record('activity', id), words.de.requests, at.history('activity', id)]) {
    const page = await members.ufer.get(path);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, /brzegcanary/i, path);
  }
  assert.match(text(await members.ufer.get(at.record('activity', id))), /Was sich ändert Titel \(Deutsch\) OffenesOffen Treffengeändert/, 'what is for both is shown to both');
});

test('a server that is killed between the agreement and its time publishes it once it runs again, once', async () => {
  const own = await databaseOf((await import('../support/program.js')).demo);
  const { link } = await addUser(own, 'joerg-kemna', 'rvr', 'p@rvr.example', ['publisher']);
  let running = await serve(own);
  after(() => running.stop());
  await setPassword(new Site(running.url), new URL(link, running.url).href);
  const visitor = new Visitor(new Site(running.url));
  assert.equal((await visitor.signIn('p@rvr.example')).status, 303);
  const publisher = new Editor(visitor);
  const id = await publisher.make('activity', meeting);
  assert.match((await schedule(id, { 'request-day': '2.3.2099', 'request-time': '10:00' }, publisher)).location, /done=waiting$/);
  assert.equal(await running.stop('SIGKILL'), 'SIGKILL');
  timeComes(id, own);
  const entries = Number(sql(own, 'SELECT count(*) FROM journal'));
  for (let round = 0; round < 3; round += 1) {
    running = await serve(own);
    const again = new Site(running.url);
    await until(async () => (await again.get(`/api/v1/activities/${id}`)).status === 200);
    assert.equal(Number(sql(own, 'SELECT count(*) FROM journal')), entries + 1);
    if (round < 2) await running.stop('SIGKILL');
  }
});
