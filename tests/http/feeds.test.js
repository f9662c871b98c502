// Proves: the timeline as table, feed and calendar is read as it is meant by programs that are not ours.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test, { after, before } from 'node:test';
import FeedParser from 'feedparser';
import { copyOf, fixture, temporaryFolder } from '../support/folders.js';
import { databaseOf, serve, serveDemo } from '../support/server.js';
import { Site } from '../support/site.js';

let server;
let site;
let activities;
before(async () => {
  server = await serveDemo();
  site = new Site(server.url);
  activities = JSON.parse((await site.get('/api/v1/activities?limit=100')).text).itemListElement;
});
after(() => server.stop());

const timelines = { de: '/de/chronik', pl: '/pl/kronika', en: '/en/timeline' };

/** RFC 4180, strictly. */
function csv(text) {
  assert.ok(text.startsWith('\ufeff'), 'a byte order mark');
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let at = 1;
  while (at < text.length) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    assert.ok(found, `no cell at ${JSON.stringify(text.slice(at, at + 60))}`);
    rows.at(-1).push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] !== ',') rows.push([]);
    at = cell.lastIndex;
  }
  rows.pop();
  for (const row of rows) assert.equal(row.length, rows[0].length);
  return rows;
}

/** A calendar, read by Debian's python3-icalendar. */
function icalendar(text) {
  const file = join(temporaryFolder(), 'calendar.ics');
  writeFileSync(file, text);
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', ['-c', `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
assert not calendar.errors, calendar.errors
events = []
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    events.append({name.lower(): (str(event[name].dt) if hasattr(event[name], 'dt') else str(event[name])) for name in event} | {'language': event['SUMMARY'].params.get('LANGUAGE')})
print(json.dumps({'name': str(calendar['NAME']), 'method': str(calendar['METHOD']), 'events': events}))
`, file], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

function feed(text) {
  return new Promise((done, failed) => {
    const parser = new FeedParser({ addmeta: false });
    const items = [];
    parser.on('error', failed);
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) items.push(item);
    });
    parser.on('end', () => done({ meta: parser.meta, items }));
    Readable.from([text]).pipe(parser);
  });
}

test('the table has a row for each activity, in the words of its language', async () => {
  for (const [language, path] of Object.entries(timelines)) {
    const answer = await site.get(`${path}.csv`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^text\/csv; *charset=utf-8/);
    assert.match(answer.headers['content-disposition'], /^attachment; filename="[a-z]+\.csv"$/);
    const [header, ...rows] = csv(answer.text);
    assert.equal(new Set(header).size, header.length);
    assert.equal(rows.length, activities.length);
    rows.forEach((row, index) => {
      const activity = activities[index];
      assert.equal(row.at(-1), activity.identifier, 'in the order of the timeline');
      assert.equal(row.at(-2), activity.pages[language]);
      assert.equal(row[0], activity.date.words[language]);
      assert.equal(row[1], activity.date.edtf);
      assert.equal(row[2], activity.date.earliest ?? '');
      assert.equal(row[6], activity.kindName[language]);
      assert.equal(row[4].replace(/^'(?=[=+@-])/, ''), activity.name[language] ?? activity.name[activity.translations.name.original]);
    });
    const { text } = await site.get(`${path}.csv?kind=festival`);
    assert.equal(csv(text).length - 1, activities.filter((each) => each.kind === 'festival').length);
  }
  assert.equal((await site.get('/de/chronik.csv?kind=x')).status, 400);
  assert.equal((await site.get('/de/chronik.csv?before=nobody')).status, 400);
  const half = activities[9].key;
  assert.equal(csv((await site.get(`/de/chronik.csv?before=${half}`)).text).length - 1, activities.length - 10);
});

test('filters of the timeline work as they stand in its addresses', async () => {
  const page = await site.page('/de/chronik');
  const choices = page.one('select', (each) => each.get('name') === 'field').all('option').map((option) => option.get('value')).filter(Boolean);
  for (const slug of choices.slice(0, 3)) {
    const answer = await site.get(`/de/chronik.csv?field=${slug}`);
    assert.equal(answer.status, 200, slug);
    assert.ok(csv(answer.text).length > 1, slug);
  }
});

test('the feed tells of the last changes, newest first, and feedparser reads it', async () => {
  const ids = {};
  for (const [language, path] of Object.entries(timelines)) {
    const answer = await site.get(`${path}.atom`);
    assert.match(answer.headers['content-type'], /^application\/atom\+xml/);
    const { meta, items } = await feed(answer.text);
    assert.equal(meta['#type'], 'atom');
    assert.equal(meta.language ?? meta['@'].find?.((each) => 'xml:lang' in each)?.['xml:lang'], language);
    assert.ok(meta.author.length > 3);
    assert.equal(meta.xmlurl, `${server.url}${path}.atom`);
    assert.ok(items.length > 0 && items.length <= 30);
    ids[language] = items.map((item) => item.guid);
    items.forEach((item, index) => {
      assert.match(item.guid, /^urn:uuid:[0-9a-f-]{36}$/);
      const activity = activities.find((each) => `urn:uuid:${each.identifier}` === item.guid);
      assert.equal(item.link, activity.pages[language]);
      assert.equal(item.title, activity.name[language] ?? activity.name[activity.translations.name.original]);
      assert.equal(item.date.toISOString().replace('.000', ''), activity.dateModified);
      if (index > 0) assert.ok(item.date <= items[index - 1].date);
      assert.ok(item.description.includes(activity.kindName[language]));
      assert.doesNotMatch(item.description, /<script|\son\w+=/i);
    });
    const again = await site.get(`${path}.atom`, { headers: { 'If-None-Match': answer.headers.etag } });
    assert.equal(again.status, 304);
  }
  assert.deepEqual(ids.de, ids.pl, 'the same things in every language');
});

test('the calendar has the activities whose days are known, and only those', async () => {
  const known = activities.filter(({ date }) => date.daysKnown);
  assert.ok(known.length > 0 && known.length < activities.length);
  for (const [language, path] of Object.entries(timelines)) {
    const answer = await site.get(`${path}.ics`);
    assert.match(answer.headers['content-type'], /^text\/calendar; *charset=utf-8/);
    for (const line of answer.body.toString('latin1').split('\r\n')) assert.ok(line.length <= 75, line);
    const { events, method } = icalendar(answer.text);
    assert.equal(method, 'PUBLISH');
    assert.deepEqual(events.map((event) => event.uid).sort(), known.map((each) => each.identifier).sort());
    for (const event of events) {
      const activity = known.find((each) => each.identifier === event.uid);
      assert.equal(event.dtstart, activity.date.earliest);
      const end = new Date(`${activity.date.latest}T00:00:00Z`);
      end.setUTCDate(end.getUTCDate() + 1);
      assert.equal(event.dtend, end.toISOString().slice(0, 10), 'the day after the last');
      assert.equal(event.url, activity.pages[language]);
      assert.equal(event.language, language);
      assert.equal(event.status, { cancelled: 'CANCELLED', postponed: 'CANCELLED', idea: 'TENTATIVE', planned: 'TENTATIVE' }[activity.status] ?? 'CONFIRMED');
      const title = activity.name[language] ?? activity.name[activity.translations.name.original];
      assert.ok(event.summary.endsWith(title), event.summary);
    }
  }
});

test('an activity has a calendar of its own where its days are known', async () => {
  for (const activity of activities) {
    const path = `${site.pathOf(activity.pages.de)}/calendar.ics`;
    const answer = await site.get(path);
    assert.equal(answer.status, activity.date.daysKnown ? 200 : 404, path);
    if (answer.status === 200) assert.equal(icalendar(answer.text).events.length, 1);
  }
});

test('other sites may read them', async () => {
  for (const path of ['/de/chronik.csv', '/de/chronik.atom', '/de/chronik.ics'])
    assert.equal((await site.get(path)).headers['access-control-allow-origin'], '*');
});

test('what is cancelled, postponed or only an idea says so, everywhere', async () => {
  const folder = copyOf(fixture('small'));
  const activity = (key, status, date) => ({
    key, kind: 'forum', status, date, form: 'online', partnerships: ['two-banks'], title: { en: `Meeting, ${key}; "quoted"` }, summary: { en: `=1+1 ${key}` },
  });
  const more = [activity('idea-one', 'idea', '2027-05-05'), activity('cancelled-one', 'cancelled', '2027-06-01/2027-06-03'), activity('postponed-one', 'postponed', '2027-07-01'),
    activity('announced-one', 'announced', '2027-08-31'), activity('month-one', 'planned', '2027-09')];
  appendFileSync(join(folder, 'activities.yaml'), more.map((each) => `  - ${JSON.stringify(each)}\n`).join('')); // JSON is YAML
  const own = await serve(await databaseOf(folder));
  try {
    const there = new Site(own.url);
    const { events } = icalendar((await there.get('/en/timeline.ics?from=2027-01-01&to=2027-12-31')).text);
    const statuses = Object.fromEntries(events.map((event) => [/(\w+-one)/.exec(event.summary)[1], event.status]));
    assert.deepEqual(statuses, { 'idea-one': 'TENTATIVE', 'cancelled-one': 'CANCELLED', 'postponed-one': 'CANCELLED', 'announced-one': 'CONFIRMED' });
    assert.equal(events.find((event) => /cancelled-one/.test(event.summary)).dtend, '2027-06-04');
    assert.match(events.find((event) => /cancelled-one/.test(event.summary)).summary, /^Cancelled: Meeting, cancelled-one; "quoted"$/i);
    const [, ...rows] = csv((await there.get('/en/timeline.csv?from=2027-01-01&to=2027-12-31')).text);
    assert.equal(rows.length, 5);
    for (const row of rows) assert.match(row[13], /^'=1\+1/, 'no formula');
    const expected = { idea: undefined, planned: undefined, cancelled: 'EventCancelled', postponed: 'EventPostponed', announced: 'EventScheduled' };
    for (const [status, name] of Object.entries(expected)) {
      const { itemListElement } = JSON.parse((await there.get(`/api/v1/activities?status=${status}&from=2027-01-01&to=2027-12-31`)).text);
      assert.equal(itemListElement.length, 1, status);
      assert.equal(itemListElement[0].eventStatus, name && `https://schema.org/${name}`);
      const page = await there.page(there.pathOf(itemListElement[0].pages.en));
      const data = page.linkedData.find((each) => each['@type'] === 'Event');
      assert.equal(data?.eventStatus, itemListElement[0].eventStatus, status);
    }
  } finally {
    await own.stop();
  }
});
