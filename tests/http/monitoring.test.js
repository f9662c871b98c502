// Proves: what a server says of itself is right and in the form that Prometheus reads; details are on the local port
// only, which is closed unless somebody opens it.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { copyOf, edit, fixture } from '../support/folders.js';
import { healthOf, metricsOf, metricsUrl, parseMetrics } from '../support/metrics.js';
import { imported } from '../support/record.js';
import { databaseOf, serve } from '../support/server.js';
import { loadedBy, Site } from '../support/site.js';
import { converse, request } from '../support/web.js';

let server;
let site;
before(async () => {
  server = await serve(await databaseOf(fixture('small')), ['--metrics-listen', '127.0.0.1:0']);
  site = new Site(server.url);
});
after(() => server.stop());

const requests = (values, kind, status) => values[`interregio_http_requests_total{kind="${kind}",status="${status}"}`];

test('answers are counted by kind and status, with their bytes and times', async () => {
  const before = await metricsOf(server);
  const page = await site.page('/pl/');
  await site.get('/pl/');
  await site.get('/nirgends');
  const asset = await site.get(loadedBy(page).find((path) => path.startsWith('/assets/')));
  await site.get('/healthz');
  await site.get('/sitemap.xml');
  await converse(server.url, 'GET / HTTP/1.1\r\n\r\n');
  const now = await metricsOf(server);
  const more = (kind, status) => requests(now, kind, status) - requests(before, kind, status);
  assert.equal(more('page', '2xx'), 2);
  assert.equal(more('page', '4xx'), 1);
  assert.equal(more('asset', '2xx'), 1);
  assert.equal(more('service', '2xx'), 1);
  assert.equal(more('data', '2xx'), 1);
  assert.equal(more('refused', '4xx'), 1);
  const bytes = 'interregio_http_response_body_bytes_total{kind="asset"}';
  assert.equal(now[bytes] - before[bytes], asset.body.length);
  const count = 'interregio_http_request_duration_seconds_count{kind="page"}';
  assert.equal(now[count] - before[count], 3);
});

test('the memory of answers, the journal, the database and the process are shown', async () => {
  await site.get('/de/');
  const before = await metricsOf(server);
  await site.get('/de/');
  const values = await metricsOf(server);
  assert.equal(values['interregio_cache_requests_total{result="hit"}'] - before['interregio_cache_requests_total{result="hit"}'], 1);
  assert.ok(values.interregio_cache_answers > 0 && values.interregio_cache_bytes > 1000);
  assert.ok(values.interregio_journal_sequence > 0);
  assert.ok(values.interregio_database_bytes > 10_000);
  assert.ok(values.interregio_disk_free_bytes > 0);
  assert.ok(values.process_resident_memory_bytes > 1e6);
  assert.ok(values.process_cpu_seconds_total > 0);
  assert.ok(values.process_open_fds > 3 && values.process_max_fds >= values.process_open_fds);
  assert.ok(Math.abs(Date.now() / 1000 - values.process_start_time_seconds) < 600);
  assert.equal(values['interregio_health{check="database.read"}'], 0);
  assert.ok(Object.keys(values).some((key) => /^interregio_build_info\{version="\d+\.\d+\.\d+"\}$/.test(key)));
});

test('a change of the record shows in the numbers', async () => {
  const before = await metricsOf(server);
  const folder = copyOf(fixture('small'));
  edit(folder, 'activities.yaml', 'en: Great regatta', 'en: Greatest regatta');
  await imported(folder, server.database);
  assert.equal((await metricsOf(server)).interregio_journal_sequence, before.interregio_journal_sequence + 1);
});

test('open connections are counted up and down', async () => {
  const held = converse(server.url, '', { seconds: 1 });
  let most = 0;
  for (let tries = 0; tries < 20 && most === 0; ++tries) most = (await metricsOf(server)).interregio_http_connections;
  assert.ok(most >= 1);
  await held;
  let least = most;
  for (let tries = 0; tries < 200 && least > 0; ++tries) least = (await metricsOf(server)).interregio_http_connections;
  assert.equal(least, 0);
});

test('everybody sees the health without details, the local port shows them', async () => {
  const seen = await healthOf(server.url);
  assert.deepEqual(Object.keys(seen.checks).slice(0, 4), ['database.read', 'database.schema', 'database.write', 'disk.space']);
  for (const check of Object.values(seen.checks)) assert.ok(!('detail' in check));
  assert.equal(seen.answer.headers['cache-control'], 'no-store');
  assert.equal(seen.answer.headers['content-type'], 'application/json');
  const local = await request(metricsUrl(server).replace(/\/metrics$/, '/healthz'));
  assert.equal(JSON.parse(local.text).status, seen.status);
});

test('the local port answers nothing else, and the public one has no numbers', async () => {
  const local = metricsUrl(server).replace(/\/metrics$/, '');
  assert.match(local, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal((await request(`${local}/`)).status, 404);
  assert.equal((await request(`${local}/metrics`, { method: 'POST' })).status, 405);
  assert.match((await request(`${local}/metrics`)).headers['content-type'], /^text\/plain; version=0\.0\.4/);
  assert.equal((await site.get('/metrics')).status, 404);
});

test('without an address there is no local port; one that is taken is a clear failure', async () => {
  const plain = await serve(server.database);
  try {
    assert.ok(!plain.log.some(({ event }) => event === 'metrics'));
  } finally {
    assert.equal(await plain.stop(), 0);
  }
  const taken = new URL(metricsUrl(server)).host;
  await assert.rejects(serve(server.database, ['--metrics-listen', taken]), /ended with 3/);
  await assert.rejects(serve(server.database, ['--metrics-listen', '9464']), /ended with 2/);
});

test('the reader of the format that these tests use refuses what breaks it', () => {
  const head = '# HELP a_total A.\n# TYPE a_total counter\n';
  assert.deepEqual(parseMetrics(`${head}a_total{b="\\"\\n"} 1e+30\n`), { 'a_total{b="\\"\\n"}': 1e30 });
  for (const wrong of ['a_total 1', `${head}a_total`, `${head}a_total 1\na_total 1\n`, `${head}b 1\n`, `${head}a_total{b="} 1\n`,
    '# HELP a A.\n# TYPE a counter\na 1\n', '# HELP a A.\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n'])
    assert.throws(() => parseMetrics(wrong), undefined, wrong);
});
