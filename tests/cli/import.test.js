// Proves: a record folder comes in whole, comes out whole, comes in again without a change, and an edited one changes
// just what was edited.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { before } from 'node:test';
import { bytesOf, copyOf, edit, filesOf, temporaryFolder } from '../support/folders.js';
import { demo, exit, json, root, run } from '../support/program.js';
import { exported, imported, small } from '../support/record.js';

const database = join(temporaryFolder(), 'demo.db');
let first;

before(async () => {
  first = await imported(demo, database);
});

test('check finds nothing wrong with the demo record and writes nothing', async () => {
  const cwd = temporaryFolder();
  const plain = await run(['check', demo], { cwd });
  assert.equal(plain.code, exit.success, plain.all);
  const counts = json(await run(['check', demo, '--json'], { cwd }));
  assert.ok(counts.files > 1 && counts.records > 100);
  assert.ok(plain.stdout.includes(String(counts.records)));
  assert.deepEqual(filesOf(cwd), []);
});

test('the first import creates everything, the second changes nothing', async () => {
  assert.ok(first.created > 100);
  assert.deepEqual(first, { created: first.created, changed: 0, unchanged: 0, removed: 0, not_in_folder: 0 });
  const before = bytesOf(await exported(database));
  const journalBefore = journal(database);
  const second = await imported(demo, database);
  assert.deepEqual(second, { created: 0, changed: 0, unchanged: first.created, removed: 0, not_in_folder: 0 });
  assert.deepEqual(bytesOf(await exported(database)), before);
  assert.deepEqual(journal(database), journalBefore);
});

test('export, import into an empty database, export again: the same bytes', async () => {
  const once = await exported(database);
  const copy = join(temporaryFolder(), 'copy.db');
  assert.equal((await imported(once, copy)).created, first.created);
  const twice = await exported(copy);
  assert.deepEqual(bytesOf(twice), bytesOf(once));
  assert.ok(filesOf(once).some((name) => name.startsWith('images/')));
  assert.ok(filesOf(once).some((name) => name.endsWith('.pdf')));
  // What was exported is also what the database itself holds.
  assert.deepEqual(await imported(once, database), {
    created: 0, changed: 0, unchanged: first.created, removed: 0, not_in_folder: 0,
  });
});

test('pictures and documents come out with the bytes they went in with', async () => {
  const folder = await exported(database);
  const sources = bytesOf(demo);
  for (const [name, hash] of Object.entries(bytesOf(folder)))
    if (/^(images|documents)\//.test(name)) assert.equal(hash, sources[name], name);
});

test('export refuses a folder that is not empty, and takes an empty one', async () => {
  const folder = copyOf(small);
  const refused = await run(['export', folder, '--database', database]);
  assert.equal(refused.code, exit.refused);
  assert.ok(refused.stderr.includes(folder));
  assert.deepEqual(bytesOf(folder), bytesOf(small));
  const empty = temporaryFolder();
  assert.equal((await run(['export', empty, '--database', database])).code, exit.success);
  assert.ok(existsSync(join(empty, 'record.yaml')));
});

test('an edited folder changes just what was edited, and the journal says so', async () => {
  const own = join(temporaryFolder(), 'edited.db');
  const folder = copyOf(small);
  const { created } = await imported(folder, own);
  const exportBefore = await exported(own);
  const before = journal(own);
  edit(folder, 'activities.yaml', 'en: Flood seminar', 'en: Flood-water seminar');
  const counts = await imported(folder, own, '--actor', 'Ada');
  assert.deepEqual(counts, { created: 0, changed: 1, unchanged: created - 1, removed: 0, not_in_folder: 0 });

  const added = journal(own).slice(before.length);
  assert.equal(added.length, 1, JSON.stringify(added));
  assert.equal(added[0].actor, 'Ada');
  assert.equal(added[0].kind, 'activity');
  assert.ok(JSON.stringify(added[0]).includes('Flood-water seminar'));

  const exportAfter = await exported(own);
  const changed = Object.keys(bytesOf(exportAfter)).filter((name) => bytesOf(exportAfter)[name] !== bytesOf(exportBefore)[name]);
  assert.deepEqual(changed, ['activities/2022.yaml']);
  const text = readFileSync(join(exportAfter, changed[0]), 'utf8');
  assert.ok(text.includes('Flood-water seminar') && text.includes('Flood seminar'), 'the earlier revision is kept');
  assert.match(text, /flood-water-seminar/, 'the new address');
  assert.match(text, /flood-seminar/, 'the old address leads there for ever');
});

test('a record added, a record left out: created, kept, removed only when asked', async () => {
  const own = join(temporaryFolder(), 'more.db');
  const folder = copyOf(small);
  const { created } = await imported(folder, own);
  edit(folder, 'activities.yaml', '  - key: flood-seminar', '  - key: drought-seminar');
  assert.deepEqual(await imported(folder, own), {
    created: 1, changed: 0, unchanged: created - 1, removed: 0, not_in_folder: 1,
  });
  assert.deepEqual(await imported(folder, own, '--remove-missing'), {
    created: 0, changed: 0, unchanged: created, removed: 1, not_in_folder: 0,
  });
  const activities = filesOf(await exported(own)).filter((name) => name.startsWith('activities'));
  assert.equal(activities.length, 4);
});

test('the counts read naturally in three languages', async () => {
  const folder = copyOf(small);
  for (const language of ['de', 'pl', 'en']) {
    const own = join(temporaryFolder(), 'words.db');
    const said = await run(['import', folder, '--database', own, '--language', language]);
    assert.equal(said.code, exit.success, said.all);
    assert.doesNotMatch(said.all, /\b(cli|import)\.[a-z_.]+\b/);
    assert.match(said.stdout, /\b0\b|\bkein|\bnic|\bno\b/i);
    assert.match(said.stdout, /\b2\d\b|\b1\d\b/);
  }
});

test('schema prints the published JSON Schema', async () => {
  const schema = await run(['schema']);
  assert.equal(schema.code, exit.success);
  assert.match(JSON.parse(schema.stdout).$schema, /2020-12/);
  const published = join(root, 'docs/record.schema.json');
  assert.ok(existsSync(published), 'docs/record.schema.json is published');
  assert.equal(readFileSync(published, 'utf8').trim(), schema.stdout.trim());
});

/** The journal, as the database holds it. */
function journal(file) {
  const rows = spawnSync('sqlite3', ['-json', file, 'SELECT * FROM journal ORDER BY sequence'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(rows.status, 0, rows.stderr);
  return rows.stdout.trim() === '' ? [] : JSON.parse(rows.stdout);
}
