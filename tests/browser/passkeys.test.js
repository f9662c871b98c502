// Passkeys in a real browser, with the authenticator that Chromium has for tests (Chrome DevTools Protocol, WebAuthn):
// made, used, removed; and what is refused.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab } from '../support/browser.js';
import { addUser, at, emails, password, setPassword, signInBy, siteWithPasskeys, Visitor } from '../support/people.js';

const { site, database, person, ids } = await siteWithPasskeys();
const browser = await launch();
after(() => browser.close());
const pictures = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (pictures) mkdirSync(pictures, { recursive: true });

/** A tab with an authenticator: { tab, authenticator, add, credentials, … }. */
async function tabWithAuthenticator(options = {}, tabOptions = {}) {
  const view = await openTab(browser, site, tabOptions);
  const session = await view.context.newCDPSession(view.tab);
  await session.send('WebAuthn.enable');
  const add = async (more = {}) => {
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true, ...options, ...more },
    });
    return authenticatorId;
  };
  const authenticatorId = await add();
  const credentials = async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  return { ...view, session, authenticatorId, add, credentials };
}

const signIn = (tab, email) => signInBy(tab, site, email);

async function makePasskey(tab, name) {
  await tab.goto(site.url + at.passkeys);
  await tab.getByLabel('Name des Passkeys').fill(name);
  await tab.getByRole('button', { name: 'Passkey anlegen' }).click();
  await tab.getByText('Ihr Passkey ist angelegt').waitFor();
}

async function signOut(tab) {
  await tab.getByRole('button', { name: 'Abmelden' }).first().click();
  await tab.getByText('Sie sind abgemeldet').waitFor();
}

const usePasskey = (tab) => tab.getByRole('button', { name: 'Mit Passkey anmelden' }).click();

/** An account of its own for one test. */
async function somebody(who, organisation, name, more = []) {
  const email = `${name}@${organisation}.example`;
  const { link, account } = await addUser(database, who, organisation, email, ['reader'], more);
  await setPassword(site, link);
  return { email, account };
}

/** What a page sends to `path` is caught and not sent; gives its fields. */
async function catchForm(tab, path, press) {
  let caught;
  const done = new Promise((found) => (caught = found));
  await tab.route(site.url + path, (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    caught(Object.fromEntries(new URLSearchParams(route.request().postData())));
    return route.abort();
  });
  await press();
  const fields = await done;
  await tab.unroute(site.url + path);
  return fields;
}

/** A visitor without a browser, with the cookies of a tab. */
async function sameCookies(view) {
  const visitor = new Visitor(site);
  for (const { name, value } of await view.context.cookies()) visitor.cookies.set(name, value);
  return visitor;
}

const decoded = (text) => Buffer.from(text, 'base64url');
const events = async (boss) => (await boss.get(at.events)).text;

test('somebody makes a passkey, signs in with it and nothing else, and removes it', async () => {
  const { email } = await somebody('josef-hovenjuergen', 'rvr', 'whole');
  const view = await tabWithAuthenticator();
  const { tab } = view;
  await signIn(tab, email);
  await makePasskey(tab, 'Diensthandy');
  assert.equal((await view.credentials()).length, 1);
  const [credential] = await view.credentials();
  assert.ok(credential.isResidentCredential);
  assert.equal(credential.rpId, 'localhost');
  assert.match(await tab.locator('main').innerText(), /Diensthandy[^]*noch nicht benutzt/);
  // The same authenticator again: it says so itself, as the page names the passkeys that there are.
  await tab.goto(site.url + at.passkeys);
  await tab.getByRole('button', { name: 'Passkey anlegen' }).click();
  await tab.getByText('Auf diesem Gerät ist für Ihr Konto schon ein Passkey angelegt').waitFor();
  await signOut(tab);
  await usePasskey(tab);
  await tab.getByRole('heading', { name: /Guten Tag, Josef Hovenjürgen/ }).waitFor();
  await tab.goto(site.url + at.profile);
  assert.match(await tab.locator('main').innerText(), /Diensthandy[^]*zuletzt benutzt/);
  const own = JSON.parse((await (await sameCookies(view)).get(at.ownData)).text);
  assert.deepEqual(own.passkeys.map(({ label }) => label), ['Diensthandy']);
  assert.ok(own.passkeys[0].made_at && own.passkeys[0].used_at);
  assert.doesNotMatch(JSON.stringify(own), new RegExp(decoded(credential.credentialId).toString('base64url').slice(0, 12)));
  await tab.getByRole('button', { name: 'Entfernen' }).click();
  await tab.getByRole('status').waitFor();
  assert.equal(await tab.getByText('Diensthandy').count(), 0);
  await signOut(tab);
  await usePasskey(tab);
  await tab.getByText('Mit diesem Passkey können Sie sich hier nicht anmelden').waitFor();
  const log = await events(await person('boss'));
  for (const words of ['Passkey angelegt', 'mit Passkey angemeldet', 'Passkey entfernt']) assert.ok(log.includes(words), words);
  await view.close();
});

test('where a second factor is demanded, a passkey is one, and no code is asked for', async () => {
  const { email } = await somebody('josef-hovenjuergen', 'gzm', 'demanded', ['--demand-second-factor']);
  const view = await tabWithAuthenticator();
  const { tab } = view;
  await signIn(tab, email);
  await tab.getByRole('heading', { name: 'Zweiten Faktor einrichten' }).waitFor();
  await tab.getByRole('link', { name: 'Passkey anlegen' }).click();
  await tab.getByRole('button', { name: 'Passkey anlegen' }).click();
  await tab.getByRole('heading', { name: /Guten Tag/ }).waitFor();
  await signOut(tab);
  await usePasskey(tab);
  await tab.getByRole('heading', { name: /Guten Tag/ }).waitFor();
  // It is the only one, and stays.
  await tab.goto(site.url + at.profile);
  await tab.getByRole('button', { name: 'Entfernen' }).click();
  await tab.getByText('ein zweiter Faktor vorgeschrieben').first().waitFor();
  await signOut(tab);
  // With the password, the passkey is what is missing.
  await signIn(tab, email);
  await tab.getByText('Jetzt fehlt noch Ihr Passkey').waitFor();
  assert.equal(await tab.getByRole('textbox', { name: 'Code' }).count(), 0);
  assert.equal(await tab.getByText('JavaScript').isVisible(), false);
  assert.deepEqual(await accessibilityProblems(tab), []);
  await tab.goto(site.url + at.desk);
  await tab.waitForURL(/zweiter-faktor/);
  await usePasskey(tab);
  await tab.getByRole('heading', { name: /Guten Tag/ }).waitFor();
  await view.close();
});

test('a passkey confirms who it is before what is dangerous', async () => {
  const { email } = await somebody('victoria-krebber', 'rvr', 'confirm');
  const view = await tabWithAuthenticator();
  const { tab } = view;
  await signIn(tab, email);
  await tab.goto(site.url + at.confirm);
  assert.equal(await tab.getByRole('button', { name: 'Mit Passkey bestätigen' }).count(), 0, 'without one');
  await makePasskey(tab, 'Schlüssel');
  await tab.goto(`${site.url}${at.confirm}?next=${at.password}`);
  const before = (await view.context.cookies()).find(({ name }) => name === '__Host-session').value;
  await tab.getByRole('button', { name: 'Mit Passkey bestätigen' }).click();
  await tab.waitForURL(site.url + at.password);
  assert.notEqual((await view.context.cookies()).find(({ name }) => name === '__Host-session').value, before, 'a new token');
  await view.close();
});

test('what was sent once works once, in this browser, from this site, and for this only', async () => {
  const { email } = await somebody('victoria-krebber', 'gzm', 'replay');
  const view = await tabWithAuthenticator();
  const { tab } = view;
  await signIn(tab, email);
  await makePasskey(tab, 'Schlüssel');
  await signOut(tab);

  const fields = await catchForm(tab, at.signIn, () => usePasskey(tab));
  const visitor = await sameCookies(view);
  // Each from another address, so that it is not slowed down.
  let attempts = 0;
  const send = (who, changed, headers = {}) =>
    who.send(at.signIn, { method: 'POST', fields: { ...fields, ...changed }, headers: { 'x-forwarded-for': `198.51.100.${++attempts}`, ...headers } });
  const withClientData = (change) => ({ client_data: Buffer.from(JSON.stringify(change(JSON.parse(decoded(fields.client_data))))).toString('base64url') });
  const refused = async (answer, words, what) => {
    assert.equal(answer.status, 422, what);
    assert.match(answer.text, words, what);
    assert.doesNotMatch(String(answer.headers['set-cookie']), /__Host-session/, what);
  };
  const wrong = /Mit diesem Passkey können Sie sich hier nicht anmelden/;
  const stale = /war zu lange offen oder wurde schon abgeschickt/;
  assert.equal((await send(visitor, {}, { origin: 'https://elsewhere.example' })).status, 403, 'a form of another site');
  await refused(await send(visitor, withClientData((data) => ({ ...data, origin: 'https://elsewhere.example' }))), wrong, 'made for another site');
  await refused(await send(visitor, withClientData((data) => ({ ...data, type: 'webauthn.create' }))), wrong, 'another type');
  await refused(await send(visitor, withClientData((data) => ({ ...data, challenge: 'A'.repeat(66) }))), stale, 'a challenge that is not ours');
  await refused(await send(visitor, { signature: fields.signature.slice(0, -4) + 'AAAA' }), wrong, 'another signature');
  await refused(await send(visitor, { user_handle: '' }), wrong, 'without saying whose it is');
  await refused(await send(visitor, { user_handle: Buffer.from(ids.boss).toString('base64url') }), wrong, 'saying that it is somebody else’s');
  await refused(await send(visitor, { credential: Buffer.from('unknown').toString('base64url') }), wrong, 'an unknown passkey');
  await refused(await send(visitor, { credential: '!', client_data: 'AAAA', authenticator: '!', signature: '' }), wrong, 'nonsense');
  const noPin = decoded(fields.authenticator);
  noPin[32] &= ~4;
  await refused(await send(visitor, { authenticator: noPin.toString('base64url') }), wrong, 'without verification');
  const stranger = new Visitor(site);
  const foreign = await stranger.formToken(at.signIn);
  await refused(await send(stranger, { form_token: foreign }), stale, 'in another browser');

  // It was still good all the time; and then it is not.
  const good = await send(visitor, {});
  assert.equal(good.status, 303);
  assert.ok(visitor.cookies.has('__Host-session'));
  visitor.cookies.delete('__Host-session');
  await refused(await send(visitor, {}), stale, 'replayed');
  await view.close();
});

test('a counter that goes back is refused and written down', async () => {
  const { email } = await somebody('maciej-biskupski', 'rvr', 'counter');
  const view = await tabWithAuthenticator();
  const { tab, session, authenticatorId } = view;
  await signIn(tab, email);
  await makePasskey(tab, 'Kopiert');
  await signOut(tab);
  await usePasskey(tab);
  await tab.getByRole('heading', { name: /Guten Tag/ }).waitFor();
  await signOut(tab);
  const [credential] = await view.credentials();
  assert.ok(credential.signCount > 0);
  await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credential.credentialId });
  await session.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
  await usePasskey(tab);
  await tab.getByText('Mit diesem Passkey können Sie sich hier nicht anmelden').waitFor();
  assert.match(await events(await person('boss')), /Passkey abgewiesen: Es gibt womöglich eine Kopie davon/);
  await view.close();
});

test('suspended accounts, and closed ones, give the same answer as an unknown passkey', async () => {
  const { email, account } = await somebody('maciej-biskupski', 'gzm', 'suspended');
  const view = await tabWithAuthenticator();
  const { tab } = view;
  await signIn(tab, email);
  await makePasskey(tab, 'Gesperrt');
  await signOut(tab);
  const boss = await person('foreign');
  const path = `${at.accounts}/${account}`;
  const message = 'Mit diesem Passkey können Sie sich hier nicht anmelden';
  assert.equal((await boss.submit(path, { do: 'suspend' })).status, 303);
  await usePasskey(tab);
  await tab.getByText(message).waitFor();
  const suspended = (await tab.locator('main').innerText());
  assert.equal((await boss.submit(path, { do: 'resume' })).status, 303);
  await usePasskey(tab);
  await tab.getByRole('heading', { name: /Guten Tag/ }).waitFor();
  await signOut(tab);
  assert.match((await boss.get(path)).text, /Passkeys<\/dt><dd[^>]*>1</);
  assert.equal((await boss.submit(path, { do: 'close' })).status, 303);
  await usePasskey(tab);
  await tab.getByText(message).waitFor();
  assert.equal(await tab.locator('main').innerText(), suspended);
  await view.close();
});

test('an administrator takes away a lost passkey with the second factor', async () => {
  const { email, account } = await somebody('kazimierz-karolczak', 'rvr', 'lost');
  const view = await tabWithAuthenticator();
  const { tab } = view;
  await signIn(tab, email);
  await makePasskey(tab, 'Verloren');
  const boss = await person('boss');
  assert.equal((await boss.submit(`${at.accounts}/${account}`, { do: 'remove_second_factor' })).status, 303);
  await tab.goto(site.url + at.desk);
  await tab.waitForURL(/anmelden/); // the session has ended, too
  await usePasskey(tab);
  await tab.getByText('Mit diesem Passkey können Sie sich hier nicht anmelden').waitFor();
  await view.close();
});

test('an authenticator that verifies nobody is not accepted, and what the browser refuses is said', async () => {
  const view = await tabWithAuthenticator({ hasUserVerification: false, isUserVerified: false });
  const { tab } = view;
  await signIn(tab, emails.publisher);
  await tab.goto(site.url + at.passkeys);
  await tab.getByRole('button', { name: 'Passkey anlegen' }).click();
  await tab.locator('.passkey-trouble .kern-error').waitFor();
  assert.match(await tab.locator('.passkey-trouble').innerText(), /Fingerabdruck, Gesicht oder PIN|kein Passkey benutzt/);
  assert.equal((await view.credentials()).length, 0);
  assert.deepEqual(await accessibilityProblems(tab), []);
  await view.close();

  // One that can, where nobody is recognised.
  const other = await tabWithAuthenticator({ isUserVerified: false });
  await signIn(other.tab, emails.publisher);
  await other.tab.goto(site.url + at.passkeys);
  await other.tab.getByRole('button', { name: 'Passkey anlegen' }).click();
  await other.tab.getByText('Sie haben abgebrochen, oder es hat zu lange gedauert').waitFor();
  assert.equal(await other.tab.getByRole('button', { name: 'Passkey anlegen' }).isEnabled(), true);
  await other.close();
});

test('a passkey needs a name, and a page that was open for long still makes one', async () => {
  const view = await tabWithAuthenticator();
  const { tab } = view;
  await signIn(tab, emails.reader);
  await tab.goto(site.url + at.passkeys);
  assert.match(await tab.getByLabel('Name des Passkeys').inputValue(), /Chrome/);
  await tab.getByLabel('Name des Passkeys').fill('   ');
  await tab.getByRole('button', { name: 'Passkey anlegen' }).click();
  await tab.getByText('höchstens 60 Zeichen').first().waitFor();
  await view.session.send('WebAuthn.clearCredentials', { authenticatorId: view.authenticatorId });
  await tab.getByLabel('Name des Passkeys').fill('Łódź');
  // As after some minutes: the challenge is over.
  await tab.evaluate(() => Object.assign(document.querySelector('[data-passkey]').dataset, { lifetime: '0', challenge: 'AAAA' }));
  await tab.getByRole('button', { name: 'Passkey anlegen' }).click();
  await tab.getByText('Ihr Passkey ist angelegt').waitFor();
  assert.match(await tab.locator('main').innerText(), /Łódź/);
  await view.close();
});

test('without script everything else goes on, and nothing is offered that does not work', async () => {
  const view = await openTab(browser, site, { javaScriptEnabled: false });
  const { tab } = view;
  await tab.goto(site.url + at.signIn);
  assert.equal(await tab.getByRole('button', { name: 'Mit Passkey anmelden' }).count(), 0);
  await signIn(tab, emails.editor);
  await tab.getByRole('heading', { name: /Guten Tag/ }).waitFor();
  await tab.goto(site.url + at.profile);
  await tab.getByRole('link', { name: 'Passkey anlegen' }).click();
  await tab.getByText('Dieser Browser kann hier keinen Passkey anlegen').waitFor();
  assert.equal(await tab.getByRole('button', { name: 'Passkey anlegen' }).count(), 0);
  await view.close();
  // Script, but no WebAuthn.
  const old = await openTab(browser, site);
  await old.context.addInitScript(() => delete globalThis.PublicKeyCredential);
  await old.tab.goto(site.url + at.signIn);
  assert.equal(await old.tab.getByRole('button', { name: 'Mit Passkey anmelden' }).count(), 0);
  assert.equal(await old.tab.getByRole('button', { name: 'Anmelden', exact: true }).count(), 1);
  await old.close();
});

for (const width of [360, 768, 1440])
  test(`the pages with passkeys at ${width} pixels in three languages`, async () => {
    const people = { 360: 'andrea-hoeber', 768: 'garrelt-duin', 1440: 'joerg-kemna' };
    const { email } = await somebody(people[width], 'gzm', `look${width}`);
    const view = await tabWithAuthenticator({}, { viewport: { width, height: 900 } });
    const { tab } = view;
    const look = async (name) => {
      assert.deepEqual(await layoutProblems(tab), [], `${name} at ${width}`);
      assert.deepEqual(await accessibilityProblems(tab), [], `${name} at ${width}`);
      if (pictures) await tab.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    };
    const inAllLanguages = async (name, path) => {
      await view.visit(path);
      const versions = await tab.locator('.languages a').evaluateAll((links) => links.map((link) => [link.lang, link.getAttribute('href')]));
      assert.equal(versions.length, 3, name);
      for (const [language, version] of versions) {
        await view.visit(version);
        await look(`${name}-${language}`);
      }
    };
    await inAllLanguages('passkey-sign-in', at.signIn);
    await signIn(tab, email);
    await makePasskey(tab, 'Diensthandy mit einem ziemlich langen Namen, den man sieht');
    await inAllLanguages('passkey-profile', at.profile);
    await inAllLanguages('passkey-add', at.passkeys);
    await tab.getByRole('button').last().click();
    await tab.locator('.passkey-trouble .kern-error').waitFor();
    await look('passkey-add-trouble');
    await inAllLanguages('passkey-confirm', at.confirm);
    await view.close();
  });
