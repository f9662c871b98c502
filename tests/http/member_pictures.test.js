// Proves: who has signed in sees pictures and documents that are not public, on their pages, in forms and in the preview;
// just those that this person may see, and never an original picture. For everybody else they are not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { canaries, canaryRecord } from '../support/canaries.js';
import { Editor, recordAt, sql } from '../support/editing.js';
import { loadedBy, Site } from '../support/site.js';
import { Visitor, addUser, setPassword } from '../support/people.js';
import { run } from '../support/program.js';
import { databaseOf, serve } from '../support/server.js';

const at = recordAt('en');
const file = (kind, id) => `${at.record(kind, id)}/file`;
/** Who sees the pictures in which word stands. */
const seenBy = { brzeg: ['brzegcanary', 'partnercanary'], ufer: ['ufercanary', 'partnercanary'] };
const people = {};
let server, site, database;
after(() => server?.stop());
const ids = {};

before(async () => {
  database = await databaseOf(canaryRecord());
  assert.equal((await run(['pictures', '--database', database])).code, 0);
  server = await serve(database);
  site = new Site(server.url);
  people.stranger = new Visitor(site);
  for (const organisation of ['brzeg', 'ufer']) {
    const { link } = await addUser(database, 'ada-nowak', organisation, `ada@${organisation}.example`, ['editor']);
    await setPassword(site, link);
    people[organisation] = new Visitor(site);
    assert.equal((await people[organisation].signIn(`ada@${organisation}.example`)).status, 303);
  }
  for (const [table, kind] of [['images', 'image'], ['documents', 'document'], ['activities', 'activity']]) {
    ids[kind] = {};
    for (const word of Object.keys(canaries)) ids[kind][word] = sql(database, `SELECT id FROM ${table} WHERE key LIKE '%${word}%' ORDER BY key LIMIT 1`);
  }
});

test('there is a picture, a document and an activity for each who may see it', () => {
  for (const kind of ['image', 'document', 'activity']) for (const word of Object.keys(canaries)) assert.match(ids[kind][word], /^[0-9a-f-]{36}$/, `${kind} ${word}`);
});

for (const organisation of ['brzeg', 'ufer'])
  test(`a member of ${organisation} gets the files of what this person may see, and nothing else`, async () => {
    for (const word of Object.keys(canaries))
      for (const [kind, query, type] of [['image', '', 'image/jpeg'], ['image', '?as=16.avif', 'image/avif'], ['image', '?as=16.webp', 'image/webp'], ['document', '', 'application/pdf']]) {
        const path = file(kind, ids[kind][word]) + query;
        const answer = await people[organisation].get(path);
        if (!seenBy[organisation].includes(word)) {
          assert.equal(answer.status, 404, `${organisation} ${path}`);
          assert.doesNotMatch(answer.text, new RegExp(word), path);
          continue;
        }
        assert.equal(answer.status, 200, `${organisation} ${path}`);
        assert.equal(answer.headers['content-type'], type);
        assert.match(answer.headers['cache-control'], /no-store/);
        assert.equal(answer.headers['content-security-policy'], "default-src 'none'; sandbox; frame-ancestors 'none'");
        assert.equal(answer.headers['x-content-type-options'], 'nosniff');
        assert.equal(answer.headers['set-cookie'], undefined);
        if (kind === 'document') assert.match(answer.headers['content-disposition'], /^attachment; filename=".*\.pdf"/);
        assert.doesNotMatch(answer.body.toString('latin1'), /^\x89PNG/, 'never the original');
      }
  });

test('a stranger is asked to sign in, for what is there as for what is not, and public addresses know nothing of it', async () => {
  for (const word of Object.keys(canaries)) {
    for (const kind of ['image', 'document']) {
      const answer = await people.stranger.get(file(kind, ids[kind][word]));
      assert.equal(answer.status, 303);
      assert.match(answer.headers.location, /^\/en\/sign-in/);
    }
    const mark = sql(database, `SELECT mark FROM made_pictures m JOIN images i ON i.file_hash = m.file_hash WHERE i.id = '${ids.image[word]}' LIMIT 1`);
    assert.match(mark, /^[0-9a-f]{20}$/);
    for (const who of Object.values(people)) assert.equal((await who.get(`/pictures/${mark}/16.jpg`)).status, 404, word);
  }
});

test('a name that nothing has, a broken one and another kind of record lead nowhere', async () => {
  const own = ids.image.brzegcanary;
  for (const path of [file('image', '00000000-0000-7000-8000-000000000000'), file('image', 'x'), file('document', own), file('image', ids.document.brzegcanary)])
    assert.equal((await people.brzeg.get(path)).status, 404, path);
  for (const query of ['?as=', '?as=../../record.db', '?as=999.avif', '?as=16.svg'])
    assert.equal((await people.brzeg.get(file('image', own) + query)).headers['content-type'], 'image/jpeg', query);
});

test('the pages and forms show the pictures that are not public, each from where its reader gets it', async () => {
  const editor = new Editor(people.brzeg, 'en');
  const image = file('image', ids.image.brzegcanary);
  const activity = ids.activity.brzegcanary;
  for (const path of [at.record('image', ids.image.brzegcanary), at.list('image'), at.record('activity', activity), at.edit('activity', activity)]) {
    const { page, status } = await editor.get(path);
    assert.equal(status, 200, path);
    const pictures = loadedBy(page).filter((address) => address.startsWith(image));
    assert.ok(pictures.length > 0, `${path} shows no picture`);
    for (const address of pictures) assert.match((await people.brzeg.get(address)).headers['content-type'], /^image\//, address);
    assert.doesNotMatch(JSON.stringify(loadedBy(page)), new RegExp(ids.image.ufercanary), path);
  }
  const preview = await (await editor.open('activity', activity)).send('preview:pl');
  assert.equal(preview.status, 200);
  const shown = loadedBy(preview.page).filter((address) => address.startsWith(image));
  assert.ok(shown.length > 0, 'the preview shows no picture');
  for (const address of shown) assert.equal((await people.brzeg.get(address)).status, 200, address);
  const document = await editor.get(at.record('document', ids.document.brzegcanary));
  assert.ok(document.page.all('a').some((link) => link.get('href') === file('document', ids.document.brzegcanary)));
});
