// Proves: what was acknowledged to somebody who saves is there after the server was killed at any moment, and nothing is
// there by halves. Only processes that these tests started are killed.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Editor, saved, sql } from '../support/editing.js';
import { Visitor, addUser, setPassword } from '../support/people.js';
import { demo } from '../support/program.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';

const database = await databaseOf(demo);
const emails = ['karola-geiss-netthoefel', 'joerg-kemna'].map((key) => [key, `${key}@rvr.example`]);
const links = await Promise.all(emails.map(([key, email]) => addUser(database, key, 'rvr', email, ['editor', 'publisher'])));
let server = await serve(database);
after(() => server.stop());
for (const { link } of links) await setPassword(new Site(server.url), new URL(link, server.url).href);

async function signedIn(email) {
  const visitor = new Visitor(new Site(server.url));
  assert.equal((await visitor.signIn(email)).status, 303);
  return new Editor(visitor);
}

const meeting = { kind: 'forum', status: 'planned', date: '2030', form: 'online', 'title.de': 'Zähler', 'summary.de': 'Zähler', 'body.de': 'Zähler' };

/** Saves one number after the other in three texts of a record, until the server is gone; gives the last acknowledged. */
async function saveUntilGone(editor, id, from) {
  let acknowledged = from;
  for (let number = from + 1; ; number += 1) {
    const words = `Zähler ${number}`;
    try {
      const form = await editor.open('activity', id);
      assert.equal(saved(await form.set({ 'title.de': words, 'summary.de': words, 'body.de': words }).send()).done, 'saved');
    } catch (error) {
      if (/ECONN|socket hang up/.test(`${error.code} ${error.message}`)) return acknowledged;
      throw error;
    }
    acknowledged = number;
  }
}

test('a server that is killed in a stream of saves has kept every one that it acknowledged, and none by halves', async (t) => {
  let editors = await Promise.all(emails.map(([, email]) => signedIn(email)));
  const ids = [];
  for (const editor of editors) ids.push(await editor.make('activity', meeting));
  let last = ids.map(() => 0);
  for (let round = 0; round < 8; round += 1) {
    const streams = ids.map((id, i) => saveUntilGone(editors[i], id, last[i]));
    await new Promise((done) => setTimeout(done, 60 + round * 37));
    assert.equal(await server.stop('SIGKILL'), 'SIGKILL');
    const acknowledged = await Promise.all(streams);
    assert.equal(sql(database, 'PRAGMA integrity_check'), 'ok');
    assert.equal(sql(database, 'SELECT count(*) = max(sequence) FROM journal'), '1', 'the journal has no gaps');
    server = await serve(database);
    editors = await Promise.all(emails.map(([, email]) => signedIn(email)));
    for (const [i, id] of ids.entries()) {
      const form = await editors[i].open('activity', id);
      const found = ['title.de', 'summary.de', 'body.de'].map((name) => Number(form.get(name).replace(/\D/g, '')));
      assert.equal(new Set(found).size, 1, `one save as a whole: ${found}`);
      assert.ok(found[0] === acknowledged[i] || found[0] === acknowledged[i] + 1, `${found[0]} found, ${acknowledged[i]} acknowledged`);
      const entries = Number(sql(database, `SELECT count(*) FROM journal WHERE record_id = '${id}'`));
      assert.equal(entries, found[0] + 1, 'each with its entry in the journal');
      last[i] = found[0];
    }
  }
  t.diagnostic(`${last.join(' and ')} saves, killed 8 times`);
  assert.ok(Math.min(...last) > 16, `${last}: too few to prove anything`);
});
