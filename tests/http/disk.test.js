// Proves: when the disk is full, read-only or gone, or the database is locked, the portal goes on serving what it has,
// says what is wrong on /healthz and in the log, tells strangers no paths, and is well again when the cause is gone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { smallDisk, withoutDisks } from '../support/disk.js';
import { bytesOf, copyOf, edit, temporaryFolder } from '../support/folders.js';
import { healthOf, healthWhen, metricsOf, metricsUrl } from '../support/metrics.js';
import { exit, run } from '../support/program.js';
import { exported, imported, small } from '../support/record.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';
import { request } from '../support/web.js';

const pages = ['/pl/', '/en/timeline', '/de/aktivitaeten/hochwasserseminar', '/en/activities/flood-seminar'];

async function servesPages(server) {
  const site = new Site(server.url);
  for (const path of pages) await site.page(path);
}

/** The small record with another title for the seminar. */
function renamed(title) {
  const folder = copyOf(small);
  edit(folder, 'activities.yaml', 'en: Flood seminar', `en: ${title}`);
  return folder;
}

async function saidInTheLog(server, words) {
  for (let tries = 0; tries < 50; ++tries) {
    const line = server.log.find((each) => each.event === 'health' && each.detail.includes(words));
    if (line) return line;
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail(`"${words}" in ${JSON.stringify(server.log)}`);
}

const writing = (code) => (health) => health.checks['database.write'].code === code;

test('a full disk: pages go on, an import changes nothing, and all is well when there is room', { skip: withoutDisks }, async () => {
  const disk = smallDisk(24);
  let server;
  try {
    const database = join(disk.folder, 'record.db');
    await imported(small, database);
    const before = bytesOf(await exported(database));
    server = await serve(database, ['--metrics-listen', '127.0.0.1:0']);
    await new Site(server.url).page(pages[0]);
    disk.fill();

    const health = await healthWhen(server.url, writing('full'));
    assert.equal(health.status, 'degraded');
    assert.equal(health.answer.status, 200, 'it serves');
    assert.equal(health.checks['database.read'].status, 'ok');
    assert.equal(health.checks['disk.space'].code, 'low');
    assert.ok(!health.answer.text.includes(disk.folder) && !health.answer.text.includes('detail'), health.answer.text);
    const local = await request(metricsUrl(server).replace(/\/metrics$/, '/healthz'));
    assert.ok(local.text.includes(disk.folder), 'the operator is told where');
    assert.equal((await saidInTheLog(server, 'database.write: degraded: full')).level, 'warning');
    assert.equal((await metricsOf(server))['interregio_health{check="database.write"}'], 1);
    await servesPages(server);

    const refused = await run(['import', renamed('High water'), '--database', database]);
    assert.equal(refused.code, exit.failure, refused.all);
    assert.match(refused.stderr, /full|space/i);
    assert.deepEqual(bytesOf(await exported(database)), before, 'nothing of it is there');
    await servesPages(server);

    disk.makeRoom();
    await healthWhen(server.url, writing(undefined));
    assert.equal((await saidInTheLog(server, 'database.write: ok')).level, 'info');
    await imported(renamed('High water'), database);
    await new Site(server.url).page('/en/activities/high-water');
  } finally {
    assert.equal(await server?.stop(), 0);
    disk.remove();
  }
});

test('a disk that is full at the start: what is there is served', { skip: withoutDisks }, async () => {
  const disk = smallDisk(24);
  try {
    const database = join(disk.folder, 'record.db');
    await imported(small, database);
    disk.fill();
    const server = await serve(database);
    try {
      await healthWhen(server.url, ({ checks }) => checks['database.write'].status === 'degraded');
      await servesPages(server);
    } finally {
      assert.equal(await server.stop(), 0);
    }
  } finally {
    disk.remove();
  }
});

test('a read-only disk: the portal starts, serves and says so; reading commands work, writing ones fail', { skip: withoutDisks }, async () => {
  const disk = smallDisk(24);
  try {
    const database = join(disk.folder, 'record.db');
    await imported(small, database);
    const before = bytesOf(await exported(database));
    for (const end of ['-wal', '-shm']) assert.ok(!existsSync(database + end), 'a clean end leaves one file');
    disk.protect();
    const server = await serve(database);
    try {
      const health = await healthOf(server.url);
      assert.equal(health.answer.status, 200);
      assert.deepEqual(health.checks['database.write'], { status: 'degraded', code: 'read_only' });
      await saidInTheLog(server, 'database.write: degraded: read_only');
      await servesPages(server);
      const refused = await run(['import', renamed('High water'), '--database', database]);
      assert.equal(refused.code, exit.failure, refused.all);
      assert.match(refused.stderr, /read-?only/i);
      await servesPages(server);
    } finally {
      assert.equal(await server.stop(), 0);
    }
    assert.deepEqual(bytesOf(await exported(database)), before);
    assert.equal((await run(['backup', join(temporaryFolder(), 'copy.db'), '--database', database])).code, exit.success);
  } finally {
    disk.remove();
  }
});

/** A disk with a database of which the newest change is still in the log, as a server leaves it that was killed. */
async function diskWithChangesInTheLog() {
  const disk = smallDisk(24);
  const database = join(disk.folder, 'record.db');
  await imported(small, database);
  const server = await serve(database);
  await new Site(server.url).page('/en/');
  await imported(renamed('High water'), database);
  await server.stop('SIGKILL');
  assert.ok(statSync(`${database}-wal`).size > 0);
  return { disk, database };
}

test('a read-only disk with changes in the log: they are shown', { skip: withoutDisks }, async () => {
  const { disk, database } = await diskWithChangesInTheLog();
  try {
    disk.protect();
    const server = await serve(database);
    try {
      await new Site(server.url).page('/en/activities/high-water');
    } finally {
      assert.equal(await server.stop(), 0);
    }
  } finally {
    disk.remove();
  }
});

test('a read-only disk with changes in a log that cannot be read: refused rather than shown without them', { skip: withoutDisks }, async () => {
  const { disk, database } = await diskWithChangesInTheLog();
  try {
    rmSync(`${database}-shm`);
    disk.protect();
    const refused = await run(['serve', '--database', database, '--listen', '127.0.0.1:0'], { seconds: 30 });
    assert.equal(refused.code, exit.failure, refused.all);
    assert.ok(refused.stderr.includes(`${database}-wal`), refused.stderr);
  } finally {
    disk.remove();
  }
});

/** Another program that keeps the database to itself until release() is called. */
async function keeper(database, script) {
  const child = spawn('sqlite3', [database], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ready = new Promise((done) => child.stdout.on('data', (text) => String(text).includes('mine') && done()));
  child.stdin.write(`${script}\n.print mine\n`);
  await ready;
  const ended = new Promise((done) => child.once('exit', done));
  return {
    release() {
      child.stdin.end();
      return ended;
    },
  };
}

test('a locked database: pages go on, and it is said when writers would give up', async () => {
  const server = await serve(await databaseOf(small));
  const other = await keeper(server.database, 'BEGIN IMMEDIATE;');
  try {
    await servesPages(server);
    const waiting = run(['import', renamed('High water'), '--database', server.database]);
    const health = await healthWhen(server.url, writing('locked'), 60);
    assert.equal(health.answer.status, 200);
    assert.equal(health.status, 'degraded');
    await saidInTheLog(server, 'database.write: degraded: locked');
    const refused = await waiting;
    assert.equal(refused.code, exit.failure, refused.all);
    assert.match(refused.stderr, /locked/);
    await servesPages(server);
    await other.release();
    await healthWhen(server.url, writing(undefined));
    await imported(renamed('High water'), server.database);
    await new Site(server.url).page('/en/activities/high-water');
  } finally {
    await other.release();
    assert.equal(await server.stop(), 0);
  }
});

test('a database that somebody else keeps to himself: the start fails and says why', async () => {
  const database = await databaseOf(small);
  const other = await keeper(database, 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE migrations SET name = name;');
  try {
    const refused = await run(['serve', '--database', database, '--listen', '127.0.0.1:0'], { seconds: 60 });
    assert.equal(refused.code, exit.failure, refused.all);
    assert.match(refused.stderr, /locked/);
  } finally {
    await other.release();
  }
});

test('a database that a newer program migrates while we serve is said, and pages go on', async () => {
  const server = await serve(await databaseOf(small));
  const other = await keeper(server.database,
    "INSERT INTO migrations (number, name, checksum, applied_at) VALUES (9999, '9999_future.sql', 'x', '2999-01-01T00:00:00Z');");
  try {
    await other.release();
    const health = await healthWhen(server.url, ({ checks }) => checks['database.schema'].code === 'newer');
    assert.equal(health.status, 'degraded');
    await servesPages(server);
  } finally {
    assert.equal(await server.stop(), 0);
  }
});

test('a database file that was taken away is said, and what is open is served', async () => {
  const server = await serve(await databaseOf(small));
  try {
    await servesPages(server);
    rmSync(server.database);
    const health = await healthWhen(server.url, writing('failed'));
    assert.equal(health.status, 'degraded');
    await servesPages(server);
  } finally {
    assert.equal(await server.stop(), 0);
  }
});

test('a database file that was cut short ends nothing: pages in memory are served, others are 500', async () => {
  const server = await serve(await databaseOf(small));
  try {
    await servesPages(server);
    truncateSync(server.database, 40_000);
    await servesPages(server);
    assert.equal((await request(`${server.url}/de/organisationen`)).status, 500);
  } finally {
    assert.equal(await server.stop(), 0);
  }
});
