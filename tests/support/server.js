// The real server on a free port, with a database of its own.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after } from 'node:test';
import { temporaryFolder } from './folders.js';
import { demo, run, start } from './program.js';
import { Site } from './site.js';

/** A database filled from a record folder. */
export async function databaseOf(folder) {
  const database = join(temporaryFolder(), 'record.db');
  const imported = await run(['import', folder, '--database', database]);
  assert.equal(imported.code, 0, imported.all);
  return database;
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
export async function serveDemo() {
  const url = process.env.INTERREGIO_TEST_URL;
  if (url) return { url: url.replace(/\/$/, ''), stop: async () => 0 };
  return serve(await databaseOf(demo));
}

/** For the tests of one file: a server with the demo record, its site and main pages. It ends when the tests do. */
export async function demoSite() {
  const server = await serveDemo();
  after(() => server.stop());
  const site = new Site(server.url);
  return { server, site, pages: await site.demoPages() };
}
