// Measures the partnership page against WordPress with the same content: script/bench-wordpress calls it.
//   node bench/wordpress.mjs [--rounds N] [--seconds N]
// Same machine, same run, the servers in turn, wrk as the client. Bounded in time; ends what it started.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Server, run, usage } from './process.mjs';
import { spread, table } from './report.mjs';
import { family, fetchRaw, startWordPress, versionOf } from './wordpress_site.mjs';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '4' } } });
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const ourPath = '/de/partnerschaften/ruhrgebiet-und-metropole-gzm';
const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'de,en;q=0.7', 'Accept-Encoding': 'gzip, deflate, br' };

const folder = mkdtempSync(join(tmpdir(), 'interregio-bench-'));
chmodSync(folder, 0o755); // the workers of nginx and PHP run as somebody else when root starts them
const children = [];
process.on('exit', () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const say = (text) => console.error(`${new Date().toISOString().slice(11, 19)} ${text} (load ${loadavg()[0].toFixed(1)})`);

/** Memory of processes in bytes; what they share is counted once. */
function memoryOf(pids) {
  const one = (pid) => {
    try {
      return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]) * 1024;
    } catch {
      return 0;
    }
  };
  return pids.reduce((sum, pid) => sum + one(pid), 0);
}

const inMilliseconds = (text) => Number.parseFloat(text) * (text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : 1000);
const processorOf = (pids) => pids.reduce((sum, pid) => sum + (usage(pid)?.cpu ?? 0), 0);

async function load(one, connections) {
  const headers = Object.entries(browser).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const before = processorOf(one.pids());
  const { output } = await run('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '--latency', ...headers, one.origin + one.path]);
  const cpu = processorOf(one.pids()) - before;
  if (/Socket errors|Non-2xx/.test(output)) throw new Error(output);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]),
    p50: inMilliseconds(/^\s+50%\s+(\S+)/m.exec(output)[1]),
    p99: inMilliseconds(/^\s+99%\s+(\S+)/m.exec(output)[1]),
    cpu: (cpu / Number(/(\d+) requests in/.exec(output)[1])) * 1000, // milliseconds
  };
}

const program = join(folder, 'interregio');
copyFileSync(new URL('../build/release/interregio', import.meta.url), program);
const database = join(folder, 'bench.db');
await run(program, ['import', 'demo', '--database', database]);
const server = await Server.start(program, database);
children.push(server.child);
const page = (await fetchRaw(server.origin, ourPath)).body.toString();
const content = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(page)[1];
const title = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(page)[1].replace(/<[^>]+>/g, '').trim();
say('installing WordPress');
const wordpress = await startWordPress(folder, title, content, children);
const servers = [
  { name: 'Interregio', origin: server.origin, path: ourPath, pids: () => family(server.child.pid) },
  { name: 'WordPress', origin: wordpress.plain, path: wordpress.path, pids: wordpress.pids },
  { name: 'WordPress with nginx’s cache', origin: wordpress.cached, path: wordpress.path, pids: wordpress.pids },
];
for (const one of servers) {
  const plain = await fetchRaw(one.origin, one.path);
  const compressed = await fetchRaw(one.origin, one.path, browser);
  if (!plain.body.toString().includes(content.slice(-200).trim().slice(0, 60))) throw new Error(`${one.name} does not show the content`);
  Object.assign(one, { plain: plain.body.length, compressed: compressed.body.length, coding: compressed.headers['content-encoding'], runs: { 8: [], 64: [] } });
}
for (let round = 0; round < rounds; ++round)
  for (const connections of [8, 64])
    for (const one of round % 2 ? [...servers].reverse() : servers) {
      say(`round ${round + 1} of ${rounds}: ${one.name}, ${connections} connections`);
      one.runs[connections].push(await load(one, connections));
    }
const memory = { ours: memoryOf(family(server.child.pid)), wordpress: memoryOf(wordpress.pids()) };

const median = (one, connections, what) => spread(one.runs[connections].map((each) => each[what])).median;
const number = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2));
const rows = [8, 64].flatMap((connections) => servers.map((one) => {
  const ratios = one.runs[connections].map((each, i) => servers[0].runs[connections][i].rate / each.rate);
  const { median: middle, least, most } = spread(ratios);
  return [one.name, String(connections), number(median(one, connections, 'rate')), number(median(one, connections, 'p50')), number(median(one, connections, 'p99')),
    number(median(one, connections, 'cpu')), one === servers[0] ? '1' : `${number(middle)} (${number(least)}–${number(most)})`];
}));
const text = [
  `${cpus()[0].model}, ${availableParallelism()} cores; ${rounds} rounds of ${seconds} s; load ${loadavg()[0].toFixed(1)} at the end (wrk runs on the same cores)`,
  ['wordpress', 'mariadb-server', 'php8.2-fpm', 'nginx-light'].map((name) => `${name} ${versionOf(name)}`).join(', '),
  table(['', 'connections', 'requests/s', 'p50, ms', 'p99, ms', 'processor a request, ms', 'ours is so many times as fast'], rows),
  table(['', 'page, bytes', 'as a browser gets it'], servers.map((one) => [one.name, one.plain.toLocaleString('en'), `${one.compressed.toLocaleString('en')} (${one.coding ?? 'uncompressed'})`])),
  `Memory of all processes after that: ${(memory.ours / 1e6).toFixed(0)} MB against ${(memory.wordpress / 1e6).toFixed(0)} MB.`,
].join('\n\n');
mkdirSync('out', { recursive: true });
writeFileSync('out/bench-wordpress.md', `${text}\n`);
console.log(text);
await wordpress.stop();
await server.stop();
process.exit(0);
