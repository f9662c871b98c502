// Measures the partnership page against nginx with the same bytes in a file: script/bench-file-server calls it.
//   node bench/file_server.mjs [--rounds N] [--seconds N]
// Same machine, same run, the servers in turn, wrk as the client. Everything listens on loopback, is bounded in time and
// ends with this program. nginx is Debian's, tuned: two workers, no access log, open file cache, sendfile.
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Server, freePort, run, sleep, usage } from './process.mjs';
import { spread, table } from './report.mjs';

const { values: options } = parseArgs({ options: {
  rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' }, idle: { type: 'string', default: '5000' },
} });
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const idleConnections = Number(options.idle);
const path = '/de/partnerschaften/ruhrgebiet-und-metropole-gzm';

const folder = mkdtempSync(join(tmpdir(), 'interregio-bench-'));
chmodSync(folder, 0o755); // nginx's workers run as somebody else when it is started by root
const children = [];
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const say = (text) => console.error(`${new Date().toISOString().slice(11, 19)} ${text} (load ${loadavg()[0].toFixed(1)})`);

/** The answer as a browser gets it: { status, headers, body } with the body as it came over the wire. */
async function fetchRaw(origin, where, headers) {
  const http = await import('node:http');
  return new Promise((done, failed) => {
    http.get(origin + where, { headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', failed);
  });
}

function configuration(port, answer, root) {
  const own = new Set(['date', 'content-length', 'content-type', 'content-encoding', 'connection', 'etag', 'keep-alive', 'vary']);
  const same = Object.entries(answer.headers).filter(([name]) => !own.has(name))
    .map(([name, value]) => `add_header ${name} "${value}";`).join(' ');
  const type = 'default_type "text/html; charset=utf-8"; types { }';
  return `worker_processes ${availableParallelism()}; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log warn; worker_rlimit_nofile 20000;
events { worker_connections 8192; multi_accept on; use epoll; }
http { access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; etag on; server_tokens off;
  keepalive_timeout 300s; keepalive_requests 100000000;
  open_file_cache max=1000 inactive=60s; open_file_cache_valid 60s; open_file_cache_min_uses 1; open_file_cache_errors on;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server { listen 127.0.0.1:${port} reuseport backlog=4096; root ${root};
    location = /plain.html { ${type} }
    location = /page.br { ${type} add_header Content-Encoding br; add_header Vary Accept-Encoding; }
    location = /same/page.br { ${type} alias ${root}/page.br; add_header Content-Encoding br; add_header Vary Accept-Encoding; ${same} }
  } }`;
}

async function startNginx(pages) {
  const root = join(folder, 'root');
  mkdirSync(root);
  writeFileSync(join(root, 'plain.html'), pages.plain.body);
  writeFileSync(join(root, 'page.br'), pages.brotli.body);
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), configuration(port, pages.brotli, root));
  const child = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')], { stdio: ['ignore', 'inherit', 'inherit'] });
  children.push(child);
  const origin = `http://127.0.0.1:${port}`;
  for (let patience = 200; ; --patience) {
    const answer = await fetchRaw(origin, '/plain.html', {}).catch(() => undefined);
    if (answer?.status === 200) break;
    if (!patience || child.exitCode !== null) throw new Error(`nginx does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
    await sleep(20);
  }
  const workers = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ').map(Number);
  return { origin, pids: () => [child.pid, ...workers()] };
}

const total = (pids, what) => pids.reduce((sum, pid) => sum + (usage(pid)?.[what] ?? 0), 0);
const inMilliseconds = (text) => Number.parseFloat(text) * (text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : 1000);

/** One run of wrk against one address of one server. */
async function load({ origin, pids }, where, headers, connections) {
  const before = total(pids(), 'cpu');
  const { output } = await run('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]), origin + where]);
  const cpu = total(pids(), 'cpu') - before;
  const requests = Number(/(\d+) requests in/.exec(output)[1]);
  if (/Socket errors/.test(output)) throw new Error(output);
  // wrk counts what is neither 2xx nor 3xx; 304 is among those it takes for good.
  if (/Non-2xx/.test(output)) throw new Error(output);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]),
    p50: inMilliseconds(/^\s+50%\s+(\S+)/m.exec(output)[1]),
    p99: inMilliseconds(/^\s+99%\s+(\S+)/m.exec(output)[1]),
    microseconds: (cpu / requests) * 1e6,
  };
}

/** Holds connections that each have asked once and are silent now; gives what they cost in memory, in bytes each. */
async function holdIdle({ origin, pids }, where) {
  const { port } = new URL(origin);
  const before = total(pids(), 'own');
  const sockets = [];
  for (let begun = 0; begun < idleConnections; begun += 250) {
    sockets.push(...await Promise.all(Array.from({ length: Math.min(250, idleConnections - begun) }, () => new Promise((done, failed) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(`HEAD ${where} HTTP/1.1\r\nHost: localhost\r\n\r\n`));
      socket.once('data', () => done(socket)).on('error', failed);
    }))));
  }
  await sleep(500);
  const memory = (total(pids(), 'own') - before) / idleConnections;
  return { memory, end: () => sockets.forEach((socket) => socket.destroy()) };
}

const program = join(folder, 'interregio');
copyFileSync(new URL('../build/release/interregio', import.meta.url), program);
const database = join(folder, 'bench.db');
await run(program, ['import', 'demo', '--database', database]);
const server = await Server.start(program, database);
children.push(server.child);
const ours = { origin: server.origin, pids: () => [server.child.pid] };

const pages = { plain: await fetchRaw(ours.origin, path, {}), brotli: await fetchRaw(ours.origin, path, { 'accept-encoding': 'br' }) };
if (pages.brotli.headers['content-encoding'] !== 'br') throw new Error('the page did not come compressed');
const nginx = await startNginx(pages);
const nginxTag = (await fetchRaw(nginx.origin, '/page.br', {})).headers.etag;

const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'de,en;q=0.7' };
const brotli = { ...browser, 'Accept-Encoding': 'gzip, deflate, br' };
const cases = [
  { name: `brotli, ${pages.brotli.body.length.toLocaleString('en')} bytes`, headers: brotli, theirs: '/page.br' },
  { name: 'the same with our headers', headers: brotli, theirs: '/same/page.br' },
  { name: `plain, ${pages.plain.body.length.toLocaleString('en')} bytes`, headers: browser, theirs: '/plain.html' },
  { name: 'If-None-Match, 304', headers: { ...brotli, 'If-None-Match': pages.brotli.headers.etag }, theirs: '/page.br', theirHeaders: { ...brotli, 'If-None-Match': nginxTag } },
].flatMap((one) => [64, 512].map((connections) => ({ ...one, connections, ours: [], nginx: [] })));

for (let round = 0; round < rounds; ++round)
  for (const one of cases) {
    say(`round ${round + 1} of ${rounds}: ${one.name}, ${one.connections} connections`);
    const turns = [async () => one.ours.push(await load(ours, path, one.headers, one.connections)),
      async () => one.nginx.push(await load(nginx, one.theirs, one.theirHeaders ?? one.headers, one.connections))];
    for (const turn of round % 2 ? turns.reverse() : turns) await turn();
  }

say(`${idleConnections} idle connections`);
const idle = {};
for (const [name, one, where] of [['ours', ours, path], ['nginx', nginx, '/page.br']]) {
  const held = await holdIdle(one, where);
  idle[name] = { memory: held.memory, ...await load(one, where, brotli, 64) };
  held.end();
  await sleep(500);
}

const ratios = (one, what) => one.ours.map((run, i) => run[what] / one.nginx[i][what]);
const shown = (values, digits) => {
  const { median, least, most } = spread(values);
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
};
const median = (runs, what) => spread(runs.map((one) => one[what])).median;
const pair = (one, what, digits) => `${median(one.ours, what).toFixed(digits)} / ${median(one.nginx, what).toFixed(digits)}`;
const text = [
  `${cpus()[0].model}, ${availableParallelism()} cores; ${rounds} rounds of ${seconds} s; load ${loadavg()[0].toFixed(1)} at the end (wrk runs on the same cores)`,
  table(['ours : nginx', 'connections', 'requests/s, ratio', 'processor time a request, ratio', 'requests/s', 'µs of processor a request', 'p50, ms', 'p99, ms'],
    cases.map((one) => [one.name, String(one.connections), shown(ratios(one, 'rate'), 2), shown(ratios(one, 'microseconds'), 2),
      pair(one, 'rate', 0), pair(one, 'microseconds', 1), pair(one, 'p50', 2), pair(one, 'p99', 2)])),
  table([`${idleConnections.toLocaleString('en')} idle connections`, 'ours', 'nginx'], [
    ['memory for each, kB', ...['ours', 'nginx'].map((name) => (idle[name].memory / 1000).toFixed(1))],
    ['requests/s of 64 others meanwhile', ...['ours', 'nginx'].map((name) => idle[name].rate.toFixed(0))]]),
].join('\n\n');
mkdirSync('out', { recursive: true });
writeFileSync('out/bench-file-server.md', `${text}\n`);
writeFileSync('out/bench-file-server.json', `${JSON.stringify({ cases, idle }, null, 2)}\n`);
console.log(text);
process.exit(0);
