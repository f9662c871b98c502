// Proves: what was acknowledged to somebody who saves is there after the server was killed at any moment, and nothing is
// there by halves. Only processes that these tests started are killed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Editor, saved, sql } from '../support/editing.js';
import { temporaryFolder } from '../support/folders.js';
import { Visitor, addUser, setPassword } from '../support/people.js';
import { noise } from '../support/picture.js';
import { demo, run } from '../support/program.js';
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

/** Sends one picture after the other until the server is gone; gives the ids of those that were acknowledged. */
async function sendPicturesUntilGone(editor, round) {
  const ids = [];
  for (let number = 0; ; number += 1)
    try {
      const form = await editor.open('image');
      form.set({ credit: '© Test', 'alt.de': `Bild ${round}.${number}` }).choose('file.upload', { name: `bild-${number}.png`, type: 'image/png', bytes: noise() });
      ids.push(saved(await form.send()).id);
    } catch (error) {
      if (/ECONN|EPIPE|socket hang up/.test(`${error.code} ${error.message}`)) return ids;
      throw error;
    }
}

test('a server that is killed while pictures arrive has kept each that it acknowledged whole, and no half file', async (t) => {
  const folder = temporaryFolder();
  let kept = 0;
  for (let round = 0; round < 5; round += 1) {
    const editor = await signedIn(emails[0][1]);
    const stream = sendPicturesUntilGone(editor, round);
    await new Promise((done) => setTimeout(done, 180 + round * 71));
    assert.equal(await server.stop('SIGKILL'), 'SIGKILL');
    const acknowledged = await stream;
    kept += acknowledged.length;
    server = await serve(database);
    for (const id of acknowledged) assert.equal(sql(database, `SELECT count(*) FROM images WHERE id = '${id}'`), '1', id);
  }
  // Each file is what its hash says, also of those whose answer did not arrive any more.
  const made = await run(['export', join(folder, 'out'), '--database', database]);
  assert.equal(made.code, 0, made.all);
  const checked = await run(['check', join(folder, 'out')]);
  assert.equal(checked.code, 0, checked.all);
  for (const hash of sql(database, 'SELECT hash FROM blobs').split('\n')) {
    const bytes = Buffer.from(sql(database, `SELECT hex(bytes) FROM blobs WHERE hash = '${hash}'`), 'hex');
    assert.equal(createHash('sha256').update(bytes).digest('hex'), hash);
  }
  t.diagnostic(`${kept} pictures, killed 5 times`);
  assert.ok(kept >= 5, `${kept}: too few to prove anything`);
});

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
