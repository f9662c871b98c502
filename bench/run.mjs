// Measures the program with generated records of several sizes; script/bench calls it. Everything it writes is in a
// temporary folder that is removed at the end; everything listens on loopback.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { pagesOf } from './pages.mjs';
import { Server, run, sleep } from './process.mjs';
import { markdown } from './report.mjs';
import { measureRestart } from './restart.mjs';
import { measureSearch, searchReady } from './search.mjs';
import { loadWithSqlite } from './yardstick.mjs';

const quick = process.argv.includes('--quick');
const numbers = process.argv.slice(2).filter((argument) => argument !== '--quick');
if (numbers.some((number) => !/^[1-9]\d*$/.test(number))) {
  console.error('Usage: script/bench [--quick] [ACTIVITIES…]');
  process.exit(2);
}
const sizes = numbers.length ? numbers.map(Number) : quick ? [100, 2000] : [100, 10_000, 100_000];
const imports = quick ? 1 : 3;
const starts = quick ? 2 : 5;

const folder = mkdtempSync(join(tmpdir(), 'interregio-bench-'));
let server; // the one that runs
process.on('exit', () => {
  server?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

// A copy, so that a build in the meantime changes nothing.
const program = join(folder, 'interregio');
copyFileSync(new URL('../build/release/interregio', import.meta.url), program);
const interregio = (database, ...args) => run(program, [...args, '--database', database, '--language', 'en']);
const say = (text) => console.error(`${new Date().toISOString().slice(11, 19)} ${text} (load ${loadavg()[0].toFixed(1)})`);
const figures = ({ seconds, cpu, peak }) => ({ seconds, cpu, peak, load: loadavg()[0] });

function removeDatabase(database) {
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
}

async function measureJobs(size, record, database) {
  say(`${size.activities}: check`);
  size.check = [figures(await interregio(database, 'check', record))];
  size.import = [];
  for (let i = 0; i < imports; ++i) {
    removeDatabase(database);
    say(`${size.activities}: import ${i + 1} of ${imports}`);
    size.import.push(figures(await interregio(database, 'import', record)));
  }
  size.databaseBytes = statSync(database).size;
  say(`${size.activities}: import again`);
  size.importAgain = [figures(await interregio(database, 'import', record))];
  rmSync(record, { recursive: true });
  say(`${size.activities}: export and backup`);
  const exported = join(folder, 'exported');
  size.export = [figures(await interregio(database, 'export', exported))];
  rmSync(exported, { recursive: true });
  const backup = join(folder, 'backup.db');
  size.backup = [figures(await interregio(database, 'backup', backup))];
  rmSync(backup);
  say(`${size.activities}: the sqlite3 tool`);
  size.yardstick = await loadWithSqlite(database, folder);
}

async function measureStart(size, database, deep) {
  server = await Server.start(program, database);
  const start = { ready: server.ready };
  const home = await server.get('/de/');
  start.home = server.since();
  if (home.status !== 200) throw new Error(`the home page: ${home.status}`);
  if (deep) await measurePages(size, deep, home);
  Object.assign(start, server.usage());
  await server.stop();
  server = undefined;
  return start;
}

/** The search, on a server of its own. */
async function measureAnswers(size, database) {
  say(`${size.activities}: search`);
  server = await Server.start(program, database);
  size.search = { ready: await searchReady(server) };
  Object.assign(size.search, await measureSearch(server, quick ? 300 : 2000), server.usage());
  await server.stop();
  server = undefined;
}

/** The first and the second request of every page; the first home page was the first after the start. */
async function measurePages(size, deep, home) {
  size.paths ??= await pagesOf(server, deep);
  for (const { name, path } of size.paths) {
    const first = path === '/de/' ? home : await server.get(path);
    const second = await server.get(path);
    if (first.status !== 200 || second.status !== 200) throw new Error(`${path}: ${first.status}, ${second.status}`);
    const page = (size.pages[name] ??= { path, first: [], second: [], bytes: Buffer.byteLength(first.body) });
    page.first.push(first.milliseconds);
    page.second.push(second.milliseconds);
    await sleep(2);
  }
}

async function measure(activities) {
  const size = { activities, pages: {}, starts: [] };
  const record = join(folder, 'record');
  const database = join(folder, 'bench.db');
  say(`${activities}: generate`);
  size.folder = generate(record, activities);
  await measureJobs(size, record, database);
  say(`${activities}: server`);
  for (let i = 0; i < starts; ++i) size.starts.push(await measureStart(size, database, size.folder.deep));
  await measureAnswers(size, database);
  // Ask the system to forget the file: the start after a reboot.
  await run('dd', [`if=${database}`, 'iflag=nocache', 'count=0', 'status=none']);
  size.coldStart = await measureStart(size, database);
  say(`${activities}: killed and started again`);
  size.restart = await measureRestart(program, database, starts);
  delete size.paths;
  removeDatabase(database);
  return size;
}

const results = { date: new Date().toISOString(), processor: cpus()[0].model, cores: availableParallelism(), loadAtStart: loadavg()[0], sizes: [] };
for (const activities of sizes) results.sizes.push(await measure(activities));
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `${JSON.stringify(results, null, 2)}\n`);
const text = `${results.processor}, ${results.cores} cores; load ${results.loadAtStart.toFixed(1)} at the start\n\n${markdown(results)}\n`;
writeFileSync('out/bench.md', text);
console.log(text);
process.exit(0);
