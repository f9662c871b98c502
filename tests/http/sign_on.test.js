// Signing in through the office, over HTTP: with oidc-provider as a real provider, and with one that lies, dawdles or
// answers nothing. What the browser does is done by hand, so that it can be done wrongly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OfficeBrowser, comeBack, entry, leave, realOffice, roleRules, signOnFile, siteWithOffices, signedToken, signingKey, toldOffice } from '../support/office.js';
import { Visitor, at, emails } from '../support/people.js';
import { run } from '../support/program.js';

let real;
const told = await toldOffice();
const other = await toldOffice();
const hostile = await toldOffice();
const { site, server, person, ids } = await siteWithOffices(async (url) => {
  real = await realOffice(url, ['office']);
  return [
    entry('office', real.issuer, { name: '{ de: Anmeldedienst des RVR, en: RVR office }', more: roleRules }),
    entry('told', told.issuer, { more: roleRules }),
    entry('other', other.issuer, { more: roleRules }),
    entry('hostile', hostile.issuer),
  ];
});

const cookie = '__Host-sign-on';
const stays = /^\/de\/anmelden\?problem=/;

/** Somebody at the office that does as it is told, with the claims of one of our people. */
function be(office, who, more = {}) {
  office.claims = { sub: `${who}-at-office`, email: emails[who], email_verified: true, ...more };
}

async function signInTold(office, key, visitor = new Visitor(site)) {
  const { address } = await leave(visitor, key);
  return { visitor, answer: await comeBack(visitor, office.answer(address)) };
}

async function problemOf(answer) {
  assert.equal(answer.status, 303, answer.text);
  const found = /[?&]problem=(\w+)/.exec(answer.headers.location);
  return found ? found[1] : `none: ${answer.headers.location}`;
}

const editorPage = async () => {
  const boss = await person('boss');
  return { boss, path: `${at.accounts}/${ids.editor}`, text: (await boss.get(`${at.accounts}/${ids.editor}`)).text };
};

test('the page for signing in has a button for each provider, in its language', async () => {
  const visitor = new Visitor(site);
  const german = (await visitor.get(at.signIn)).text;
  assert.match(german, /Anmelden über Anmeldedienst des RVR/);
  assert.match((await visitor.get('/en/sign-in')).text, /Sign in with RVR office/);
  assert.match((await visitor.get('/pl/logowanie')).text, /Zaloguj się przez: Anmeldedienst des RVR/);
  assert.equal((german.match(/name="through"/g) ?? []).length, 4);
});

test('somebody signs in at a real provider, goes on to the page that was asked for, and gets the roles of the office', async () => {
  const office = new OfficeBrowser(real.issuer);
  real.people.set('geiss', { email: emails.editor, email_verified: true, groups: ['interregio-publishers'] });
  const visitor = new Visitor(site);
  const { address } = await leave(visitor, 'office', { next: at.profile });
  const asked = new URL(address).searchParams;
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.equal(asked.get('scope'), 'openid email profile');
  assert.equal(asked.get('prompt'), null);
  const back = await office.go(address, 'geiss');
  const answer = await comeBack(visitor, back);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.location, at.profile);
  assert.equal(visitor.cookies.has(cookie), false, 'the attempt is over');
  const profile = await visitor.get(at.profile);
  assert.equal(profile.status, 200);
  assert.match(profile.text, /Veröffentlichen: RVR/);

  // The roles change at the office: the next sign-in takes and gives them; what an administrator gave stays.
  const page = await editorPage();
  assert.match(page.text, /kommt von „Anmeldedienst des RVR“/);
  real.people.set('geiss', { email: emails.editor, email_verified: true, groups: [] });
  const again = new Visitor(site);
  const second = await comeBack(again, await office.go((await leave(again, 'office')).address, 'geiss'));
  assert.equal(second.headers.location, at.desk);
  assert.equal(office.forms, 1, 'the office knows who it is');
  assert.doesNotMatch((await editorPage()).text, /kommt von/);
  assert.match((await again.get(at.profile)).text, /Bearbeiten: RVR/);
  assert.equal((await visitor.get(at.profile)).status, 303, 'sessions with the old roles have ended');

  const events = (await page.boss.get(at.events)).text;
  for (const words of ['über Anbieter angemeldet', 'mit Anbieter verknüpft', 'Rolle vom Anbieter erhalten', 'Rolle vom Anbieter beendet'])
    assert.ok(events.includes(words), words);

  // One's own data; they ask who it is.
  const confirm = await again.get(at.ownData);
  assert.match(confirm.headers.location, /bestaetigen/);
  const proof = await leave(again, 'office', { page: at.confirm, next: at.ownData });
  assert.equal(new URL(proof.address).searchParams.get('prompt'), 'login');
  assert.equal(new URL(proof.address).searchParams.get('max_age'), '0');
  const proved = await comeBack(again, await office.go(proof.address, 'geiss'));
  assert.equal(office.forms, 2, 'the office has asked again');
  assert.equal(proved.headers.location, at.ownData);
  const data = JSON.parse((await again.get(at.ownData)).text);
  assert.deepEqual(data.sign_ons.map(({ provider, issuer, subject }) => ({ provider, issuer, subject })), [{ provider: 'office', issuer: real.issuer, subject: 'geiss' }]);

  // Signing out here leads to the office, which signs out and sends back.
  const out = await again.submit(at.signOut, {}, { on: at.profile });
  assert.equal(out.status, 200);
  assert.doesNotMatch(out.text, /Netthöfel/, 'nobody is signed in any more');
  const leaving = /^0; url=(.+)$/.exec(out.headers.refresh)[1];
  assert.equal((await again.get(at.profile)).status, 303);
  const signedOut = await comeBack(again, await office.go(leaving, 'geiss'));
  assert.equal(signedOut.headers.location, `${at.signIn}?done=out`);
  const anew = new Visitor(site);
  await office.go((await leave(anew, 'office')).address, 'geiss');
  assert.equal(office.forms, 3, 'the office has forgotten who it was');
});

test('a code that a real provider has given works once', async () => {
  const office = new OfficeBrowser(real.issuer);
  real.people.set('hoeber', { email: emails.reader, email_verified: true });
  const visitor = new Visitor(site);
  const { address } = await leave(visitor, 'office');
  const attempt = visitor.cookies.get(cookie);
  const back = await office.go(address, 'hoeber');
  assert.equal((await comeBack(visitor, back)).headers.location, at.desk);
  visitor.cookies.set(cookie, attempt);
  assert.equal(await problemOf(await comeBack(visitor, back)), 'stale', 'the whole address again');
  // The code in an attempt of its own: the provider refuses it.
  const thief = new Visitor(site);
  const stolen = new URL(back);
  stolen.searchParams.set('state', new URL((await leave(thief, 'office')).address).searchParams.get('state'));
  assert.equal(await problemOf(await comeBack(thief, stolen.href)), 'provider');
});

test('somebody without an account is told whom to ask, and nothing is made', async () => {
  told.claims = { sub: 'stranger', email: 'stranger@rvr.example', email_verified: true, groups: ['interregio-publishers'] };
  const { visitor, answer } = await signInTold(told, 'told');
  assert.equal(await problemOf(answer), 'no_account');
  const page = await visitor.get(answer.headers.location);
  assert.match(page.text, /Dort sind Sie bekannt/);
  assert.match(page.text, /Person, die bei RVR die Konten verwaltet/);
  const boss = await person('boss');
  assert.doesNotMatch((await boss.get(at.accounts)).text, /stranger/);
});

test('an e-mail address counts only where the provider has verified it, and only in its own organisation', async () => {
  be(told, 'publisher', { email_verified: false });
  assert.equal(await problemOf((await signInTold(told, 'told')).answer), 'no_account');
  be(told, 'publisher', { email_verified: 'true' });
  assert.equal(await problemOf((await signInTold(told, 'told')).answer), 'no_account', 'text is not true');
  be(told, 'foreign');
  assert.equal(await problemOf((await signInTold(told, 'told')).answer), 'no_account', 'of GZM');
});

test('a suspended account does not get in, and its binding can be removed', async () => {
  be(told, 'reader');
  assert.equal((await signInTold(told, 'told')).answer.headers.location, at.desk);
  const boss = await person('boss');
  const path = `${at.accounts}/${ids.reader}`;
  assert.equal((await boss.submit(path, { do: 'suspend' })).status, 303);
  assert.equal(await problemOf((await signInTold(told, 'told')).answer), 'no_account');
  assert.equal((await boss.submit(path, { do: 'resume' })).status, 303);
  const { visitor, answer } = await signInTold(told, 'told');
  assert.equal(answer.headers.location, at.desk);
  // Another person of the office with this address is not this account.
  be(told, 'reader', { sub: 'somebody-else' });
  assert.equal(await problemOf((await signInTold(told, 'told')).answer), 'no_account');
  assert.match((await boss.get(path)).text, /Verknüpfung lösen/);
  assert.equal((await boss.submit(path, { do: 'remove_sign_on', issuer: told.issuer })).status, 303);
  assert.equal((await visitor.get(at.desk)).status, 303, 'its sessions have ended');
  assert.doesNotMatch((await boss.get(path)).text, new RegExp(told.issuer));
  assert.match((await boss.get(at.events)).text, /Verknüpfung mit Anbieter gelöst/);
  assert.equal((await signInTold(told, 'told')).answer.headers.location, at.desk, 'now it is');
  assert.equal((await person('foreign').then((foreign) => foreign.send(path, { method: 'POST', fields: { form_token: 'x', do: 'remove_sign_on', issuer: told.issuer } }))).status, 403);
});

test('a second factor of the account is asked for, unless the office says that it has seen one', async () => {
  be(told, 'publisher');
  const boss = await person('boss');
  assert.equal((await boss.submit(`${at.accounts}/${ids.publisher}`, { do: 'demand' })).status, 303);
  assert.equal((await signInTold(told, 'told')).answer.headers.location, at.secondFactor, 'has to set one up');
  be(told, 'publisher', { amr: ['pwd', 'mfa'] });
  assert.equal((await signInTold(told, 'told')).answer.headers.location, at.desk);
  assert.equal((await boss.submit(`${at.accounts}/${ids.publisher}`, { do: 'allow' })).status, 303);
});

test('what comes back counts only in the browser that began (CSRF), from the provider that was asked (mix-up), once', async () => {
  be(told, 'publisher');
  be(other, 'boss');
  const visitor = new Visitor(site);
  const { address } = await leave(visitor, 'told');
  const victim = new Visitor(site);
  assert.equal(await problemOf(await comeBack(victim, told.answer(address))), 'stale', 'a browser that did not begin');
  const own = await leave(victim, 'told');
  const kept = victim.cookies.get(cookie);
  assert.equal(await problemOf(await comeBack(victim, told.answer(address))), 'stale', 'a state of another browser');
  assert.equal(victim.cookies.get(cookie), kept, 'what it has begun itself goes on');

  // Mix-up (RFC 9700, 4.4): the answer of one provider at the address of the other, or with its name.
  const mixed = new URL(told.answer(own.address));
  mixed.pathname = '/sign-on/other';
  assert.equal(await problemOf(await comeBack(victim, mixed.href)), 'stale');
  assert.equal(await problemOf(await comeBack(victim, told.answer(own.address, { iss: other.issuer }))), 'invalid');
  for (const iss of [null, '', `${told.issuer}/`]) {
    const again = new Visitor(site);
    assert.equal(await problemOf(await comeBack(again, told.answer((await leave(again, 'told')).address, { iss }))), 'invalid', `iss ${iss}`);
  }
  assert.equal(other.asked['/token'] ?? 0, 0, 'no code was given to the other');

  const attempt = visitor.cookies.get(cookie);
  const back = told.answer(address);
  assert.equal((await comeBack(visitor, back)).headers.location, at.desk);
  visitor.cookies.set(cookie, attempt);
  assert.equal(await problemOf(await comeBack(visitor, back)), 'stale', 'used');
  const twice = new Visitor(site);
  const double = told.answer((await leave(twice, 'told')).address);
  assert.equal(await problemOf(await comeBack(twice, `${double}&state=x`)), 'stale', 'a parameter twice counts as never');
  const altered = new Visitor(site);
  const begun = told.answer((await leave(altered, 'told')).address);
  altered.cookies.set(cookie, `${altered.cookies.get(cookie).slice(0, -2)}AA`);
  assert.equal(await problemOf(await comeBack(altered, begun)), 'stale', 'a cookie that we have not made');
});

test('after signing in one goes on to a page of this site and to no other', async () => {
  be(told, 'publisher');
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    const visitor = new Visitor(site);
    const { address } = await leave(visitor, 'told', { next });
    assert.equal((await comeBack(visitor, told.answer(address))).headers.location, at.desk, next);
  }
});

test('beginning takes the form of our own page', async () => {
  const visitor = new Visitor(site);
  assert.equal((await visitor.send(at.signIn, { method: 'POST', fields: { through: 'told' } })).status, 403);
  assert.equal((await visitor.submit(at.signIn, { through: 'told' }, { headers: { origin: 'https://evil.example' } })).status, 403);
  assert.equal((await visitor.get('/sign-on/nobody')).status, 404);
  assert.equal((await visitor.send('/sign-on/told', { method: 'HEAD' })).status, 404);
});

test('who it is must be shown anew at the office: not by an old sign-in, and not by somebody else', async () => {
  be(told, 'publisher');
  const { visitor } = await signInTold(told, 'told');
  be(told, 'publisher', { auth_time: Math.floor(Date.now() / 1000) - 3600 });
  const prove = async () => comeBack(visitor, told.answer((await leave(visitor, 'told', { page: at.confirm, next: at.ownData })).address));
  assert.equal(await problemOf(await prove()), 'not_again', 'auth_time an hour ago');
  be(told, 'publisher', { auth_time: undefined });
  assert.equal(await problemOf(await prove()), 'not_again', 'no auth_time');
  be(told, 'reader');
  const refused = await prove();
  assert.equal(await problemOf(refused), 'not_again', 'somebody else');
  assert.match((await visitor.get(refused.headers.location)).text, /noch einmal gefragt/);
  be(told, 'publisher');
  assert.equal((await prove()).headers.location, at.ownData);
});

test('a token counts only with the right signature, for us, for now, and for this attempt', async () => {
  const now = Math.floor(Date.now() / 1000);
  const key = told.key;
  const wrong = {
    'another nonce': (claims) => signedToken({ ...claims, nonce: 'x' }, key),
    'no nonce': (claims) => signedToken({ ...claims, nonce: undefined }, key),
    'another issuer': (claims) => signedToken({ ...claims, iss: other.issuer }, key),
    'for another': (claims) => signedToken({ ...claims, aud: 'somebody' }, key),
    'for another party': (claims) => signedToken({ ...claims, aud: ['interregio', 'somebody'], azp: 'somebody' }, key),
    'over': (claims) => signedToken({ ...claims, exp: now - 120 }, key),
    'from the future': (claims) => signedToken({ ...claims, iat: now + 300 }, key),
    'another key': (claims) => signedToken(claims, { ...signingKey('first') }),
    'no algorithm': (claims) => signedToken(claims, key, { alg: 'none' }),
    'a shared secret': (claims) => signedToken(claims, key, { alg: 'HS256' }),
    'another type': (claims) => signedToken(claims, key, { typ: 'at+jwt' }),
    'an extension': (claims) => signedToken(claims, key, { crit: ['exp'] }),
    'no token': () => 'not a token',
  };
  be(told, 'publisher');
  for (const [what, tokens] of Object.entries(wrong)) {
    told.tokens = tokens;
    const { visitor, answer } = await signInTold(told, 'told');
    assert.equal(await problemOf(answer), 'invalid', what);
    assert.equal(visitor.cookies.has('__Host-session'), false, what);
  }
  told.tokens = null;
  assert.equal((await signInTold(told, 'told')).answer.headers.location, at.desk);
});

test('a new key of the provider is fetched once, and unknown keys are not asked for again and again', async () => {
  be(other, 'publisher');
  assert.equal((await signInTold(other, 'other')).answer.headers.location, at.desk);
  const before = other.asked['/keys'];
  other.key = signingKey('second');
  other.published = [other.key.public];
  assert.equal((await signInTold(other, 'other')).answer.headers.location, at.desk);
  assert.equal(other.asked['/keys'], before + 1);
  other.key = signingKey('third');
  for (let i = 0; i < 3; ++i) assert.equal(await problemOf((await signInTold(other, 'other')).answer), 'invalid');
  assert.equal(other.asked['/keys'], before + 1, 'once a minute');
});

test('what the provider knows of a failure is not shown, and a refusal there is', async () => {
  be(told, 'publisher');
  const visitor = new Visitor(site);
  const { address } = await leave(visitor, 'told');
  assert.equal(await problemOf(await comeBack(visitor, told.answer(address, { code: null, error: 'access_denied' }))), 'cancelled');
  const second = new Visitor(site);
  const answer = await comeBack(second, told.answer((await leave(second, 'told')).address, { code: null, error: 'server_error', error_description: '<script>alert(1)</script>' }));
  assert.equal(await problemOf(answer), 'provider');
  assert.doesNotMatch((await second.get(answer.headers.location)).text, /alert\(1\)/);
});

test('neither codes nor tokens nor states get into the log', async () => {
  be(told, 'publisher');
  const visitor = new Visitor(site);
  const back = told.answer((await leave(visitor, 'told')).address);
  await comeBack(visitor, back);
  const log = JSON.stringify(server.log);
  const { searchParams } = new URL(back);
  for (const secret of [searchParams.get('code'), searchParams.get('state'), visitor.cookies.get('__Host-session'), 'only for tests', 'publisher-at-office']) assert.ok(!log.includes(secret), secret);
});

test('a file that is wrong is refused with its line, what is wrong and how to mend it, in three languages', async () => {
  const file = signOnFile([entry('office', 'http://login.example'), entry('other', 'https://login.example', { more: '    account_claim: email\n' })]);
  const said = { de: /nie neu vergeben wird: sub/, en: /never given out again: sub/, pl: /nigdy nie jest przydzielana ponownie: sub/ };
  for (const [language, words] of Object.entries(said)) {
    const refused = await run(['serve', '--language', language, '--database', server.database, '--listen', '127.0.0.1:0', '--base-url', 'http://localhost:1', '--sign-on', file]);
    assert.equal(refused.code, 1, refused.all);
    assert.match(refused.stderr, /sign-on\.yaml:4:\d+: providers\[0\]\.issuer: .*http:\/\/login\.example/);
    assert.match(refused.stderr, /sign-on\.yaml:16:\d+: providers\[1\]\.account_claim: /);
    assert.match(refused.stderr, words);
  }
  const addressless = await run(['serve', '--language', 'en', '--database', server.database, '--listen', '127.0.0.1:0', '--sign-on', file]);
  assert.match(addressless.stderr, /--base-url has to be given/);
});

// ---- a provider that wants to do harm; it is left alone for ten seconds after each failure, so these come last
const html = (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><p>Hello');
const redirect = (answer) => answer.writeHead(302, { location: `${told.issuer}/keys` }).end();
const leftAlone = () => new Promise((done) => setTimeout(done, 10_500));

test('a provider that sends too much, elsewhere, nonsense or nothing costs little, and everybody else goes on', { timeout: 240_000 }, async () => {
  const well = '/.well-known/openid-configuration';
  const huge = (answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(65_536, 0x20);
    const more = () => {
      while (!answer.destroyed && answer.write(chunk));
    };
    answer.on('drain', more);
    answer.on('error', () => {});
    more();
  };
  const drip = (answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => (answer.destroyed ? clearInterval(timer) : answer.write(' ')), 200);
  };
  const metadata = { huge: (_, answer) => huge(answer), drip: (_, answer) => drip(answer), silent: () => {}, redirect: (_, answer) => redirect(answer), html: (_, answer) => html(answer) };
  for (const [what, handler] of Object.entries(metadata)) {
    hostile.misbehave = { [well]: handler };
    const visitor = new Visitor(site);
    const token = await visitor.formToken(at.signIn);
    const began = Date.now();
    let slowest = 0;
    const all = [1, 2, 3, 4].map(() => visitor.send(at.signIn, { method: 'POST', fields: { form_token: token, through: 'hostile' } }));
    const done = Promise.all(all);
    let waiting = true;
    done.finally(() => (waiting = false));
    while (waiting) {
      const asked = Date.now();
      assert.equal((await site.get('/de/')).status, 200);
      slowest = Math.max(slowest, Date.now() - asked);
      await new Promise((go) => setTimeout(go, 50));
    }
    for (const answer of await done) assert.match(answer.headers.location, /problem=(unreachable|busy)/, what);
    assert.ok(Date.now() - began < 9000, `${what}: ${Date.now() - began} ms`);
    assert.ok(slowest < 1000, `${what}: a public page took ${slowest} ms`);
    // A password is still checked while it is so.
    assert.equal((await new Visitor(site).signIn(emails.editor)).status, 303);
    await leftAlone();
  }
  // The same with the answer to a code: nothing of it is followed or believed.
  hostile.misbehave = {};
  be(hostile, 'publisher');
  const tokens = { redirect: ['provider', (_, answer) => redirect(answer)], html: ['invalid', (_, answer) => html(answer)], silent: ['unreachable', () => {}] };
  for (const [what, [expected, handler]] of Object.entries(tokens)) {
    hostile.misbehave = { '/token': handler };
    const before = told.asked['/keys'];
    assert.equal(await problemOf((await signInTold(hostile, 'hostile')).answer), expected, what);
    assert.equal(told.asked['/keys'], before, 'no redirect is followed');
  }
  assert.ok(stays.test((await leave(new Visitor(site), 'told')).refused ?? `${at.signIn}?problem=`), 'others are not held up');
});
