// Signing in, and what others try with it: through the door that browsers use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../support/program.js';
import { Visitor, addUser, appCode, at, emails, password, pathOf, setPassword, siteWithPeople } from '../support/people.js';

const { site, server, database, person, ids } = await siteWithPeople();

const sessionOf = (visitor) => visitor.cookies.get('__Host-session');

test('somebody signs in, sees their desk and signs out', async () => {
  const visitor = await person('editor');
  const desk = await visitor.get(at.desk);
  assert.equal(desk.status, 200);
  assert.match(desk.text, /Karola Geiß-Netthöfel/);
  assert.match(desk.text, /Bearbeiten: RVR/);
  const out = await visitor.submit(at.signOut, {}, { on: at.desk });
  assert.equal(out.headers.location, `${at.signIn}?done=out`);
  const after = await visitor.get(at.desk);
  assert.equal(after.status, 303);
  assert.equal(after.headers.location, `${at.signIn}?next=${encodeURIComponent(at.desk)}`);
});

test('a session that was signed out is worth nothing, also when somebody has kept its cookie', async () => {
  const visitor = await person('editor');
  const kept = sessionOf(visitor);
  await visitor.submit(at.signOut, {}, { on: at.desk });
  const thief = new Visitor(site);
  thief.cookies.set('__Host-session', kept);
  assert.equal((await thief.get(at.desk)).status, 303);
});

test('cookies are for this host only, over https, and no script reads them', async () => {
  const visitor = new Visitor(site);
  const answer = await visitor.signIn(emails.editor);
  const cookies = [answer.headers['set-cookie']].flat();
  assert.equal(cookies.length, 2);
  for (const cookie of cookies) {
    assert.match(cookie, /^__Host-(session|device)=/);
    for (const attribute of ['Secure', 'HttpOnly', 'Path=/', 'SameSite=Lax']) assert.ok(cookie.includes(`; ${attribute}`), cookie);
    assert.doesNotMatch(cookie, /Domain/i);
  }
  assert.doesNotMatch(cookies.find((cookie) => cookie.startsWith('__Host-session')), /Max-Age|Expires/i);
});

test('a session that was there before signing in is not taken over (session fixation)', async () => {
  const visitor = new Visitor(site);
  const planted = 'A'.repeat(43);
  visitor.cookies.set('__Host-session', planted);
  await visitor.signIn(emails.editor);
  assert.notEqual(sessionOf(visitor), planted);
  const attacker = new Visitor(site);
  attacker.cookies.set('__Host-session', planted);
  assert.equal((await attacker.get(at.desk)).status, 303);
});

test('what is wrong is said without telling who has an account', async () => {
  const answers = [];
  for (const [email, secret] of [[emails.reader, 'something else 12'], ['nobody@rvr.example', password], ['no address', password], ['', '']]) {
    const answer = await new Visitor(site, { 'x-forwarded-for': `192.0.2.${answers.length + 1}` }).signIn(email, secret);
    assert.equal(answer.status, 422);
    answers.push(answer.text.replace(/<input[^>]*>/g, ''));
    assert.match(answer.text, /E-Mail-Adresse oder Passwort stimmt nicht/);
    assert.equal(answer.headers['set-cookie'], undefined);
  }
  assert.equal(new Set(answers).size, 1, 'the pages are the same but for what was typed');
});

test('forms of other sites are refused', async () => {
  const visitor = await person('reader');
  const token = await visitor.formToken(at.profile);
  const send = (fields, headers) => visitor.send(at.profile, { method: 'POST', fields, headers });
  const good = { form_token: token, do: 'language', language: 'de' };
  assert.equal((await send(good, {})).status, 303);
  assert.equal((await send(good, { origin: 'https://elsewhere.example' })).status, 403);
  assert.equal((await send(good, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await send(good, { origin: 'null' })).status, 403);
  assert.equal((await send({ ...good, form_token: 'A'.repeat(43) }, {})).status, 403);
  assert.equal((await send({ do: 'language', language: 'de' }, {})).status, 403);
  const other = await person('editor');
  assert.equal((await send({ ...good, form_token: await other.formToken(at.profile) }, {})).status, 403, 'the token of another session');
  assert.equal((await visitor.send(at.signOut)).status, 405, 'nothing changes by GET');
});

test('after signing in one goes on to a page of this site and to no other', async () => {
  for (const [next, target] of [[`${at.profile}`, at.profile], ['https://elsewhere.example/', at.desk], ['//elsewhere.example', at.desk],
    ['/\\elsewhere.example', at.desk], ['javascript:alert(1)', at.desk], ['/%2f%2felsewhere.example', at.desk], ['/de/\r\nX: y', at.desk]]) {
    const answer = await new Visitor(site).submit(at.signIn, { email: emails.editor, password, next });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, target, next);
  }
});

test('a link sets a password once', async () => {
  const { link } = await addUser(database, 'josef-hovenjuergen', 'rvr', 'once@rvr.example', ['reader']);
  const visitor = new Visitor(site);
  const page = await visitor.get(pathOf(link));
  assert.equal(page.status, 200);
  assert.equal(page.headers['referrer-policy'], 'same-origin');
  assert.match(page.headers['cache-control'], /no-store/);
  const short = await visitor.submit(pathOf(link), { password: 'kurz', repeated: 'kurz' });
  assert.equal(short.status, 422);
  assert.match(short.text, /id="password-error"/);
  const different = await visitor.submit(pathOf(link), { password, repeated: `${password}!` });
  assert.match(different.text, /id="repeated-error"/);
  await setPassword(site, link);
  const again = await visitor.get(pathOf(link));
  assert.equal(again.status, 404);
  assert.match(again.text, /gilt nicht mehr/);
  assert.equal((await visitor.send(pathOf(link), { method: 'POST', fields: { form_token: await visitor.formToken(at.signIn), password: 'Zechenturm im Nebel', repeated: 'Zechenturm im Nebel' } })).status, 404);
  assert.equal((await new Visitor(site).signIn('once@rvr.example', 'Zechenturm im Nebel')).status, 422);
  assert.equal((await visitor.get('/de/passwort-festlegen/nonsense')).status, 404);
});

test('guessing is slowed down for strangers, and the owner comes in from a browser that is known', async () => {
  const { link } = await addUser(database, 'maciej-biskupski', 'gzm', 'guessed@gzm.example', ['reader']);
  await setPassword(site, link);
  const owner = new Visitor(site, { 'x-forwarded-for': '203.0.113.1' });
  assert.equal((await owner.signIn('guessed@gzm.example')).status, 303);
  owner.cookies.delete('__Host-session');
  const stranger = new Visitor(site, { 'x-forwarded-for': '198.51.100.9' });
  let answer;
  for (let attempt = 0; attempt < 20 && answer?.status !== 429; ++attempt) answer = await stranger.signIn('guessed@gzm.example', `wrong guess ${attempt}!`);
  assert.equal(answer.status, 429);
  assert.match(answer.text, /Zu viele Versuche\. Der nächste ist in \d+ Sekunden? möglich\./);
  assert.equal((await owner.signIn('guessed@gzm.example')).status, 303);
});

test('the second factor: set up, asked for, each code once, recovery codes', async () => {
  const { link } = await addUser(database, 'victoria-krebber', 'rvr', 'second@rvr.example', ['editor'], ['--demand-second-factor']);
  await setPassword(site, link);
  const visitor = new Visitor(site);
  const first = await visitor.signIn('second@rvr.example');
  assert.equal(first.headers.location, at.secondFactor, 'demanded: that is all that may be done');
  assert.equal((await visitor.get(at.desk)).headers.location, at.secondFactor);
  const before = sessionOf(visitor);
  const page = await visitor.get(at.secondFactor);
  const secret = /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(page.text)[1];
  const sealed = /name="sealed" value="([^"]+)"/.exec(page.text)[1];
  const form_token = /name="form_token" value="([^"]+)"/.exec(page.text)[1];
  const wrong = await visitor.send(at.secondFactor, { method: 'POST', fields: { form_token, sealed, code: '000000' } });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes(secret), 'the same secret again');
  const set = await visitor.send(at.secondFactor, { method: 'POST', fields: { form_token, sealed, code: appCode(secret) } });
  assert.equal(set.status, 200);
  const codes = [...set.text.matchAll(/<li><code>([a-z0-9-]+)<\/code>/g)].map(([, code]) => code);
  assert.equal(codes.length, 10);
  assert.notEqual(sessionOf(visitor), before, 'another token for more rights');
  assert.equal((await visitor.get(at.desk)).status, 200);

  const again = new Visitor(site);
  const half = await again.signIn('second@rvr.example');
  assert.equal(half.headers.location, at.code);
  assert.equal(again.cookies.has('__Host-device'), false);
  for (const path of [at.desk, at.profile, at.ownData]) assert.match((await again.get(path)).headers.location, /zweiter-faktor/, path);
  assert.equal((await again.submit(at.code, { code: appCode(secret) })).status, 422, 'the code that set it up was used');
  const halfSession = sessionOf(again);
  const next = await again.submit(at.code, { code: appCode(secret, Date.now() + 30_000) });
  assert.equal(next.status, 303, 'a clock may be half a minute off');
  assert.notEqual(sessionOf(again), halfSession);

  const third = new Visitor(site);
  await third.signIn('second@rvr.example');
  assert.equal((await third.submit(at.code, { code: appCode(secret, Date.now() + 30_000) })).status, 422, 'replayed');
  assert.equal((await third.submit(at.code, { code: codes[0].toUpperCase() })).status, 303);
  const fourth = new Visitor(site);
  await fourth.signIn('second@rvr.example');
  assert.equal((await fourth.submit(at.code, { code: codes[0] })).status, 422, 'a recovery code works once');
});

test('a new password ends all other sessions', async () => {
  const { link } = await addUser(database, 'garrelt-duin', 'gzm', 'change@gzm.example', ['reader']);
  await setPassword(site, link);
  const [here, there] = [new Visitor(site), new Visitor(site)];
  await here.signIn('change@gzm.example');
  await there.signIn('change@gzm.example');
  const before = sessionOf(here);
  const wrong = await here.submit(at.password, { current: 'not this one at all', password: 'Zechenturm im Nebel', repeated: 'Zechenturm im Nebel' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /id="current-error"/);
  const changed = await here.submit(at.password, { current: password, password: 'Zechenturm im Nebel', repeated: 'Zechenturm im Nebel' });
  assert.equal(changed.status, 303);
  assert.notEqual(sessionOf(here), before);
  assert.equal((await here.get(at.desk)).status, 200);
  assert.equal((await there.get(at.desk)).status, 303);
});

test('sessions are listed and can be ended, one’s own only', async () => {
  const here = await person('publisher', { 'user-agent': 'Here/1' });
  const there = await person('publisher', { 'user-agent': 'There <script>/2' });
  const page = await here.get(at.profile);
  assert.match(page.text, /Here\/1/);
  assert.match(page.text, /There &lt;script&gt;\/2/);
  const id = /There[^]*?name="session" value="([^"]+)"/.exec(page.text)[1];
  const foreign = await person('foreign');
  await foreign.submit(at.profile, { do: 'end_session', session: id });
  assert.equal((await there.get(at.desk)).status, 200, 'nobody else can end it');
  await here.submit(at.profile, { do: 'end_session', session: id });
  assert.equal((await there.get(at.desk)).status, 303);
  assert.equal((await here.get(at.desk)).status, 200);
});

test('one’s own data come as a file, without secrets', async () => {
  const visitor = await person('publisher');
  const answer = await visitor.get(at.ownData);
  assert.equal(answer.status, 200);
  assert.match(answer.headers['content-disposition'], /attachment/);
  const data = JSON.parse(answer.text);
  assert.equal(data.email, emails.publisher);
  assert.deepEqual(data.roles, [{ role: 'publisher', for: 'RVR' }]);
  assert.ok(data.events.some(({ event }) => event === 'signed_in'));
  assert.doesNotMatch(answer.text, /argon2|token|secret/);
});

test('under an address where browsers know no passkeys, none are offered', async () => {
  const visitor = await person('reader');
  const page = await visitor.get(at.passkeys);
  assert.equal(page.status, 200);
  assert.match(page.text, /Unter der Adresse dieser Website gibt es keine Passkeys/);
  assert.doesNotMatch(page.text + (await new Visitor(site).get(at.signIn)).text, /data-passkey/);
  const answer = await visitor.submit(at.passkeys, { label: 'x', client_data: 'e30', attestation: 'oA' }, { on: at.profile });
  assert.equal(answer.status, 422);
});

test('what is for one reader is kept by nobody and found by no search engine', async () => {
  const visitor = await person('boss');
  for (const path of [at.signIn, at.desk, at.profile, at.accounts, at.newAccount, at.events, `${at.accounts}/${ids.editor}`]) {
    const answer = await visitor.get(path);
    assert.match(answer.headers['cache-control'], /no-store/, path);
    if (answer.status === 200) assert.match(answer.text, /<meta name="robots" content="noindex">/, path);
  }
});

test('neither passwords nor tokens nor codes get into the log', async () => {
  const visitor = await person('reader');
  const { link } = await addUser(database, 'karola-geiss-netthoefel', 'gzm', 'log@gzm.example', ['reader']);
  await visitor.get(pathOf(link));
  await visitor.get(pathOf(link).replace('/de/', '/en/'));
  const written = JSON.stringify(server.log);
  for (const secret of [password, encodeURIComponent(password), sessionOf(visitor), link.split('/').pop(), emails.reader])
    assert.ok(!written.includes(secret), 'a secret is in the log');
});

test('with another key nobody signs in, and a key that is lost is not made anew', async () => {
  const lost = await run(['serve', '--database', database, '--key-file', `${database}.other`, '--listen', '127.0.0.1:0']);
  assert.equal(lost.code, 1);
  assert.match(lost.all, /other/);
});
