// Proves: everything public is there as JSON, each answer is what the served OpenAPI document says, filters and paging do
// what they say, what makes no sense is refused with what, where and how, and other sites may read.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { bundleFromString, createConfig, lintFromString } from '@redocly/openapi-core';
import { contractOf } from '../support/openapi.js';
import { serveDemo } from '../support/server.js';
import { languages, Site } from '../support/site.js';

let server;
let site;
let contract;
before(async () => {
  server = await serveDemo();
  site = new Site(server.url);
  contract = await contractOf(site);
});
after(() => server.stop());

const collections = ['partnerships', 'organisations', 'agreements', 'activities', 'series', 'fields-of-action', 'people', 'places', 'images', 'documents', 'sources'];

/** Reads JSON of the interface, checked against the OpenAPI document. */
async function read(path, options) {
  const answer = await site.get(path, options);
  return Object.assign(answer, { json: contract.check(path, answer) });
}

/** All items of a list, page by page. */
async function all(path) {
  const items = [];
  for (let next = path; next; ) {
    const { json, headers } = await read(next);
    items.push(...json.itemListElement);
    if (json.next) assert.equal(headers.link, `<${json.next}>; rel="next"`);
    next = json.next && site.pathOf(json.next);
  }
  return items;
}

test('the entry names every list, and every list every record, each as the document says', async () => {
  const { json: entry } = await read('/api/v1');
  assert.deepEqual(Object.values(entry.collections).map((url) => site.pathOf(url)), collections.map((name) => `/api/v1/${name}`));
  for (const name of collections) {
    const items = await all(`/api/v1/${name}?limit=7`);
    assert.ok(items.length > 0, name);
    assert.equal(new Set(items.map((item) => item['@id'])).size, items.length, `${name}: each record once`);
    for (const item of items) {
      const { json: alone } = await read(site.pathOf(item['@id']));
      const { '@context': context, ...rest } = alone;
      assert.equal(site.pathOf(context), '/api/v1/context.jsonld');
      assert.deepEqual(rest, item, 'alone as in the list');
      const { json: byKey } = await read(`/api/v1/${name}/${item.key}`);
      assert.deepEqual(byKey, alone, 'found by its key, too');
    }
  }
});

test('every address in the data leads somewhere', async () => {
  const seen = new Set();
  const visit = (value) => {
    if (typeof value === 'string' && value.startsWith(`${server.url}/`)) seen.add(site.pathOf(value));
    else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  for (const path of ['/api/v1', '/api/v1/site', ...collections.map((name) => `/api/v1/${name}?limit=100`)]) visit((await read(path)).json);
  assert.ok(seen.size > 200);
  for (const path of seen) {
    const answer = await site.get(path);
    assert.equal(answer.status, 200, path);
  }
});

test('the document passes the linter', async () => {
  const { text } = await site.get('/api/v1/openapi.json');
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: text, config });
  // Whether the data has a licence is for the publisher to say; a server on this machine is what a test has.
  const relevant = problems.filter(({ ruleId }) => !['info-license', 'info-license-url', 'no-server-example.com'].includes(ruleId));
  assert.deepEqual(relevant.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`), []);
  const { bundle } = await bundleFromString({ source: text, config });
  assert.equal(bundle.parsed.openapi, '3.1.0');
});

test('texts are there in their languages, with their standing', async () => {
  const { json } = await read('/api/v1/activities?limit=100');
  const standings = new Set();
  for (const item of json.itemListElement)
    for (const [field, { original, standing }] of Object.entries(item.translations)) {
      assert.equal(standing[original], 'original');
      for (const language of new Set([...languages, ...Object.keys(item[field])])) {
        assert.equal(standing[language] === 'missing', item[field][language] === undefined, `${item.key} ${field} ${language}`);
        standings.add(standing[language]);
      }
    }
  for (const each of ['original', 'up_to_date', 'behind', 'missing']) assert.ok(standings.has(each), each);
});

test('dates stay as precise as they are', async () => {
  const items = await all('/api/v1/activities');
  for (const { date, key, startDate } of items) {
    if (date.earliest && date.latest) assert.ok(date.earliest <= date.latest, key);
    if (date.daysKnown) assert.equal(startDate, date.earliest, key);
    for (const language of languages) assert.ok(date.words[language].length >= 4);
  }
  const month = items.find(({ date }) => /^\d{4}-\d{2}$/.test(date.edtf));
  assert.equal(month.date.daysKnown, false);
  assert.match(month.date.earliest, /-01$/);
});

test('eventStatus and attendance are said only where they are true', async () => {
  for (const { status, form, eventStatus, eventAttendanceMode } of await all('/api/v1/activities')) {
    const expected = { held: 'EventScheduled', announced: 'EventScheduled', postponed: 'EventPostponed', cancelled: 'EventCancelled' }[status];
    assert.equal(eventStatus, expected && `https://schema.org/${expected}`);
    assert.match(eventAttendanceMode, new RegExp({ on_site: 'Offline', online: 'Online', hybrid: 'Mixed' }[form]));
  }
});

test('filters give just what they say', async () => {
  const items = await all('/api/v1/activities');
  const keys = (list) => list.map((item) => item.key).sort();
  const by = async (query, holds) => {
    const expected = items.filter(holds);
    assert.ok(expected.length > 0 && expected.length < items.length, query);
    assert.deepEqual(keys(await all(`/api/v1/activities?${query}`)), keys(expected), query);
  };
  await by('kind=festival', (item) => item.kind === 'festival');
  assert.equal((await all('/api/v1/activities?status=held')).length, items.length);
  assert.equal((await all('/api/v1/activities?status=cancelled')).length, 0);
  const field = items.flatMap((item) => item.fields)[0];
  await by(`field=${field.key}`, (item) => item.fields.some((each) => each.key === field.key));
  await by(`field=${field['@id'].split('/').at(-1)}`, (item) => item.fields.some((each) => each.key === field.key));
  const series = items.find((item) => item.superEvent).superEvent;
  await by(`series=${series.key}&limit=2`, (item) => item.superEvent?.key === series.key);
  await by('year=2019', (item) => item.date.earliest.startsWith('2019'));
  await by('from=2020-01-01', (item) => item.date.earliest >= '2020-01-01');
  await by('from=2019-01-01&to=2021-12-31', (item) => item.date.earliest >= '2019-01-01' && item.date.earliest <= '2021-12-31');
  const organisation = items.flatMap((item) => item.organisations).find((part) => part.role === 'guest').organisation;
  await by(`organisation=${organisation.key}&kind=delegation_visit`, (item) => item.kind === 'delegation_visit' && item.organisations.some((part) => part.organisation.key === organisation.key));
  const order = items.map((item) => item.date.earliest);
  assert.deepEqual(order, [...order].sort().reverse(), 'newest first');
});

test('what makes no sense is refused with what, where and how, in the language asked for', async () => {
  const cases = [
    ['/api/v1/activities?kind=nonsense', 400, 'value-not-allowed', 'kind'],
    ['/api/v1/activities?kind=', 400, 'value-not-allowed', 'kind'],
    ['/api/v1/activities?colour=red', 400, 'unknown-parameter', 'colour'],
    ['/api/v1/people?kind=festival', 400, 'unknown-parameter', 'kind'],
    ['/api/v1/activities?kind=forum&kind=festival', 400, 'repeated-parameter', 'kind'],
    ['/api/v1/activities?year=19', 400, 'value-not-allowed', 'year'],
    ['/api/v1/activities?year=2019x', 400, 'value-not-allowed', 'year'],
    ['/api/v1/activities?from=2019-02-30', 400, 'value-not-allowed', 'from'],
    ['/api/v1/activities?to=yesterday', 400, 'value-not-allowed', 'to'],
    ['/api/v1/activities?limit=0', 400, 'value-not-allowed', 'limit'],
    ['/api/v1/activities?limit=101', 400, 'value-not-allowed', 'limit'],
    ['/api/v1/activities?limit=-1', 400, 'value-not-allowed', 'limit'],
    ['/api/v1/activities?limit=99999999999999999999', 400, 'value-not-allowed', 'limit'],
    ['/api/v1/activities?after=nobody', 400, 'unknown-record', 'after'],
    ['/api/v1/activities?field=nowhere', 400, 'unknown-record', 'field'],
    [`/api/v1/activities?field=${'x'.repeat(2000)}`, 400, 'unknown-record', 'field'],
    [`/api/v1/activities?series=${encodeURIComponent(`'; DROP TABLE activities; --`)}`, 400, 'unknown-record', 'series'],
    [`/api/v1/activities?field=00000000-0000-0000-0000-000000000000`, 400, 'unknown-record', 'field'],
    ['/api/v1/activities/nobody', 404, 'not-found', '/api/v1/activities/nobody'],
    ['/api/v1/people/00000000-0000-0000-0000-000000000000', 404, 'not-found', undefined],
    ['/api/v1/nothing', 404, 'not-found', '/api/v1/nothing'],
    ['/api/v2', 404, 'not-found', '/api/v2'],
    ['/api/v1/activities/a/b', 404, 'not-found', undefined],
  ];
  for (const [path, status, name, where] of cases) {
    const titles = new Set();
    for (const language of languages) {
      const answer = await site.get(path, { headers: { 'Accept-Language': language } });
      assert.equal(answer.status, status, path);
      if (!/^application\/problem/.test(answer.headers['content-type'])) assert.equal(path, '/api/v1/activities/a/b');
      else {
        const problem = contract.check(path, answer);
        assert.equal(problem.type.split('/').at(-1), name, path);
        if (where) assert.equal(problem.where, where, path);
        assert.ok(problem.detail.length < 400);
        assert.equal(answer.headers['content-language'], language);
        assert.match(answer.headers.vary, /Accept-Language/);
        titles.add(problem.title);
        assert.equal((await site.get(site.pathOf(problem.type))).status, 303, 'its type leads to an explanation');
      }
    }
    if (titles.size) assert.equal(titles.size, languages.length, path);
  }
});

test('an answer that is known is not sent again', async () => {
  for (const path of ['/api/v1', '/api/v1/site', '/api/v1/activities?limit=3', '/api/v1/openapi.json', '/api/v1/context.jsonld']) {
    const first = await site.get(path);
    assert.match(first.headers.etag, /^"[^"]+"$/, `${path}: a strong tag`);
    const again = await site.get(path, { headers: { 'If-None-Match': first.headers.etag } });
    assert.equal(again.status, 304, path);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers['access-control-allow-origin'], '*', 'readable when unchanged, too');
    const head = await site.get(path, { method: 'HEAD' });
    assert.equal(head.headers.etag, first.headers.etag);
    assert.equal((await site.get(path, { headers: { 'If-None-Match': '"other"' } })).status, 200);
  }
});

test('other sites may read, and pages stay closed to them', async () => {
  for (const path of ['/api/v1', '/api/v1/activities', '/api/v1/activities/nobody', '/api/v1/activities?kind=x', '/api/v1/openapi.json']) {
    const { headers } = await site.get(path, { headers: { Origin: 'https://example.org' } });
    assert.equal(headers['access-control-allow-origin'], '*', path);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', path);
    assert.equal(headers['access-control-allow-credentials'], undefined);
  }
  const preflight = await site.get('/api/v1/activities', { method: 'OPTIONS', headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' } });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers['access-control-allow-methods'], /GET/);
  assert.match(preflight.headers['access-control-allow-headers'], /If-None-Match/);
  const page = await site.get('/de/');
  assert.equal(page.headers['access-control-allow-origin'], undefined);
  assert.equal(page.headers['cross-origin-resource-policy'], 'same-origin');
  assert.equal((await site.get('/de/', { method: 'OPTIONS' })).status, 405);
  const post = await site.get('/api/v1/activities', { method: 'POST' });
  assert.equal(post.status, 405);
  assert.equal(post.headers.allow, 'GET, HEAD, OPTIONS');
});

test('the JSON-LD context knows every name in the data, and those of schema.org as theirs', async () => {
  const { text, headers } = await site.get('/api/v1/context.jsonld');
  assert.match(headers['content-type'], /^application\/ld\+json/);
  const terms = JSON.parse(text)['@context'];
  assert.equal(terms.startDate, 'schema:startDate');
  assert.deepEqual(terms.name, { '@id': 'schema:name', '@container': '@language' });
  const visit = (value, path) => {
    if (Array.isArray(value)) return value.forEach((each) => visit(each, path));
    if (value === null || typeof value !== 'object') return;
    for (const [name, inner] of Object.entries(value)) {
      if (name.startsWith('@')) {
        if (name === '@type') assert.ok(inner in terms, `${inner} at ${path}`);
        continue;
      }
      assert.ok(name in terms, `${name} at ${path}`);
      const container = terms[name]?.['@container'];
      if (terms[name] !== null && container !== '@language' && container !== '@index') visit(inner, `${path}.${name}`);
    }
  };
  for (const name of collections) visit((await read(`/api/v1/${name}?limit=100`)).json, name);
});

test('the page about it says the same as the document, in three languages', async () => {
  for (const path of ['/de/offene-daten', '/pl/otwarte-dane', '/en/open-data']) {
    const page = await site.page(path);
    const codes = new Set(page.all('code').map((each) => each.text));
    for (const address of Object.keys(contract.document.paths)) assert.ok(codes.has(address), `${address} on ${path}`);
    for (const property of Object.keys(contract.document.components.schemas.Activity.properties)) assert.ok(codes.has(property), `${property} on ${path}`);
    assert.doesNotMatch(page.text, /api\.[a-z]+\./, 'no raw message key');
  }
  const { document } = contract;
  assert.doesNotMatch(JSON.stringify(document), /"api\.[a-z_.]+"/, 'no raw message key');
});
