// Proves: whoever is killed at any moment leaves the record as it was before or as it is after, what was acknowledged is
// kept, and the next start serves it. Only processes that these tests started are killed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import test from 'node:test';
import { copyOf, temporaryFolder } from '../support/folders.js';
import { exit, run, start } from '../support/program.js';
import { imported, small } from '../support/record.js';
import { serve } from '../support/server.js';
import { request } from '../support/web.js';

const activities = 400;
const moments = 16;

/** The small record with many activities whose titles all say which state this is. */
function recordIn(state) {
  const folder = copyOf(small);
  const list = Array.from({ length: activities }, (_, i) =>
    [`  - key: run-${i}`, '    kind: other', '    status: held', '    date: "2020"', '    form: online', '    partnerships: [two-banks]',
      `    title: {pl: "Bieg ${i} ${state}"}`].join('\n'));
  writeFileSync(join(folder, 'activities.yaml'), `activities:\n${list.join('\n')}\n`);
  return folder;
}

function sqlite(file, sql) {
  const result = spawnSync('sqlite3', [file, sql], { encoding: 'utf8' });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout.trim();
}

/** The one state that all activities are in, and the journal with them; fails when they are in two. */
function stateOf(database) {
  assert.equal(sqlite(database, 'PRAGMA integrity_check'), 'ok');
  assert.equal(sqlite(database, 'PRAGMA foreign_key_check'), '');
  const rows = sqlite(database, "SELECT DISTINCT substr(body, instr(body, 'state')) FROM texts WHERE body LIKE 'Bieg %'").split('\n');
  assert.equal(rows.length, 1, `two states at a time: ${rows}`);
  const [count, last] = sqlite(database, 'SELECT count(*), max(sequence) FROM journal').split('|');
  assert.equal(count, last, 'the journal has no gaps');
  return rows[0];
}

/** Starts an import and kills it after some milliseconds. Gives whether it had said that it was done. */
function importKilledAfter(milliseconds, folder, database) {
  return new Promise((done) => {
    const child = start(['import', folder, '--database', database, '--json']);
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.resume();
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.once('close', () => {
      clearTimeout(timer);
      done(said.includes('"changed"'));
    });
  });
}

test('an import that is killed at any moment is there as a whole or not at all', async (t) => {
  const database = join(temporaryFolder(), 'record.db');
  await imported(recordIn('state0'), database);
  const began = performance.now();
  await imported(recordIn('state1'), database);
  const whole = performance.now() - began;
  let state = 'state1';
  let finished = 0;
  for (let moment = 1; moment <= moments; ++moment) {
    const next = `state${moment + 1}`;
    const acknowledged = await importKilledAfter((whole * 2 * moment) / moments, recordIn(next), database);
    const found = stateOf(database);
    assert.ok(found === state || found === next, `${found} after ${state} and ${next}`);
    if (acknowledged) assert.equal(found, next, 'what was acknowledged is kept');
    finished += found === next ? 1 : 0;
    state = found;
  }
  t.diagnostic(`an import took ${whole.toFixed(0)} ms; ${moments} killed, ${finished} of them when their work was in the database`);
  await imported(recordIn('state-last'), database);
  assert.equal(stateOf(database), 'state-last', 'the next one works');
});

test('the first import, killed at any moment, leaves an empty record or a whole one', async () => {
  const folder = recordIn('state0');
  for (let moment = 0; moment < 6; ++moment) {
    const database = join(temporaryFolder(), 'record.db');
    await importKilledAfter(10 + moment * 120, folder, database);
    if (!existsSync(database)) continue;
    const tables = sqlite(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'activities'");
    const found = tables === '0' ? '0' : sqlite(database, 'SELECT count(*) FROM activities');
    assert.ok(['0', String(activities)].includes(found), found);
    await imported(folder, database);
    assert.equal(stateOf(database), 'state0');
  }
});

test('what an import has acknowledged is there, though it is killed with the next byte', async () => {
  const database = join(temporaryFolder(), 'record.db');
  await imported(recordIn('state0'), database);
  for (let round = 1; round <= 3; ++round) {
    const child = start(['import', recordIn(`state${round}`), '--database', database, '--json']);
    child.stderr.resume();
    await new Promise((done) => {
      child.stdout.once('data', () => child.kill('SIGKILL'));
      child.once('close', done);
    });
    assert.equal(stateOf(database), `state${round}`);
  }
});

test('a server that is killed while it serves and an import writes: the import is whole, and the next start is quick', async (t) => {
  const database = join(temporaryFolder(), 'record.db');
  await imported(recordIn('state0'), database);
  const times = [];
  for (let round = 1; round <= 6; ++round) {
    const server = await serve(database);
    const readers = Array.from({ length: 8 }, async () => {
      for (;;) await request(`${server.url}/pl/kronika`);
    }).map((reader) => reader.catch(() => undefined)); // the server goes under them
    const importing = imported(recordIn(`state${round}`), database);
    await new Promise((done) => setTimeout(done, 40 * round));
    assert.equal(await server.stop('SIGKILL'), 'SIGKILL');
    await importing;
    await Promise.all(readers);
    const began = performance.now();
    const next = await serve(database);
    const page = await request(`${next.url}/pl/kronika`);
    times.push(performance.now() - began);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes(`state${round}`), 'it shows what was imported last');
    assert.equal(await next.stop(), exit.success);
    assert.equal(stateOf(database), `state${round}`);
  }
  t.diagnostic(`from the start to the first page: ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
});

test('a backup that is killed leaves nothing under its name, or a whole database', async () => {
  const database = join(temporaryFolder(), 'record.db');
  await imported(recordIn('state0'), database);
  for (let moment = 0; moment < 6; ++moment) {
    const file = join(temporaryFolder(), 'backup.db');
    const child = start(['backup', file, '--database', database]);
    child.stderr.resume();
    child.stdout.resume();
    setTimeout(() => child.kill('SIGKILL'), 5 + moment * 12);
    await new Promise((done) => child.once('close', done));
    if (existsSync(file)) assert.equal(stateOf(file), 'state0');
    else assert.equal((await run(['backup', file, '--database', database])).code, exit.success, 'its leavings are in nobody’s way');
  }
});
