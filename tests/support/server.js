// The real server on a free port, with a database of its own.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { temporaryFolder } from './folders.js';
import { binary, demo, root, run, start } from './program.js';
import { Site } from './site.js';

/** A database filled from a record folder. */
export async function databaseOf(folder) {
  const database = join(temporaryFolder(), 'record.db');
  const imported = await run(['import', folder, '--database', database]);
  assert.equal(imported.code, 0, imported.all);
  return database;
}

/**
 * A database filled from the demo record, with the files of all its pictures made. That takes a minute of a processor:
 * it is done once for a program and a record, and kept in out/.
 */
export async function demoWithPictures() {
  const hash = createHash('sha256').update(readFileSync(binary));
  for (const entry of readdirSync(demo, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath ?? entry.path, entry.name)));
  const kept = join(root, 'out', `demo-${hash.digest('hex').slice(0, 16)}.db`);
  if (!existsSync(kept)) {
    const database = await databaseOf(demo);
    const made = await run(['pictures', '--database', database], { seconds: 900 });
    assert.equal(made.code, 0, made.all);
    mkdirSync(join(root, 'out'), { recursive: true });
    const backup = `${kept}.${process.pid}`;
    assert.equal((await run(['backup', backup, '--database', database])).code, 0);
    renameSync(backup, kept);
  }
  const copy = join(temporaryFolder(), 'record.db');
  copyFileSync(kept, copy);
  return copy;
}

/**
 * Starts `interregio serve`. Gives { url, database, log, process, stop }; `log` grows: one object a line that the
 * server wrote. stop(signal) gives the exit code.
 */
export async function serve(database, parameters = [], options = {}) {
  const listen = parameters.includes('--listen') ? [] : ['--listen', '127.0.0.1:0'];
  // Making pictures takes the processor for a while: only where a test is about it.
  const pictures = parameters.includes('--pictures') ? [] : ['--pictures', 'off'];
  const child = start(['serve', '--database', database, ...listen, ...pictures, ...parameters], options);
  const log = [];
  let rest = '';
  let heard;
  const listening = new Promise((done, failed) => {
    heard = (line) => {
      log.push(line);
      if (line.event === 'listening') done(line.detail);
    };
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${JSON.stringify(log)}`)));
    setTimeout(() => failed(new Error('the server does not listen after 20 seconds')), 20_000).unref();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) heard(parsed(line));
  });
  child.stdout.resume();
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = (signal = 'SIGTERM') => {
    child.kill(signal);
    process.removeListener('exit', kill);
    return ended;
  };
  return { url: (await listening).replace(/\/$/, ''), database, log, process: child, ended, stop };
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { event: 'not JSON', detail: line };
  }
}

/** A server with the demo record: the one a runner has started (INTERREGIO_TEST_URL), or a new one. */
export async function serveDemo(database = () => databaseOf(demo)) {
  const url = process.env.INTERREGIO_TEST_URL;
  if (url) return { url: url.replace(/\/$/, ''), stop: async () => 0 };
  return serve(await database());
}

/** For the tests of one file: a server with the demo record, its site and main pages. It ends when the tests do. */
export async function demoSite(database) {
  const server = await serveDemo(database);
  after(() => server.stop());
  const site = new Site(server.url);
  return { server, site, pages: await site.demoPages() };
}
