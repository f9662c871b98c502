// Many connections at a time, from a process of its own with a limit of open files of its own.
// As a module: crowd(url, …). As a program: node crowd.js PORT COUNT, driven by lines on standard input.
import { spawn, spawnSync } from 'node:child_process';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How many files a process may open here at most. */
export function mostOpenFiles() {
  const { stdout } = spawnSync('bash', ['-c', 'ulimit -Hn'], { encoding: 'utf8' });
  return stdout.trim() === 'unlimited' ? Infinity : Number(stdout);
}

/**
 * Holds `count` idle connections to a server, each of which has been answered one request for `path`. Gives
 * { held, refused, ask, close }: ask() sends another request on each and gives { answered, broken }.
 */
export async function crowd(url, count, path = '/healthz') {
  const program = fileURLToPath(import.meta.url);
  const child = spawn('bash', ['-c', 'ulimit -n "$(ulimit -Hn)" && exec "$0" "$@"', process.execPath, program, new URL(url).port, String(count), path],
    { stdio: ['pipe', 'pipe', 'inherit'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const gone = new Promise((done) => child.once('exit', done));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the crowd has gone');
    return JSON.parse(value);
  };
  const { held, refused } = await next();
  return {
    held,
    refused,
    ask() {
      child.stdin.write('ask\n');
      return next();
    },
    async close() {
      child.stdin.end();
      await gone;
      process.removeListener('exit', kill);
    },
  };
}

const longest = 120_000; // ms: the program ends by itself

async function runProgram(port, count, path) {
  setTimeout(() => process.exit(1), longest).unref();
  const bytes = `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
  const sockets = [];
  let refused = 0;

  /** Sends a request; whether it was answered in full and the connection stays. */
  const ask = (socket) => new Promise((done) => {
    let heard = '';
    const finish = (result) => {
      socket.removeAllListeners('data');
      done(result);
    };
    socket.once('close', () => finish(false));
    socket.on('data', (text) => {
      heard += text;
      const head = heard.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0);
      if (heard.length >= head + 4 + length) finish(heard.startsWith('HTTP/1.1 200'));
    });
    socket.write(bytes);
  });
  const connect = () => new Promise((done) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.setEncoding('latin1').on('error', () => {});
    socket.once('connect', () => done(socket));
    socket.once('close', () => done(undefined));
  });
  const enter = async () => {
    const socket = await connect();
    if (socket && (await ask(socket))) sockets.push(socket);
    else {
      ++refused;
      socket?.destroy();
    }
  };

  const together = 200;
  for (let begun = 0; begun < count; begun += together) await Promise.all(Array.from({ length: Math.min(together, count - begun) }, enter));
  console.log(JSON.stringify({ held: sockets.length, refused }));
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== 'ask') continue;
    let answered = 0;
    for (let begun = 0; begun < sockets.length; begun += together)
      for (const result of await Promise.all(sockets.slice(begun, begun + together).map(ask))) answered += result ? 1 : 0;
    console.log(JSON.stringify({ answered, broken: sockets.length - answered }));
  }
  process.exit(0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(Number(process.argv[2]), Number(process.argv[3]), process.argv[4]);
