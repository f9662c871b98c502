// Proves: how the server answers, apart from what is on the pages: choice of language, redirects, HEAD, caching, security
// headers, machine-readable files, media, wrong requests, and a clean end.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fixture } from '../support/folders.js';
import { databaseOf, demoSite, serve } from '../support/server.js';
import { Site, languages, linkedFrom, loadedBy } from '../support/site.js';
import { converse, request } from '../support/web.js';

const { server, site, pages } = await demoSite();

const choices = [
  [undefined, 'de'],
  ['', 'de'],
  ['de', 'de'],
  ['pl', 'pl'],
  ['en', 'en'],
  ['pl-PL,pl;q=0.9,en;q=0.8', 'pl'],
  ['en-US', 'en'],
  ['de;q=0.3, en;q=0.7, pl;q=0.5', 'en'],
  ['fr', 'de'],
  ['fr, en;q=0.1', 'en'],
  ['fr;q=1.0, *;q=0.5', 'de'],
  ['PL', 'pl'],
  ['pl;q=0, en;q=0.1', 'en'],
  [';;;,,=', 'de'],
];
for (const [accepted, language] of choices)
  test(`/ leads to ${language} for ${accepted === undefined ? 'readers without a wish' : `"${accepted}"`}`, async () => {
    const answer = await site.get('/', { headers: accepted === undefined ? {} : { 'accept-language': accepted } });
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.location, `/${language}/`);
    assert.match(answer.headers.vary, /accept-language/i);
    assert.match(answer.headers['cache-control'], /no-cache|no-store/);
  });

test('readers without a wish get the first language of the site, whichever it is', async () => {
  const own = await serve(await databaseOf(fixture('small')));
  try {
    assert.equal((await request(`${own.url}/`, { headers: { 'accept-language': 'fr' } })).headers.location, '/pl/');
    assert.equal((await request(`${own.url}/`, { headers: { 'accept-language': 'de' } })).headers.location, '/de/');
  } finally {
    await own.stop();
  }
});

test('near misses of an address redirect to it', async () => {
  const cases = [['/de', '/de/'], ['/pl', '/pl/'], ['/en', '/en/']];
  for (const kind of ['timeline', 'contact', 'imprint', 'activity', 'agreement', 'organisation', 'organisations'])
    for (const language of languages) {
      const right = pages[kind][language];
      cases.push([`${right}/`, right]);
      for (const other of languages) {
        if (other === language) continue;
        const foreign = pages[kind][other];
        // The whole foreign address under this language, and the foreign slug under the right words.
        cases.push([`/${language}/${foreign.slice(4)}`, right]);
        if (right.split('/').length > 3) cases.push([`${right.slice(0, right.lastIndexOf('/'))}/${foreign.split('/').at(-1)}`, right]);
      }
    }
  for (const [from, to] of cases) {
    if (from === to) continue;
    let at = from;
    for (let steps = 0; steps < 3 && at !== to; ++steps) {
      const answer = await site.get(at);
      assert.equal(answer.status, 301, `${from} at ${at}`);
      at = answer.headers.location;
    }
    assert.equal(at, to, from);
  }
});

test('HEAD answers like GET, without the body', async () => {
  const page = await site.page('/de/');
  const paths = ['/', '/de/', pages.activity.pl, '/nirgends', '/healthz', '/sitemap.xml', '/robots.txt', ...loadedBy(page).slice(0, 4)];
  for (const path of paths) {
    const get = await site.get(path);
    const head = await site.get(path, { method: 'HEAD' });
    assert.equal(head.status, get.status, path);
    assert.equal(head.body.length, 0, path);
    const comparable = ({ date, ...headers }) => headers;
    assert.deepEqual(comparable(head.headers), comparable(get.headers), path);
  }
});

test('pages have an ETag, and 304 answers for those who have them', async () => {
  for (const path of ['/de/', pages.activity.en, '/sitemap.xml', loadedBy(await site.page('/de/'))[0]]) {
    const first = await site.get(path);
    const etag = first.headers.etag;
    assert.match(etag, /^(W\/)?"[^"]+"$/, path);
    for (const known of [etag, `"other", ${etag}`, `W/${etag.replace(/^W\//, '')}`, '*']) {
      const again = await site.get(path, { headers: { 'if-none-match': known } });
      assert.equal(again.status, 304, `${path} ${known}`);
      assert.equal(again.body.length, 0);
      assert.equal(again.headers.etag, etag);
      assert.equal(again.headers['cache-control'], first.headers['cache-control']);
      assert.equal(again.headers['content-security-policy'], first.headers['content-security-policy']);
    }
    assert.equal((await site.get(path, { headers: { 'if-none-match': '"other"' } })).status, 200);
  }
  const german = (await site.get('/de/')).headers.etag;
  assert.notEqual((await site.get('/pl/')).headers.etag, german);
});

test('security headers stand on every answer, and no cookie anywhere', async () => {
  const page = await site.page(pages.activity.de);
  const paths = ['/', '/de', '/de/', pages.activity.de, pages.agreement.de, '/nirgends', '/healthz', '/sitemap.xml', '/robots.txt',
    '/favicon.ico', '/media/0/x', ...loadedBy(page), ...linkedFrom(page).filter((path) => path.startsWith('/media'))];
  for (const path of paths)
    for (const method of ['GET', 'HEAD', 'POST']) {
      const { status, headers } = await site.get(path, { method });
      const what = `${method} ${path} (${status})`;
      const policy = headers['content-security-policy'] ?? '';
      assert.match(policy, /default-src 'none'/, what);
      assert.match(policy, /frame-ancestors 'none'/, what);
      assert.doesNotMatch(policy, /unsafe-|https?:|\*|data:/, what);
      assert.match(policy, /script-src 'self'(;|$)|default-src 'none'; sandbox/, what);
      assert.equal(headers['x-content-type-options'], 'nosniff', what);
      assert.ok(headers['referrer-policy'], what);
      assert.ok(!('set-cookie' in headers), what);
      assert.ok(!('server' in headers) && !('x-powered-by' in headers), what);
    }
});

test('Strict-Transport-Security only where the site is served under https', async () => {
  assert.ok(!('strict-transport-security' in (await site.get('/de/')).headers));
  const own = await serve(await databaseOf(fixture('small')), ['--base-url', 'https://two-banks.example']);
  try {
    const answer = await request(`${own.url}/en/`);
    assert.match(answer.headers['strict-transport-security'], /max-age=\d{7,}/);
    assert.ok(answer.text.includes('<link rel="canonical" href="https://two-banks.example/en/">'));
    const { text } = await request(`${own.url}/sitemap.xml`);
    for (const [, address] of text.matchAll(/<loc>(.*?)<\/loc>/g)) assert.ok(address.startsWith('https://two-banks.example/'), address);
    assert.match((await request(`${own.url}/robots.txt`)).text, /Sitemap: https:\/\/two-banks\.example\/sitemap\.xml/);
    assert.match((await request(`${own.url}/`)).headers.location, /^\/pl\/$/);
  } finally {
    await own.stop();
  }
});

test('/healthz says that the server can serve', async () => {
  const answer = await site.get('/healthz');
  assert.equal(answer.status, 200);
  assert.match(JSON.parse(answer.text).status, /^(ok|degraded)$/); // the disk may be nearly full
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('the sitemap lists every page in every language, and each answers', async () => {
  const entries = await site.sitemap();
  const paths = entries.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length, 'each once');
  for (const versions of Object.values(pages)) for (const language of languages) assert.ok(paths.includes(versions[language]));
  for (const language of languages)
    assert.equal(paths.filter((path) => path.startsWith(`/${language}/`)).length, paths.length / 3, language);
  // 12 activities, 16 fields, 2 series, 2 agreements, a partnership, more than 60 organisations and the pages of the site
  assert.ok(paths.length > 3 * 100, String(paths.length));
  for (const { path, versions } of entries) {
    assert.deepEqual(Object.keys(versions).sort(), ['de', 'en', 'pl']);
    assert.equal((await site.get(path)).status, 200, path);
  }
});

test('robots.txt lets everybody in and names the sitemap', async () => {
  const { status, headers, text } = await site.get('/robots.txt');
  assert.equal(status, 200);
  assert.match(headers['content-type'], /^text\/plain/);
  assert.ok(text.includes(`Sitemap: ${server.url}/sitemap.xml`));
  assert.doesNotMatch(text, /Disallow: *\//);
});

test('pictures and documents have their type, and documents never change and are downloads', async () => {
  const media = new Set();
  for (const kind of ['home', 'activity', 'agreement']) {
    const page = await site.page(pages[kind].de);
    for (const path of [...loadedBy(page), ...linkedFrom(page)]) if (path.startsWith('/media/')) media.add(path);
  }
  assert.ok([...media].some((path) => path.endsWith('.pdf')) && media.size > 3, [...media].join(' '));
  for (const path of media) {
    const { status, headers, body } = await site.get(path);
    assert.equal(status, 200, path);
    const type = headers['content-type'];
    assert.equal(Number(headers['content-length']), body.length);
    if (path.endsWith('.pdf')) {
      assert.match(headers['cache-control'], /max-age=31536000.*immutable/);
      assert.equal(type, 'application/pdf');
      assert.match(headers['content-disposition'], /^attachment; filename="[^"]+\.pdf"/);
      assert.equal(body.subarray(0, 5).toString(), '%PDF-');
    } else {
      assert.match(type, /^image\/(webp|avif|jpeg|png)$/);
      assert.ok(!('content-disposition' in headers));
    }
  }
  const [original] = [...media].filter((path) => path.endsWith('.pdf'));
  const [, , hash, name] = original.split('/');
  assert.equal(createHash('sha256').update((await site.get(original)).body).digest('hex'), hash, 'the address is the hash');
  for (const wrong of [`/media/${hash}/other.pdf`, `/media/${'0'.repeat(64)}/${name}`, `/media/${hash.slice(1)}/${name}`, `/media/${hash}`])
    assert.equal((await site.get(wrong)).status, 404, wrong);
});

test('styles, fonts and icons have their type and never change', async () => {
  for (const path of loadedBy(await site.page('/en/')).filter((each) => each.startsWith('/assets/'))) {
    const { status, headers } = await site.get(path);
    assert.equal(status, 200, path);
    assert.match(headers['cache-control'], /immutable/, path);
    const types = { css: /^text\/css/, js: /^text\/javascript/, woff2: /^font\/woff2$/, svg: /^image\/svg\+xml$/, png: /^image\/png$/ };
    assert.match(headers['content-type'], types[path.split('.').at(-1)], path);
  }
  assert.equal((await site.get('/assets/none/portal.css')).status, 404);
});

test('other methods are refused with what is allowed', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await site.get('/de/', { method });
    assert.ok([405, 501].includes(answer.status), `${method}: ${answer.status}`);
    if (answer.status === 405) assert.match(answer.headers.allow, /GET/);
  }
});

const rude = [
  ['no Host', 'GET /de/ HTTP/1.1\r\n\r\n', 400],
  ['two Hosts', 'GET /de/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
  ['a broken request line', 'GET\r\n\r\n', 400],
  ['another version', 'GET /de/ HTTP/3.0\r\nHost: a\r\n\r\n', '400|505'],
  ['two lengths', 'POST /de/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400],
  ['length and chunks', 'POST /de/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ['an unknown encoding', 'POST /de/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n', '400|501'],
  ['a huge body', 'POST /de/ HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n', 413],
  ['a huge header', `GET /de/ HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ['a huge address', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, '414|431'],
  ['a path that climbs', 'GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n', '400|404'],
  ['an encoded path that climbs', 'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n', '400|404'],
  ['an encoded slash', 'GET /de%2f HTTP/1.1\r\nHost: a\r\n\r\n', '400|404'],
  ['a zero byte', 'GET /de/%00 HTTP/1.1\r\nHost: a\r\n\r\n', '400|404'],
  ['bytes that are no UTF-8', 'GET /de/%ff HTTP/1.1\r\nHost: a\r\n\r\n', '400|404'],
  ['a request for another server', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n', '400|405|501'],
  ['TLS', Buffer.from([0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0]), 400],
];
for (const [what, bytes, status] of rude)
  test(`${what}: refused, and the server lives on`, async () => {
    const { heard } = await converse(server.url, bytes, { seconds: 3 });
    assert.match(heard, new RegExp(`^HTTP/1\\.1 (${status})\\b`));
    assert.doesNotMatch(heard, /root:|passwd:/);
    assert.equal((await site.get('/healthz')).status, 200);
  });

test('a header that would split the answer stays in one line', async () => {
  const { heard } = await converse(
    server.url,
    'GET /%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  );
  assert.doesNotMatch(heard, /^set-cookie/im);
});

test('several requests on one connection are answered in order', async () => {
  const ask = (path, more = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;
  const { heard, closed } = await converse(server.url, ask('/healthz') + ask('/nirgends') + ask('/robots.txt', 'Connection: close\r\n'));
  assert.ok(closed);
  assert.deepEqual([...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map((found) => found[1]), ['200', '404', '200']);
});

test('an Absolute-form request and a strange Host do not change what the page says of itself', async () => {
  const { text } = await request(`${server.url}/de/`, { headers: { host: 'evil.example"><script>' } }).catch(() => ({ text: '' }));
  assert.doesNotMatch(text, /evil\.example/);
});

for (const [signal, unfinished] of [['SIGTERM', 'GET /pl/ HTTP/1.1\r\nHost: a\r\n'], ['SIGINT', '']])
  test(`${signal} ends the server cleanly while connections are open`, async () => {
    const own = await serve(await databaseOf(fixture('small')));
    const idle = converse(own.url, 'GET /pl/ HTTP/1.1\r\nHost: a\r\n\r\n', { seconds: 15 });
    const slow = converse(own.url, unfinished, { seconds: 15 });
    await new Promise((done) => setTimeout(done, 300));
    const asked = Date.now();
    assert.equal(await own.stop(signal), 0);
    assert.ok(Date.now() - asked < 12_000);
    assert.match((await idle).heard, /^HTTP\/1\.1 200/);
    await slow;
    await assert.rejects(request(`${own.url}/healthz`));
  });

test('the log is one JSON object a line, without query strings and addresses of readers', async () => {
  const own = await serve(await databaseOf(fixture('small')));
  await request(`${own.url}/pl/?q=secret-word`);
  await request(`${own.url}/nirgends`);
  assert.equal(await own.stop(), 0);
  assert.ok(own.log.every((line) => line.event !== 'not JSON'), JSON.stringify(own.log));
  const answered = own.log.filter((line) => line.event === 'request');
  assert.deepEqual(answered.map(({ method, path, status }) => [method, path, status]), [
    ['GET', '/pl/', 200],
    ['GET', '/nirgends', 404],
  ]);
  for (const line of own.log) {
    assert.match(line.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.doesNotMatch(JSON.stringify(line), /secret-word/);
  }
  assert.ok(answered.every((line) => !JSON.stringify(line).includes('127.0.0.1')));
});

test('a port that is taken is a clear failure', async () => {
  const own = await serve(await databaseOf(fixture('small')));
  try {
    await assert.rejects(serve(own.database, ['--listen', own.url.replace('http://', '')]), /ended with 3/);
  } finally {
    await own.stop();
  }
});

test('of a picture, never the bytes that went in come out', async () => {
  const small = await serve(await databaseOf(fixture('small')));
  try {
    const own = new Site(small.url);
    const page = await own.page('/en/');
    const bytes = readFileSync(fixture('small/images/square.png'));
    const sources = loadedBy(page).filter((path) => path.startsWith('/media/'));
    assert.ok(sources.length > 0);
    const answers = await Promise.all(sources.map((path) => own.get(path)));
    assert.ok(answers.every(({ body }) => !body.equals(bytes)));
  } finally {
    await small.stop();
  }
});
