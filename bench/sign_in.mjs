#!/usr/bin/env node
// Measures what signing in costs the readers of the portal: how long public pages take while 50 people a second sign in,
// against the same while nobody does, in one run, in turn.
//   node bench/sign_in.mjs [--rounds N] [--seconds N] [--rate N]
// Needs the program (script/build release interregio). Loopback only; ends with this program.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Server, sleep } from './process.mjs';
import { quantile } from './search.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '8' }, rate: { type: 'string', default: '50' } } });
const [rounds, seconds, rate] = [values.rounds, values.seconds, values.rate].map(Number);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'build/release/interregio');
const folder = mkdtempSync(join(tmpdir(), 'interregio-sign-in-'));
const database = join(folder, 'record.db');
const password = 'wierzba pod oknem 7';

function interregio(...args) {
  const { status, stdout, stderr } = spawnSync(program, [...args, '--database', database, '--json'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A POST on a connection of its own; gives the status. */
function post(url, fields, cookie) {
  return new Promise((done) => {
    const body = new URLSearchParams(fields).toString();
    const request = http.request(url, { method: 'POST', agent: false, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin, cookie } }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode));
    });
    request.on('error', () => done(0));
    request.end(body);
  });
}

/** What the form of a page needs: its token, and the cookie that goes with it. */
function form(url) {
  return new Promise((done, failed) => {
    http.get(url, { agent: false }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += part));
      answer.on('end', () => done({ form_token: /name="form_token" value="([^"]+)"/.exec(text)[1], cookie: answer.headers['set-cookie'][0].split(';')[0] }));
    }).on('error', failed);
  });
}

/** Reads public pages, one every 2 ms, and gives how long each took. */
async function read(server, until) {
  const pages = ['/de/', '/pl/', '/en/', '/de/chronik'];
  const took = [];
  while (performance.now() < until) {
    took.push((await server.get(pages[took.length % pages.length])).milliseconds);
    await sleep(2);
  }
  return took;
}

async function signIn(server, visitor, until) {
  const answers = [];
  const began = performance.now();
  for (let i = 0; performance.now() < until; ++i) {
    answers.push(post(`${server.origin}/de/anmelden`, { form_token: visitor.form_token, email: 'anna@rvr.example', password }, visitor.cookie));
    await sleep(Math.max(0, began + (i + 1) * (1000 / rate) - performance.now()));
  }
  const statuses = await Promise.all(answers);
  return { asked: statuses.length, taken: statuses.filter((status) => status === 303).length, busy: statuses.filter((status) => status === 503).length };
}

try {
  interregio('import', join(root, 'demo'));
  const link = JSON.parse(interregio('user', 'add', '--person', 'garrelt-duin', '--organisation', 'rvr', '--email', 'anna@rvr.example')).link;
  const server = await Server.start(program, database);
  try {
    const address = server.origin + new URL(link).pathname;
    const { form_token, cookie } = await form(address);
    await post(address, { form_token, password, repeated: password }, cookie);
    const visitor = await form(`${server.origin}/de/anmelden`);
    const quiet = [];
    const busy = [];
    const sums = { asked: 0, taken: 0, busy: 0 };
    for (let round = 0; round < rounds; ++round) {
      quiet.push(...(await read(server, performance.now() + seconds * 1000)));
      const until = performance.now() + seconds * 1000;
      const [took, signed] = await Promise.all([read(server, until), signIn(server, visitor, until)]);
      busy.push(...took);
      for (const [name, count] of Object.entries(signed)) sums[name] += count;
    }
    const line = (name, took) => `| ${name} | ${took.length} | ${quantile(took, 0.5).toFixed(2)} | ${quantile(took, 0.99).toFixed(2)} | ${quantile(took, 1).toFixed(1)} |`;
    console.log('| public pages | read | p50, ms | p99, ms | longest, ms |\n| --- | ---: | ---: | ---: | ---: |');
    console.log(line('nobody signs in', quiet));
    console.log(line(`${rate} a second sign in`, busy));
    console.log(`\nSign-ins: ${sums.asked} asked for in ${rounds * seconds} s, ${sums.taken} done, ${sums.busy} turned away with 503.`);
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
