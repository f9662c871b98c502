// Proves: the server shows what the record says now: an import shows at once, old addresses redirect for ever, a reader
// never waits for the writer, and an empty record explains how to begin.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { copyOf, edit, temporaryFolder } from '../support/folders.js';
import { parse } from '../support/markup.js';
import { run } from '../support/program.js';
import { imported, small } from '../support/record.js';
import { databaseOf, serve } from '../support/server.js';
import { linkedFrom, Site } from '../support/site.js';

async function withServer(database, action) {
  const server = await serve(database);
  try {
    await action(new Site(server.url), server);
  } finally {
    assert.equal(await server.stop(), 0);
  }
}

test('an edited title shows at once, and the old address leads to the new one for ever', async () => {
  const database = await databaseOf(small);
  await withServer(database, async (site) => {
    const folder = copyOf(small);
    const before = await site.page('/en/activities/flood-seminar');
    const etag = before.headers.etag;
    const addresses = ['/en/activities/flood-seminar'];
    for (const title of ['High water seminar', 'Seminar on floods']) {
      edit(folder, 'activities.yaml', `en: ${addresses.length === 1 ? 'Flood seminar' : 'High water seminar'}`, `en: ${title}`);
      assert.equal((await imported(folder, database)).changed, 1);
      const address = `/en/activities/${title.toLowerCase().replace(/ /g, '-')}`;
      const page = await site.page(address);
      assert.equal(page.one('h1').text, title);
      for (const old of addresses) {
        const answer = await site.get(old, { headers: { 'if-none-match': etag } });
        assert.equal(answer.status, 301, old);
        assert.equal(answer.headers.location, address);
      }
      addresses.push(address);
      const timeline = await site.page('/en/timeline');
      assert.ok(linkedFrom(timeline).includes(address));
      assert.ok(!addresses.slice(0, -1).some((old) => linkedFrom(timeline).includes(old)));
      assert.ok((await site.sitemap()).some(({ path }) => path === address));
    }
    // The other languages did not move; their translation is behind nothing, for English is not the original.
    assert.equal((await site.page('/de/aktivitaeten/hochwasserseminar')).one('h1').text, 'Hochwasserseminar');
  });
});

test('an edited original puts the translations behind, and the page says so', async () => {
  const database = await databaseOf(small);
  await withServer(database, async (site) => {
    const folder = copyOf(small);
    edit(folder, 'activities.yaml', 'pl: Zapraszamy.', 'pl: Zapraszamy wszystkich.');
    await imported(folder, database);
    const german = await site.page('/de/aktivitaeten/grosse-regatta');
    const notice = german.withClass('notice--behind');
    assert.equal(notice.length, 1);
    assert.match(notice[0].text, new RegExp(`\\b${new Date().getUTCFullYear()}\\b`));
    assert.equal(notice[0].all('a')[0].get('href'), '/pl/dzialania/wielkie-regaty');
    assert.equal((await site.page('/pl/dzialania/wielkie-regaty')).withClass('notice').length, 0);
  });
});

test('an activity that took place is held on all pages at once', async () => {
  const database = await databaseOf(small);
  await withServer(database, async (site) => {
    assert.match((await site.page('/en/activities/flood-seminar')).withClass('page-head')[0].text, /Cancelled/);
    const folder = copyOf(small);
    edit(folder, 'activities.yaml', 'status: cancelled', 'status: held');
    await imported(folder, database);
    assert.match((await site.page('/en/activities/flood-seminar')).withClass('page-head')[0].text, /Held/);
    assert.doesNotMatch((await site.page('/en/timeline?year=2022')).withClass('timeline')[0].text, /Cancelled/);
  });
});

test('readers do not wait for an import', async () => {
  const database = await databaseOf(small);
  const folder = copyOf(small);
  const activities = Array.from({ length: 3000 }, (_, i) =>
    [`  - key: run-${i}`, '    kind: other', '    status: held', '    date: "2020"', '    form: online', '    partnerships: [two-banks]', `    title: {pl: Bieg ${i}, en: Run ${i}}`].join('\n'));
  writeFileSync(join(folder, 'activities.yaml'), `activities:\n${activities.join('\n')}\n`);
  await withServer(database, async (site) => {
    let importing = true;
    const done = imported(folder, database).finally(() => (importing = false));
    let slowest = 0;
    let answers = 0;
    while (importing) {
      const started = performance.now();
      await site.page('/pl/kronika');
      slowest = Math.max(slowest, performance.now() - started);
      ++answers;
    }
    assert.equal((await done).created, 3000);
    assert.ok(answers > 5, `${answers} answers`);
    assert.ok(slowest < 1500, `the slowest answer took ${Math.round(slowest)} ms`);

    // Many activities come a page at a time, and every one of them on some page.
    const seen = new Set();
    let at = '/en/timeline?year=2020';
    for (let pages = 0; at && pages < 200; ++pages) {
      const page = await site.page(at);
      const titles = page.withClass('timeline')[0].all('h3').map((heading) => heading.text);
      assert.ok(titles.length <= 40);
      titles.forEach((title) => seen.add(title));
      const older = page.withClass('pager')[0]?.all('a', (link) => link.get('rel') === 'next')[0];
      at = older?.get('href');
      if (older) assert.ok(at.includes('year=2020'), at);
    }
    assert.equal(seen.size, 3000);
    // And back again.
    const second = (await site.page('/en/timeline?year=2020')).withClass('pager')[0].one('a', (link) => link.get('rel') === 'next').get('href');
    const back = (await site.page(second)).withClass('pager')[0].one('a', (link) => link.get('rel') === 'prev').get('href');
    const titlesOf = async (path) => (await site.page(path)).withClass('timeline')[0].all('h3').map((heading) => heading.text);
    assert.deepEqual(await titlesOf(back), await titlesOf('/en/timeline?year=2020'));

    // The sitemap is now an index of parts, and still lists everything.
    const paths = (await site.sitemap()).map(({ path }) => path);
    assert.equal(new Set(paths).size, paths.length);
    assert.ok(paths.length > 3 * 3000);
  });
});

test('an empty record explains how to begin, in three languages', async () => {
  const database = join(temporaryFolder(), 'empty.db');
  await run(['migrate', '--database', database]);
  await withServer(database, async (site) => {
    assert.equal((await site.get('/healthz')).status, 200);
    assert.equal((await site.get('/', { headers: { 'accept-language': 'pl' } })).headers.location, '/pl/');
    const titles = new Set();
    for (const language of ['de', 'pl', 'en']) {
      const page = await site.page(`/${language}/`);
      assert.equal(page.one('html').get('lang'), language);
      assert.match(page.text, /interregio import demo/);
      assert.match(page.markup, /noindex/);
      titles.add(page.one('h1').text);
      const missing = await site.get(`/${language}/nirgends`);
      assert.equal(missing.status, 404);
      assert.equal(parse(missing.text).one('html').get('lang'), language);
    }
    assert.equal(titles.size, 3);
    // And the moment something is imported it is there.
    await imported(small, database);
    assert.equal((await site.page('/en/')).one('h1').text, 'Brzeg and Ufer');
  });
});

test('serve makes a new database where there is none, ready within a second', async () => {
  const database = join(temporaryFolder(), 'new.db');
  const started = performance.now();
  const server = await serve(database);
  assert.ok(performance.now() - started < 1500);
  assert.equal(await server.stop(), 0);
});

test('a language that the site does not speak has no pages', async () => {
  const folder = copyOf(small);
  edit(folder, 'record.yaml', 'languages: [pl, en, de]', 'languages: [pl, en]');
  await withServer(await databaseOf(folder), async (site) => {
    const answer = await site.get('/de/');
    assert.equal(answer.status, 404);
    assert.notEqual(parse(answer.text).one('html').get('lang'), 'de');
    const page = await site.page('/en/');
    assert.deepEqual(page.all('link', (link) => link.get('rel') === 'alternate' && link.get('hreflang')).map((link) => link.get('hreflang')).sort(), ['en', 'pl', 'x-default']);
    assert.ok((await site.sitemap()).every(({ path }) => !path.startsWith('/de/')));
  });
});
