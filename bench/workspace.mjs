#!/usr/bin/env node
// How long people wait who keep the record, many at once: for the form of an activity, for saving it, for its page and
// history, for the table of activities; and readers of the portal meanwhile.
//   node bench/workspace.mjs PROGRAM DATABASE [--people N] [--seconds N] [--table no]
// Works on a copy of the database. Loopback only; ends with this program.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Server, sleep } from './process.mjs';
import { quantile } from './search.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { people: { type: 'string', default: '50' }, seconds: { type: 'string', default: '60' }, table: { type: 'string', default: 'yes' } } });
if (positionals.length !== 2) {
  console.error('Usage: node bench/workspace.mjs PROGRAM DATABASE [--people N] [--seconds N] [--table no]');
  process.exit(2);
}
const program = resolve(positionals[0]);
process.env.INTERREGIO_BINARY = program;
const { Editor } = await import('../tests/support/editing.js');
const { Visitor, addUser, password, setPassword } = await import('../tests/support/people.js');

delete process.env.INTERREGIO_BINARY; // which is none of the program's own

const folder = mkdtempSync(join(tmpdir(), 'interregio-workspace-'));
const database = join(folder, 'record.db');
copyFileSync(positionals[1], database);
const { link } = await addUser(database, 'joerg-kemna', 'rvr', 'bench@rvr.example', ['publisher']);
const server = await Server.start(program, database);
const took = new Map();

/** Notes how long something took, in milliseconds. */
async function timed(what, work) {
  const began = performance.now();
  const answer = await work();
  if (!took.has(what)) took.set(what, []);
  took.get(what).push(performance.now() - began);
  return answer;
}

/** One person: opens the form of an activity of their own, looks round, and saves. */
async function person(visitor, path, fields, until) {
  for (let edition = 1; performance.now() < until; edition += 1) {
    const form = await timed('form', () => visitor.get(`${path}/bearbeiten`));
    const version = /name="version" value="(\d+)"/.exec(form.text)[1];
    await sleep(300 + Math.random() * 700);
    const sent = { ...fields, version, 'summary.de': `Stand ${edition} von ${path.slice(-12)}`, do: 'save' };
    const saved = await timed('save', () => visitor.send(`${path}/bearbeiten`, { method: 'POST', fields: sent }));
    if (saved.status !== 303) throw new Error(`not saved: ${saved.status}`);
    await timed('page of the record', () => visitor.get(path));
    await sleep(300 + Math.random() * 700);
    if (values.table === 'yes') await timed('table', () => visitor.get('/de/arbeitsbereich/akte/aktivitaeten'));
    await timed('desk', () => visitor.get('/de/arbeitsbereich'));
    await timed('history', () => visitor.get(`${path}/verlauf`));
    await sleep(300 + Math.random() * 700);
  }
}

async function reader(until) {
  for (const pages = ['/de/', '/pl/', '/en/']; performance.now() < until; await sleep(20))
    for (const page of pages) await timed('public page', () => server.get(page));
}

try {
  const site = { url: server.origin };
  await setPassword(site, link, password);
  const visitor = new Visitor(site);
  await visitor.signIn('bench@rvr.example');
  const count = Number(values.people);
  const table = (await timed('first table', () => visitor.get('/de/arbeitsbereich/akte/aktivitaeten'))).text;
  await timed('first desk', () => visitor.get('/de/arbeitsbereich'));
  const paths = [...new Set(table.match(/\/de\/arbeitsbereich\/akte\/aktivitaeten\/[0-9a-f-]{36}/g))].slice(0, count);
  if (paths.length < count) throw new Error(`${paths.length} activities for ${count} people`);
  const editor = new Editor(visitor);
  const forms = [];
  for (const path of paths) forms.push(Object.fromEntries((await editor.open('activity', path.split('/').at(-1))).values));
  took.delete('form');
  const until = performance.now() + Number(values.seconds) * 1000;
  await Promise.all([reader(until), ...paths.map((path, i) => person(visitor, path, forms[i], until))]);
  console.log(`| ${count} people, ${values.seconds} s | requests | p50 ms | p99 ms |\n|---|---|---|---|`);
  for (const [what, all] of took) {
    all.sort((one, other) => one - other);
    console.log(`| ${what} | ${all.length} | ${quantile(all, 0.5).toFixed(1)} | ${quantile(all, 0.99).toFixed(1)} |`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
