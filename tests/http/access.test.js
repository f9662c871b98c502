// Who gets what: made from the routing table, so that no new route is forgotten. What is declared beside a route decides
// what is expected of it here; for pages of one account, of the own and of a foreign organisation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../support/program.js';
import { Visitor, at, siteWithPeople } from '../support/people.js';

const { site, person, ids } = await siteWithPeople();
const routes = JSON.parse((await run(['routes', '--json'])).stdout);

const people = { stranger: new Visitor(site) };
for (const who of ['reader', 'editor', 'publisher', 'boss', 'foreign']) people[who] = await person(who);

/** Which declared access each of them satisfies. */
const may = {
  anyone: ['stranger', 'reader', 'editor', 'publisher', 'boss', 'foreign'],
  signed_in: ['reader', 'editor', 'publisher', 'boss', 'foreign'],
  reader: ['reader', 'editor', 'publisher', 'boss', 'foreign'],
  editor: ['editor', 'publisher'],
  publisher: ['publisher'],
  administrator: ['boss', 'foreign'],
};
/** A record of each kind, by the first part of the addresses of its pages. */
const records = {};
for (const [pattern] of routes.filter(({ method, pattern }) => method === 'GET' && /^\/(de|pl|en)\/[^/]+\/(akte|kronika|record)\/[^/{]+$/.test(pattern)).map(({ pattern }) => [pattern])) {
  const list = (await people.publisher.get(pattern)).text;
  records[pattern] = new RegExp(`href="${pattern}/([0-9a-f-]{36})"`).exec(list)?.[1];
}

const idFor = (pattern) => records[pattern.split('/').slice(0, 5).join('/')] ?? ids.editor;

const inside = routes.filter(({ access }) => access !== 'anyone');

test('the table has routes of several kinds of access, and every access is one that is known', () => {
  assert.ok(inside.length >= 30, `${inside.length} routes`);
  for (const { method, pattern, access } of routes) assert.ok(access in may, `${method} ${pattern}: ${access}`);
});

test('everything below the workspace asks who it is', () => {
  for (const { method, pattern, access } of routes)
    if (/^\/(de\/arbeitsbereich|pl\/panel|en\/workspace)(\/|$)/.test(pattern)) assert.notEqual(access, 'anyone', `${method} ${pattern}`);
});

test('what is for everybody changes nothing by POST but signing in and out and setting a password', () => {
  const open = routes.filter(({ method, access }) => method === 'POST' && access === 'anyone').map(({ pattern }) => pattern.split('/')[2]);
  assert.deepEqual([...new Set(open)].sort(), ['abmelden', 'anmelden', 'logowanie', 'passwort-festlegen', 'set-password', 'sign-in', 'sign-out', 'ustaw-haslo', 'wyloguj']);
});

for (const [who, visitor] of Object.entries(people))
  test(`every route that is not for everybody, asked for by: ${who}`, async () => {
    for (const { method, pattern, access } of inside) {
      const path = pattern.replace('{id}', idFor(pattern));
      const answer = await visitor.send(path, { method, fields: method === 'POST' ? { form_token: 'none' } : undefined });
      const what = `${method} ${path} (${access}) by ${who}: ${answer.status}`;
      if (who === 'stranger') {
        assert.equal(answer.status, 303, what);
        assert.match(answer.headers.location, /^\/(de\/anmelden|pl\/logowanie|en\/sign-in)/, what);
      } else if (!may[access].includes(who)) {
        assert.equal(answer.status, 403, what);
      } else if (method === 'POST') {
        assert.equal(answer.status, 403, `${what}: without the token of the form`);
      } else {
        const foreign = path.includes(ids.editor) && who === 'foreign';
        // A table that was sent is its account's alone; an id of something else leads to none. Its preview leads back to it.
        const noTable = /\/(uebernahme|wczytywanie|import)\/\{id\}/.test(pattern);
        if (noTable) {
          assert.equal(answer.status, /\/(vorschau|podglad|preview)$/.test(pattern) ? 303 : 404, what);
          assert.match(answer.headers['cache-control'], /no-store/, what);
          continue;
        }
        assert.equal(answer.status, foreign ? 404 : 200, what);
      }
      assert.match(answer.headers['cache-control'], /no-store/, what);
    }
  });

test('an account is not there for those of another organisation, whatever they send', async () => {
  const token = await people.foreign.formToken(at.profile);
  for (const what of ['suspend', 'resume', 'close', 'demand', 'allow', 'remove_second_factor', 'remove_sign_on', 'email', 'link', 'grant', 'end_role', 'hand_over']) {
    const answer = await people.foreign.send(`${at.accounts}/${ids.editor}`, { method: 'POST', fields: { form_token: token, do: what, successor: ids.foreign } });
    assert.equal(answer.status, 404, what);
  }
  assert.equal((await people.editor.get(at.desk)).status, 200, 'still signed in');
  assert.doesNotMatch((await people.foreign.get(at.accounts)).text, /Netthöfel/);
  assert.doesNotMatch((await people.foreign.get(at.events)).text, /Netthöfel/);
});

test('public pages are the same for those who have signed in, and set no cookie', async () => {
  for (const path of ['/de/', '/de/chronik', '/de/kontakt', '/api/v1']) {
    const [open, signed] = [await people.stranger.get(path), await people.boss.get(path)];
    assert.equal(signed.text, open.text, path);
    assert.equal(signed.headers['set-cookie'], undefined, path);
  }
});
