// Looking after accounts: inviting, giving and ending roles, suspending, handing over, closing, and the audit log.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor, at, emails, password, setPassword, siteWithPeople } from '../support/people.js';
import { exit, run } from '../support/program.js';

const { site, person, ids, database } = await siteWithPeople();
const boss = await person('boss');

const option = (markup, words) => new RegExp(`<option value="([^"]+)"[^>]*>${words}`).exec(markup)[1];
const ownScope = (markup) => /<option value="(organisation\/[^"]+)"/.exec(markup)[1];
const account = (id) => `${at.accounts}/${id}`;
const act = (id, fields) => boss.submit(account(id), fields, { on: account(id) });

/** Invites somebody of the record; gives { link, id }. */
async function invite(name, email, role = 'Lesen', more = {}) {
  const page = await boss.get(at.newAccount);
  const answer = await boss.submit(at.newAccount, { person: option(page.text, name), organisation: option(page.text, 'RVR'), email,
    language: 'pl', role: option(page.text, role), scope: ownScope(page.text), ...more });
  assert.equal(answer.status, 200, answer.text);
  const link = /<code class="secret" id="link">([^<]+)<\/code>/.exec(answer.text)[1];
  return { link, id: /\/konten\/([0-9a-f-]{36})/.exec(answer.text)[1] };
}

test('an administrator invites somebody by a link that is shown once, in the language of the account', async () => {
  const { link, id } = await invite('Krebber, Victoria', 'victoria@rvr.example');
  assert.match(link, /\/pl\/ustaw-haslo\//);
  assert.match((await boss.get(account(id))).text, /eingeladen/);
  await setPassword(site, new URL(link, site.url).href);
  assert.match((await boss.get(account(id))).text, /aktiv/);
});

test('what is wrong with an invitation is said beside the field, and nothing is made', async () => {
  const page = await boss.get(at.newAccount);
  const good = { person: option(page.text, 'Hovenjürgen, Josef'), organisation: option(page.text, 'RVR'), email: 'new@rvr.example', language: 'de', role: 'reader', scope: ownScope(page.text) };
  for (const [wrong, field] of [[{ email: 'nothing' }, 'email'], [{ email: emails.reader }, 'email'], [{ person: 'x' }, 'person'],
    [{ person: option(page.text, 'Duin, Garrelt') }, 'person']]) {
    const answer = await boss.submit(at.newAccount, { ...good, ...wrong });
    assert.equal(answer.status, 422, JSON.stringify(wrong));
    assert.match(answer.text, new RegExp(`id="${field}-error"`), JSON.stringify(wrong));
    assert.match(answer.text, new RegExp(`href="#${field}"`));
  }
  assert.doesNotMatch((await boss.get(at.accounts)).text, /Hovenjürgen/);
});

test('a role that is given counts at once, and signs its owner in anew', async () => {
  const publisher = await person('publisher');
  const page = await boss.get(account(ids.publisher));
  const partnership = /<option value="(partnership\/[^"]+)"/.exec(page.text)[1];
  assert.equal((await act(ids.publisher, { do: 'grant', role: 'editor', scope: partnership })).status, 303);
  assert.equal((await publisher.get(at.desk)).status, 303, 'rights changed: sign in again');
  const again = await person('publisher');
  assert.match((await again.get(at.desk)).text, /Bearbeiten: [^<]*GZM/);
  const twice = await act(ids.publisher, { do: 'grant', role: 'editor', scope: partnership });
  assert.equal(twice.status, 422);
  const grant = [...(await boss.get(account(ids.publisher))).text.matchAll(/name="grant" value="([^"]+)"/g)].at(-1)[1];
  assert.equal((await act(ids.publisher, { do: 'end_role', grant })).status, 303);
  assert.equal((await act(ids.publisher, { do: 'grant', role: 'publisher', scope: 'organisation/00000000-0000-7000-8000-000000000000' })).status, 422);
});

test('whoever is suspended is out at once, and comes back when reactivated', async () => {
  const reader = await person('reader');
  assert.equal((await act(ids.reader, { do: 'suspend' })).status, 303);
  assert.equal((await reader.get(at.desk)).status, 303);
  assert.equal((await new Visitor(site).signIn(emails.reader)).status, 422);
  assert.equal((await act(ids.reader, { do: 'resume' })).status, 303);
  assert.equal((await new Visitor(site).signIn(emails.reader)).status, 303);
});

test('nobody shuts themselves out', async () => {
  for (const what of ['suspend', 'close', 'link', 'allow', 'remove_second_factor']) {
    const answer = await boss.send(account(ids.boss), { method: 'POST', fields: { form_token: await boss.formToken(at.profile), do: what } });
    assert.equal(answer.status, 422, what);
    assert.match(answer.text, /eigene Konto/);
  }
});

test('somebody who gets another e-mail address signs in with that one, and the password stays', async () => {
  const { link, id } = await invite('Biskupski, Maciej', 'joerg@rvr.example');
  await setPassword(site, new URL(link, site.url).href);
  for (const [wrong, words] of [['nothing', /ist keine E-Mail-Adresse/], [emails.reader, /meldet sich schon jemand an/]]) {
    const answer = await act(id, { do: 'email', email: wrong });
    assert.equal(answer.status, 422, wrong);
    assert.match(answer.text, /id="email-error"/, wrong);
    assert.match(answer.text, new RegExp(`value="${wrong}"`), 'what was typed stays');
    assert.match(answer.text, words);
  }
  assert.equal((await act(id, { do: 'email', email: ' Joerg.Neu@RVR.example ' })).status, 303);
  assert.match((await boss.get(account(id))).text, /joerg\.neu@rvr\.example/);
  const before = await new Visitor(site).submit(at.signIn, { email: 'joerg@rvr.example', password });
  assert.equal(before.status, 422);
  const after = await new Visitor(site).submit(at.signIn, { email: 'joerg.neu@rvr.example', password });
  assert.equal(after.status, 303);
  assert.equal((await boss.submit(account(ids.boss), { do: 'email', email: 'other@rvr.example' }, { on: at.profile })).status, 422, 'not one’s own');
  assert.match((await boss.get(at.events)).text, /E-Mail-Adresse geändert/);
  // Whoever runs the server can do it, too.
  const taken = await run(['user', 'email', 'joerg.neu@rvr.example', emails.reader, '--database', database, '--language', 'pl']);
  assert.equal(taken.code, exit.refused);
  assert.match(taken.stderr, /reader@rvr\.example/);
  const changed = await run(['user', 'email', 'joerg.neu@rvr.example', 'kemna@rvr.example', '--database', database]);
  assert.equal(changed.code, exit.success, changed.stderr);
  assert.equal((await new Visitor(site).signIn('kemna@rvr.example')).status, 303);
});

test('an account is handed over: roles go to the successor, the name stays in the history', async () => {
  const { link, id } = await invite('Hovenjürgen, Josef', 'leaves@rvr.example', 'Veröffentlichen');
  await setPassword(site, new URL(link, site.url).href);
  assert.equal((await act(id, { do: 'hand_over', successor: ids.reader })).status, 303);
  assert.match((await boss.get(account(ids.reader))).text, /Veröffentlichen: RVR/);
  const closed = (await boss.get(account(id))).text;
  assert.match(closed, /geschlossen/);
  assert.doesNotMatch(closed, /leaves@rvr\.example/);
  assert.equal((await new Visitor(site).signIn('leaves@rvr.example')).status, 422);
  assert.match((await boss.get(at.events)).text, /übergeben und geschlossen/);
});

test('rights are not changed without showing again who it is', async () => {
  const answer = await boss.get(`${at.confirm}?next=${encodeURIComponent(account(ids.editor))}`);
  assert.equal(answer.status, 200);
  const wrong = await boss.submit(at.confirm, { password: 'not the password', next: at.accounts });
  assert.equal(wrong.status, 422);
  const before = boss.cookies.get('__Host-session');
  const right = await boss.submit(at.confirm, { password, next: at.accounts });
  assert.equal(right.headers.location, at.accounts);
  assert.notEqual(boss.cookies.get('__Host-session'), before);
});

test('the audit log says who did what to whom, from where', async () => {
  const text = (await boss.get(at.events)).text;
  for (const words of ['angemeldet', 'Rolle vergeben', 'gesperrt', 'wieder freigegeben', 'eingeladen', 'Anmeldung fehlgeschlagen']) assert.ok(text.includes(words), words);
  assert.match(text, /127\.0\.0\.1/);
  assert.match(text, /Garrelt Duin/);
});
