// How long a start takes after everything was killed; bench/run.mjs calls it for each size. By itself:
//   node bench/restart.mjs DATABASE      works on a copy
// Only processes that were started here are killed.
import { spawn, spawnSync } from 'node:child_process';
import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server, sleep } from './process.mjs';
import { restartRows } from './report.mjs';

const logBytes = (database) => (existsSync(`${database}-wal`) ? statSync(`${database}-wal`).size : 0);

function sqlite(database, sql) {
  const { status, stdout, stderr } = spawnSync('sqlite3', [database, sql], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** What must be the same before and after. */
const state = (database) => sqlite(database, 'SELECT count(*), max(sequence) FROM journal; SELECT count(*), sum(length(body)) FROM texts');

/** Starts, asks for the home page, kills: { ready, home } in milliseconds. */
async function startAndKill(program, database) {
  const server = await Server.start(program, database);
  const home = await server.get('/de/');
  const times = { ready: server.ready * 1000, home: server.since() * 1000, status: home.status };
  server.agent.destroy();
  server.child.kill('SIGKILL');
  await server.gone;
  if (times.status !== 200) throw new Error(`the home page: ${times.status}`);
  return times;
}

/** A writer that changes every text in one transaction, and is killed when `ready` says so. */
async function killWriter(database, script, ready) {
  const child = spawn('sqlite3', [database], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text) => { said += text; });
  child.stdin.write(`PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF;\n${script}\n.print finished\n`);
  const gone = new Promise((done) => { child.once('exit', done); });
  for (let patience = 6000; patience && child.exitCode === null && !ready(said); --patience) await sleep(20);
  child.kill('SIGKILL');
  await gone;
}

/** { killed, halfWritten, logged }: starts after the server was killed, after a writer was, after one that had committed. */
export async function measureRestart(program, database, rounds = 5) {
  const before = state(database);
  const result = { killed: [] };
  for (let round = 0; round <= rounds; ++round) result.killed.push(await startAndKill(program, database));
  result.killed.shift(); // the first came after a clean end

  const most = statSync(database).size / 4; // as much as a large import has written when it is killed
  await killWriter(database, "BEGIN IMMEDIATE; UPDATE texts SET body = body || ' ';", (said) => logBytes(database) > most || said.includes('finished'));
  result.halfWritten = { bytes: logBytes(database), ...await startAndKill(program, database) };
  if (state(database) !== before) throw new Error('a killed writer has left something');

  const row = sqlite(database, 'SELECT count(*) / 20 FROM texts');
  await killWriter(database, `BEGIN IMMEDIATE; UPDATE texts SET body = body || ' ' WHERE rowid IN (SELECT rowid FROM texts LIMIT ${row}); COMMIT;`, (said) => said.includes('finished'));
  const bytes = logBytes(database);
  const logged = await startAndKill(program, database);
  result.logged = { bytes, ...logged };
  const [, texts] = before.split('\n').map((line) => line.split('|').map(Number));
  const now = state(database).split('\n')[1].split('|').map(Number);
  if (now[1] !== texts[1] + Number(row)) throw new Error('what was committed is lost');
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'interregio-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'interregio');
  copyFileSync(new URL('../build/release/interregio', import.meta.url), program);
  const database = join(folder, 'bench.db');
  copyFileSync(process.argv[2], database, constants.COPYFILE_FICLONE);
  for (const [name, value] of restartRows(await measureRestart(program, database))) console.log(`${name}: ${value}`);
  process.exit(0);
}
