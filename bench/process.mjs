// Running the program and watching what it costs. Linux: memory and processor time are read from /proc.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { performance } from 'node:perf_hooks';

const longestCommand = 20 * 60_000; // ms
const longestStart = 60_000; // ms

export const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** { peak, memory } in bytes and { cpu } in seconds of a living process; nothing when it is gone. */
export function usage(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return { peak: bytes('VmHWM'), memory: bytes('VmRSS'), own: bytes('RssAnon'), cpu: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return undefined;
  }
}

/** Runs a command to its end: { seconds, cpu, peak, output }; an exit code other than 0 is an error. */
export async function run(command, args, { input } = {}) {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => { output += data; });
  child.stderr.on('data', (data) => { errors = (errors + data).slice(-4000); });
  child.stdin.on('error', () => {}); // ended early: its exit code says so
  child.stdin.end(input ?? '');
  let last = { peak: 0, cpu: 0 };
  const watch = setInterval(() => {
    const now = usage(child.pid);
    if (now?.peak) last = now; // one that has ended and waits to be noticed has no memory any more
  }, 10);
  const limit = setTimeout(() => child.kill('SIGKILL'), longestCommand);
  const ended = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, at: performance.now() }));
  }).finally(() => { clearInterval(watch); clearTimeout(limit); });
  if (ended.code !== 0) throw new Error(`${command} ${args.join(' ')}: ${ended.signal ?? ended.code}\n${errors}`);
  return { seconds: (ended.at - began) / 1000, cpu: last.cpu, peak: last.peak, output };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A server on loopback. `ready` is the time from its start to the first 200 of /healthz, in seconds. */
export class Server {
  static async start(program, database) {
    const port = await freePort();
    const server = new Server();
    server.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    server.origin = `http://127.0.0.1:${port}`;
    server.began = performance.now();
    // Without the maker of pictures, which would take a processor in the first minutes.
    server.child = spawn(program, ['serve', '--database', database, '--listen', `127.0.0.1:${port}`, '--log-level', 'warn', '--pictures', 'off'],
      { stdio: ['ignore', 'ignore', 'inherit'] });
    server.gone = new Promise((resolve) => { server.child.on('exit', resolve); });
    try {
      for (;;) {
        const answer = await server.get('/healthz').catch(() => undefined);
        if (answer?.status === 200) break;
        if (server.child.exitCode !== null) throw new Error('the server ended by itself');
        if (performance.now() - server.began > longestStart) throw new Error('the server is not ready');
        await sleep(5);
      }
    } catch (error) {
      await server.stop();
      throw error;
    }
    server.ready = server.since();
    return server;
  }

  since() {
    return (performance.now() - this.began) / 1000;
  }

  /** { status, body, milliseconds }: from sending the request to the last byte of the answer. */
  get(path) {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const request = http.get(this.origin + path, { agent: this.agent, timeout: 60_000 }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const milliseconds = performance.now() - began;
          resolve({ status: response.statusCode, body: Buffer.concat(parts).toString(), milliseconds });
        });
      });
      request.on('timeout', () => request.destroy(new Error(`no answer: ${path}`)));
      request.on('error', reject);
    });
  }

  usage() {
    return usage(this.child.pid);
  }

  async stop() {
    this.agent.destroy();
    if (this.child.exitCode === null) this.child.kill('SIGTERM');
    const limit = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
    await this.gone;
    clearTimeout(limit);
  }
}
