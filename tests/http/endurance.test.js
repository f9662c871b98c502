// Proves: clients that are many, slow or greedy cost the server no more than its limits say, and the others are served.
// What single requests are refused with is in src/platform/http/request_samples.h; docs/robustness.md has the table.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import test from 'node:test';
import { crowd, mostOpenFiles } from '../support/crowd.js';
import { fixture } from '../support/folders.js';
import { metricsOf } from '../support/metrics.js';
import { databaseOf, serve } from '../support/server.js';
import { request } from '../support/web.js';

const local = ['--metrics-listen', '127.0.0.1:0', '--log-level', 'info'];
const kilobytes = 1024;
const megabytes = 1024 * kilobytes;

/** Asks until the answer is yes; fails after 20 seconds. */
async function until(question) {
  for (let patience = 400; !(await question()); --patience) {
    assert.ok(patience > 0, String(question));
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

async function withServer(parameters, action) {
  const server = await serve(await databaseOf(fixture('small')), [...local, '--pictures', 'off', ...parameters]);
  try {
    // The search reads its dictionary when the server has started: memory is measured from then on.
    await until(async () => !/not_ready/.test((await request(`${server.url}/healthz`)).text));
    await action(server);
  } finally {
    assert.equal(await server.stop(), 0);
  }
}

/** Memory of the process that is its own, in bytes, without mapped pages of the database. */
function memoryOf(server) {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(/RssAnon:\s+(\d+) kB/.exec(status)[1]) * kilobytes;
}

/** A client that says `bytes` and then what it is told to. Gives { socket, closed } – closed resolves to what was heard. */
function client(server, bytes) {
  const { hostname, port } = new URL(server.url);
  const socket = net.connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
  let heard = '';
  socket.setEncoding('latin1').on('data', (text) => (heard += text)).on('error', () => {});
  return { socket, closed: new Promise((done) => socket.once('close', () => done(heard))) };
}

/** Calls something every 100 ms until the promise is done. */
async function meanwhile(promise, action) {
  const timer = setInterval(action, 100);
  return promise.finally(() => clearInterval(timer));
}

test('10,000 connections are held, each costs little, and readers are served', async (t) => {
  const wanted = 10_000;
  if (mostOpenFiles() < wanted + 500) return t.skip(`the system allows ${mostOpenFiles()} open files`);
  await withServer(['--idle-timeout', '3600'], async (server) => {
    const before = memoryOf(server);
    const many = await crowd(server.url, wanted);
    try {
      assert.deepEqual({ held: many.held, refused: many.refused }, { held: wanted, refused: 0 });
      assert.ok((await metricsOf(server)).interregio_http_connections >= wanted);
      const each = (memoryOf(server) - before) / wanted;
      t.diagnostic(`${(each / kilobytes).toFixed(1)} kB of memory for an idle connection`);
      assert.ok(each < 32 * kilobytes, `${each} bytes for a connection`); // header buffer of 16 KiB, and what belongs to it
      assert.equal((await request(`${server.url}/pl/`)).status, 200);
      assert.deepEqual(await many.ask(), { answered: wanted, broken: 0 }, 'all of them are still served');
    } finally {
      await many.close();
    }
    let open = wanted;
    for (let tries = 0; tries < 100 && open > 0; ++tries) open = (await metricsOf(server)).interregio_http_connections;
    assert.equal(open, 0, 'nothing is left of them');
  });
});

test('more connections than allowed are turned away, and those inside are served', async () => {
  await withServer(['--max-connections', '100'], async (server) => {
    const many = await crowd(server.url, 100);
    const more = await crowd(server.url, 50);
    try {
      assert.deepEqual({ held: many.held, refused: more.refused }, { held: 100, refused: 50 });
      assert.ok((await metricsOf(server)).interregio_http_connections <= 100);
      assert.deepEqual(await many.ask(), { answered: 100, broken: 0 });
    } finally {
      await more.close();
      await many.close();
    }
  });
});

test('headers that trickle in are ended by the time-out for headers, whatever keeps coming', async () => {
  await withServer(['--header-timeout', '1'], async (server) => {
    const slow = Array.from({ length: 50 }, () => client(server, 'GET / HTTP/1.1\r\nHost: a\r\nX: '));
    const all = Promise.all(slow.map(({ closed }) => closed));
    const heard = await meanwhile(all, () => slow.forEach(({ socket }) => socket.writable && socket.write('a')));
    for (const answer of heard) assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.equal((await request(`${server.url}/pl/`)).status, 200);
    await until(async () => (await metricsOf(server)).interregio_http_connections === 0);
  });
});

test('a body that trickles in is ended by the time-out for bodies, whatever keeps coming', async () => {
  await withServer(['--body-timeout', '1'], async (server) => {
    const bodies = ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'];
    const slow = Array.from({ length: 50 }, (_, index) => client(server, bodies[index % 2]));
    const all = Promise.all(slow.map(({ closed }) => closed));
    const heard = await meanwhile(all, () => slow.forEach(({ socket }, index) => socket.writable && socket.write(index % 2 ? '1\r\na\r\n' : 'a')));
    for (const answer of heard) assert.match(answer, /^HTTP\/1\.1 408 /);
  });
});

test('readers that do not take their answers are ended by the time-out for writing, and cost no copy of the page each', async () => {
  await withServer(['--write-timeout', '1'], async (server) => {
    const page = (await request(`${server.url}/pl/`)).body.length;
    const before = memoryOf(server);
    const requests = 'GET /pl/ HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(4000);
    const slow = Array.from({ length: 50 }, () => {
      const one = client(server, requests);
      one.socket.pause();
      return one;
    });
    await new Promise((done) => setTimeout(done, 500));
    const each = (memoryOf(server) - before) / slow.length;
    assert.ok(each < 64 * kilobytes, `${each} bytes for a reader of 4000 pages of ${page} bytes`);
    let open = slow.length;
    for (let tries = 0; tries < 150 && open > 0; ++tries) {
      open = (await metricsOf(server)).interregio_http_connections;
      await new Promise((done) => setTimeout(done, 100));
    }
    assert.equal(open, 0, 'the server has ended them');
    for (const { socket } of slow) socket.destroy();
  });
});

test('connections that say nothing are ended by the time-out for idle ones', async () => {
  await withServer(['--idle-timeout', '1'], async (server) => {
    const silent = Array.from({ length: 50 }, () => client(server, ''));
    const kept = client(server, 'GET /pl/ HTTP/1.1\r\nHost: a\r\n\r\n');
    for (const heard of await Promise.all(silent.map(({ closed }) => closed))) assert.equal(heard, '');
    assert.match(await kept.closed, /^HTTP\/1\.1 200 /);
  });
});

test('thousands of requests on one connection are answered in order, with bounded memory', async () => {
  await withServer([], async (server) => {
    await request(`${server.url}/pl/`);
    const before = memoryOf(server);
    const one = 'GET /nirgends HTTP/1.1\r\nHost: a\r\n\r\nGET /pl/ HTTP/1.1\r\nHost: a\r\n\r\n';
    const { closed } = client(server, `${one.repeat(2000)}GET /robots.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const statuses = [...(await closed).matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status);
    assert.equal(statuses.length, 4001);
    assert.ok(statuses.every((status, index) => status === (index % 2 || index === 4000 ? '200' : '404')));
    assert.ok(memoryOf(server) - before < 16 * megabytes);
  });
});

test('a smuggled request is never answered: what cannot be framed ends the connection', async () => {
  await withServer([], async (server) => {
    const hidden = 'GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n';
    const frames = [
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0, ${hidden.length}\r\n\r\n${hidden}`,
      `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\nHost: a\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
      `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\n\n${hidden}`,
      `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a="\n"\r\nxxxxx\r\n0\r\n\r\n${hidden}`,
    ];
    for (const bytes of frames) {
      const heard = await client(server, bytes).closed;
      assert.equal([...heard.matchAll(/HTTP\/1\.1 /g)].length, 1, bytes);
      assert.match(heard, /^HTTP\/1\.1 (400|501) /, bytes);
      assert.doesNotMatch(heard, /Sitemap:/);
    }
  });
});

test('huge heads, many headers and huge bodies are refused before they are kept', async () => {
  await withServer([], async (server) => {
    const before = memoryOf(server);
    const greedy = [
      [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(megabytes)}`, 431],
      [`GET /${'x'.repeat(megabytes)}`, 414],
      [`GET / HTTP/1.1\r\nHost: a\r\n${'X: y\r\n'.repeat(100_000)}`, 431],
      [`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n${'x'.repeat(megabytes)}`, 413],
      [`POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3b9aca00\r\n${'x'.repeat(megabytes)}`, 413],
    ];
    for (let round = 0; round < 10; ++round)
      await Promise.all(greedy.map(async ([bytes, status]) => {
        const heard = await client(server, bytes).closed;
        if (heard) assert.match(heard, new RegExp(`^HTTP/1\\.1 ${status} `)); // nothing: the connection was reset under a sender
      }));
    assert.ok(memoryOf(server) - before < 16 * megabytes, `${memoryOf(server) - before} bytes more`);
    assert.equal((await metricsOf(server))['interregio_http_requests_total{kind="refused",status="4xx"}'], 50);
  });
});

test('addresses and queries with broken percent signs and broken UTF-8 are refused, whole ones answered', async () => {
  await withServer([], async (server) => {
    const answer = async (target) => (await client(server, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`).closed).slice(9, 12);
    for (const bad of ['/%', '/%2', '/%zz', '/%c0%af', '/%ed%a0%80', '/%f4%90%80%80', '/%fe', '/%00', '/%0a', '/%c2%85', '/en/timeline?q=%',
      '/en/timeline?q=%ff', '/en/timeline?%c3=a', '/en/timeline?q=%00', '/en/timeline?a=b&q=%e2%82', '/media/%2e%2e/x', '/a%2fb'])
      assert.equal(await answer(bad), '400', bad);
    for (const good of ['/en/timeline?q=%E2%82%AC', '/en/timeline?q=%F0%9F%8C%8D+x', '/en/timeline?&&=&a', `/en/timeline?${'a=b&'.repeat(3000)}`])
      assert.equal(await answer(good), '200', good.slice(0, 60));
    assert.equal(await answer('/%C5%BCaba'), '404');
  });
});

test('thousands of different query strings fill no more than the memory that is given to pages', async () => {
  await withServer(['--cache-megabytes', '1'], async (server) => {
    for (let begun = 0; begun < 2000; begun += 50)
      await Promise.all(Array.from({ length: 50 }, (_, index) => request(`${server.url}/en/timeline?x=${begun + index}`)));
    const values = await metricsOf(server);
    assert.ok(values.interregio_cache_bytes <= megabytes, `${values.interregio_cache_bytes} bytes`);
  });
});
