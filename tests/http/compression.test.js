// Proves: pages and assets come compressed to clients that can read it, each form with a strong tag of its own, and
// pictures and documents as they are.
import assert from 'node:assert/strict';
import test from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { demoSite } from '../support/server.js';
import { loadedBy } from '../support/site.js';

const { site } = await demoSite();

const forms = {
  identity: (body) => body,
  gzip: gunzipSync,
  br: brotliDecompressSync,
};

test('a page in each coding is the same page, with a tag of its own', async () => {
  for (const path of ['/de/', '/pl/', '/en/timeline', '/sitemap.xml']) {
    const answers = {};
    for (const [coding, decode] of Object.entries(forms)) {
      const answer = await site.get(path, { headers: { 'accept-encoding': coding } });
      assert.equal(answer.headers['content-encoding'], coding === 'identity' ? undefined : coding, path);
      assert.match(answer.headers.vary, /Accept-Encoding/, path);
      assert.match(answer.headers.etag, /^"[^"]+"$/, path);
      answers[coding] = { etag: answer.headers.etag, text: decode(answer.body).toString(), size: answer.body.length };
    }
    assert.equal(answers.gzip.text, answers.identity.text, path);
    assert.equal(answers.br.text, answers.identity.text, path);
    assert.equal(new Set(Object.values(answers).map(({ etag }) => etag)).size, 3, path);
    assert.ok(answers.br.size < answers.gzip.size && answers.gzip.size < answers.identity.size / 2, path);
  }
});

test('a client that has the page gets 304 with the headers of the page and no body', async () => {
  for (const coding of Object.keys(forms)) {
    const headers = { 'accept-encoding': coding };
    const first = await site.get('/de/', { headers });
    const again = await site.get('/de/', { headers: { ...headers, 'if-none-match': `W/"other", ${first.headers.etag}` } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    for (const name of ['etag', 'vary', 'cache-control', 'content-security-policy'])
      assert.equal(again.headers[name], first.headers[name], name);
    assert.equal(again.headers['content-encoding'], undefined);
    const other = await site.get('/de/', { headers: { 'accept-encoding': coding === 'br' ? 'gzip' : 'br', 'if-none-match': first.headers.etag } });
    assert.equal(other.status, 200, 'the client has another form');
  }
});

test('styles, scripts and the map come compressed and may be kept for ever; fonts come as they are', async () => {
  const page = await site.page('/de/');
  const loaded = loadedBy(page);
  const styles = loaded.find((path) => path.endsWith('.css'));
  const answer = await site.get(styles, { headers: { 'accept-encoding': 'br' } });
  assert.equal(answer.headers['content-encoding'], 'br');
  assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  for (const path of [...loaded.filter((each) => /\.(css|js)$/.test(each)), styles.replace('portal.css', 'europe.svg')]) {
    const plain = await site.get(path);
    assert.ok(plain.body.length > 0, path);
    const small = await site.get(path, { headers: { 'accept-encoding': 'br' } });
    assert.deepEqual(brotliDecompressSync(small.body), plain.body, path);
    assert.notEqual(small.headers.etag, plain.headers.etag, path);
    assert.equal((await site.get(`${path}.br`)).status, 404, 'a form, not a file');
  }
  const font = await site.get(loaded.find((path) => path.endsWith('.woff2')), { headers: { 'accept-encoding': 'br' } });
  assert.equal(font.headers['content-encoding'], undefined);
});

test('a client that refuses all codings gets the page as it is', async () => {
  for (const accepted of ['', 'deflate', 'br;q=0', 'gzip;q=abc'])
    assert.equal((await site.get('/de/', { headers: { 'accept-encoding': accepted } })).headers['content-encoding'], undefined);
});
