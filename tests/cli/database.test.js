// Proves: backups are consistent while the server serves and an import runs, restoring is never by accident, and
// databases that are not ours, too new or damaged are refused with a clear message.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { bytesOf, copyOf, edit, temporaryFolder } from '../support/folders.js';
import { exit, json, run } from '../support/program.js';
import { exported, imported, small } from '../support/record.js';
import { serve } from '../support/server.js';
import { request } from '../support/web.js';

const rawKey = /\b(refusal|cli)\.[a-z_]+/;
const sqlite = (file, sql) => {
  const result = spawnSync('sqlite3', [file, sql], { encoding: 'utf8' });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
};
async function smallDatabase() {
  const database = join(temporaryFolder(), 'record.db');
  await imported(small, database);
  return database;
}

/** Runs a command that must be refused in three languages with words that name the file. */
async function refusedEverywhere(parameters, named, codes = [exit.refused]) {
  const messages = new Set();
  for (const language of ['de', 'pl', 'en']) {
    const result = await run([...parameters, '--language', language]);
    assert.ok(codes.includes(result.code), `${result.code}: ${result.all}`);
    assert.equal(result.stdout, '');
    assert.doesNotMatch(result.stderr, rawKey);
    for (const word of named) assert.ok(result.stderr.includes(word), `${word} in: ${result.stderr}`);
    messages.add(result.stderr);
  }
  assert.equal(messages.size, 3);
}

test('migrate makes a database, then has nothing to do', async () => {
  const database = join(temporaryFolder(), 'new.db');
  const first = json(await run(['migrate', '--database', database, '--json']));
  assert.ok(first.applied.length > 0);
  assert.match(first.applied[0], /^0001_/);
  assert.deepEqual(json(await run(['migrate', '--database', database, '--json'])), { applied: [] });
  const said = await run(['migrate', '--database', database]);
  assert.equal(said.code, exit.success);
  assert.ok(said.stdout.trim().length > 0);
});

test('export, backup and serve refuse a database that is not there, and make none', async () => {
  const database = join(temporaryFolder(), 'none.db');
  for (const parameters of [['export', join(temporaryFolder(), 'x')], ['backup', join(temporaryFolder(), 'x.db')]]) {
    const refused = await run([...parameters, '--database', database]);
    assert.equal(refused.code, exit.refused, refused.all);
    assert.ok(refused.stderr.includes(database));
  }
  assert.ok(!existsSync(database));
});

test('a backup restores to the same record', async () => {
  const database = await smallDatabase();
  const file = join(temporaryFolder(), 'backup.db');
  const made = json(await run(['backup', file, '--database', database, '--json']));
  assert.equal(made.file, file);
  assert.equal(made.bytes, readFileSync(file).length);
  assert.deepEqual(readdirSync(dirname(file)), ['backup.db'], 'nothing else is left beside it');
  const restored = join(temporaryFolder(), 'restored.db');
  assert.equal((await run(['restore', file, '--database', restored])).code, exit.success);
  assert.deepEqual(bytesOf(await exported(restored)), bytesOf(await exported(database)));
});

test('backup does not overwrite a file', async () => {
  const database = await smallDatabase();
  const file = join(temporaryFolder(), 'mine.txt');
  writeFileSync(file, 'mine');
  await refusedEverywhere(['backup', file, '--database', database], [file]);
  assert.equal(readFileSync(file, 'utf8'), 'mine');
});

test('backup into a folder that is not there, or where nobody may write, fails and leaves nothing', async () => {
  const database = await smallDatabase();
  const failed = await run(['backup', '/nowhere/backup.db', '--database', database]);
  assert.ok([exit.refused, exit.failure].includes(failed.code), failed.all);
  assert.doesNotMatch(failed.stderr, rawKey);
});

test('restore overwrites a database only with --replace', async () => {
  const database = await smallDatabase();
  const file = join(temporaryFolder(), 'backup.db');
  assert.equal((await run(['backup', file, '--database', database])).code, exit.success);
  const folder = copyOf(small);
  edit(folder, 'activities.yaml', 'en: Great regatta', 'en: Greatest regatta');
  await imported(folder, database);
  const changed = bytesOf(await exported(database));
  await refusedEverywhere(['restore', file, '--database', database], [database, '--replace']);
  assert.deepEqual(bytesOf(await exported(database)), changed);

  assert.equal((await run(['restore', file, '--database', database, '--replace'])).code, exit.success);
  const again = await imported(folder, database);
  assert.equal(again.changed, 1, 'the change made after the backup was gone');
});

test('restore refuses what is no backup of ours and leaves the database as it was', async () => {
  const database = await smallDatabase();
  const before = bytesOf(await exported(database));
  const folder = temporaryFolder();
  const text = join(folder, 'letter.txt');
  writeFileSync(text, 'Dear Sir or Madam, this is a letter and no database at all. '.repeat(100));
  const foreign = join(folder, 'foreign.db');
  sqlite(foreign, 'CREATE TABLE songs (title TEXT)');
  const half = join(folder, 'half.db');
  await run(['backup', join(folder, 'whole.db'), '--database', database]);
  writeFileSync(half, readFileSync(join(folder, 'whole.db')).subarray(0, 9000));
  for (const file of [text, foreign, half, join(folder, 'none.db')]) {
    const refused = await run(['restore', file, '--database', database, '--replace']);
    assert.ok([exit.refused, exit.failure].includes(refused.code), `${file}: ${refused.all}`);
    assert.doesNotMatch(refused.stderr, rawKey);
    assert.deepEqual(bytesOf(await exported(database)), before, file);
  }
});

test('a backup taken while the server serves and an import writes is one state of the record', async () => {
  const database = await smallDatabase();
  const server = await serve(database);
  const folder = copyOf(small);
  // Many activities, each import changes all of them: a torn backup would show two states.
  const titled = (words) =>
    Array.from({ length: 400 }, (_, i) =>
      [`  - key: run-${i}`, '    kind: other', '    status: held', '    date: "2020"', '    form: online', '    partnerships: [two-banks]',
        `    title: {pl: "Bieg ${i} ${words}"}`].join('\n')).join('\n');
  const fill = (words) => writeFileSync(join(folder, 'activities.yaml'), `activities:\n${titled(words)}\n`);
  fill('start');
  await imported(folder, database);
  let running = true;
  const importing = (async () => {
    for (let i = 0; running; ++i) {
      fill(`state${i}`);
      await imported(folder, database);
    }
  })();
  try {
    for (let i = 0; i < 4; ++i) {
      const file = join(temporaryFolder(), 'backup.db');
      const [backup, page] = await Promise.all([
        run(['backup', file, '--database', database]),
        request(`${server.url}/pl/`),
      ]);
      assert.equal(backup.code, exit.success, backup.all);
      assert.equal(page.status, 200);
      const states = sqlite(file, "SELECT DISTINCT substr(body, instr(body, 'sta')) FROM texts WHERE body LIKE 'Bieg %'");
      assert.equal(states.trim().split('\n').length, 1, states);
      assert.equal(sqlite(file, 'PRAGMA integrity_check').trim(), 'ok');
    }
  } finally {
    running = false;
    await importing;
    assert.equal(await server.stop(), exit.success);
  }
});

test('a database newer than the program is refused by every command', async () => {
  const database = await smallDatabase();
  sqlite(database, "INSERT INTO migrations (number, name, checksum, applied_at) VALUES (9999, '9999_future.sql', 'x', '2999-01-01T00:00:00Z')");
  const other = join(temporaryFolder(), 'other.db');
  for (const parameters of [['import', small], ['export', join(temporaryFolder(), 'x')], ['backup', other], ['migrate'], ['serve', '--listen', '127.0.0.1:0']])
    await refusedEverywhere([...parameters, '--database', database], ['9999']);
  assert.ok(!existsSync(other));
  const refused = await run(['restore', database, '--database', other]);
  assert.equal(refused.code, exit.refused, refused.all);
  assert.match(refused.stderr, /9999/);
});

test('an older database is refused with the advice to migrate', async () => {
  const empty = join(temporaryFolder(), 'older.db');
  sqlite(empty, 'CREATE TABLE migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL)');
  await refusedEverywhere(['export', join(temporaryFolder(), 'x'), '--database', empty], ['migrate']);
});

test('a file that is no database, or the database of another program, is refused and not changed', async () => {
  const folder = temporaryFolder();
  const text = join(folder, 'letter.txt');
  writeFileSync(text, 'Dear Sir or Madam, this is a letter and no database at all. '.repeat(100));
  const foreign = join(folder, 'foreign.db');
  sqlite(foreign, 'CREATE TABLE songs (title TEXT)');
  for (const file of [text, foreign]) {
    const before = readFileSync(file);
    for (const parameters of [['import', small], ['export', join(folder, 'x')], ['migrate'], ['serve', '--listen', '127.0.0.1:0']])
      await refusedEverywhere([...parameters, '--database', file], [], [exit.refused, exit.failure]);
    assert.ok(readFileSync(file).equals(before), file);
  }
});

test('with --json an error is one line for programs', async () => {
  const database = join(temporaryFolder(), 'none.db');
  const result = await run(['export', join(temporaryFolder(), 'x'), '--database', database, '--json']);
  assert.equal(result.code, exit.refused);
  const { error } = json(result);
  assert.match(error.key, /^refusal\./);
  assert.ok(error.message.includes(database));
});

test('two imports at the same time: both are whole, none is lost', async () => {
  const database = await smallDatabase();
  const one = copyOf(small);
  const two = copyOf(small);
  edit(one, 'activities.yaml', 'en: Great regatta', 'en: Greatest regatta');
  edit(two, 'partners.yaml', 'short_name: UFE', 'short_name: UFR');
  const results = await Promise.all([imported(one, database), imported(two, database)].map((each) => each.catch((error) => error)));
  for (const result of results) assert.ok(!(result instanceof Error), String(result));
});
