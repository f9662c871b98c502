// Proves: what is public is found, in any of its forms and languages, in the reader's language first; the page says what
// it understood and how many results there are, marks what was found, and narrows; what is published is found soon;
// no query breaks anything.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { copyOf, edit } from '../support/folders.js';
import { demo, run } from '../support/program.js';
import { databaseOf, serve, serveDemo } from '../support/server.js';
import { languages, Site } from '../support/site.js';

const address = { de: '/de/suche', pl: '/pl/szukaj', en: '/en/search' };
let server;
let site;
before(async () => {
  server = await serveDemo();
  site = new Site(server.url);
  await prepared(site);
});
after(() => server.stop());

/** Waits until the index is there: a server that has just started may say that it is being prepared. */
async function prepared(portal) {
  await eventually(async () => (await portal.get('/de/suche?q=ruhr')).status === 200, 'the search is prepared');
}

async function eventually(condition, what) {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `${what}: not within 20 seconds`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const path = (query, language = 'de', more = '') => `${address[language]}?q=${encodeURIComponent(query)}${more}`;
const search = (query, language, more) => site.page(path(query, language, more));
/** The results as { title, href, own, text, marks }. */
const results = (page) =>
  page.withClass('result').map((result) => {
    const link = result.one('h3').one('a');
    let at = result;
    while (at.name !== 'section') at = at.parent;
    return { title: link.text, href: link.get('href'), own: at.get('aria-labelledby') === 'own', text: result.text, marks: result.all('mark').map((mark) => mark.text), result };
  });
const titles = (page) => results(page).map((result) => result.title);
const finds = async (query, language, title) => titles(await search(query, language)).some((each) => title.test(each));

test('forms of a word find each other', async () => {
  for (const query of ['Brachfläche', 'brachflächen', 'BRACHFLAECHE', 'Brachflache', 'revitalisierung'])
    assert.ok(await finds(query, 'de', /Revitalisierung von Brachflächen/), query);
  for (const query of ['rewitalizacja', 'rewitalizacji', 'Rewitalizację'])
    assert.ok(results(await search(query, 'pl')).length > 0, query);
  assert.ok(results(await search('exchange', 'en')).length > 0);
  assert.deepEqual(titles(await search('exchange', 'en')), titles(await search('exchanges', 'en')));
});

test('accents may be left out', async () => {
  assert.ok(await finds('swietochlowice', 'pl', /Świętochłowice/));
  assert.ok(await finds('Świętochłowicach', 'pl', /Świętochłowice/));
});

test('names of a place are the same in all languages', async () => {
  const german = titles(await search('Kattowitz', 'de'));
  assert.ok(german.length > 0);
  assert.deepEqual(titles(await search('Katowice', 'de')), german);
  assert.equal(titles(await search('Kattowitz', 'pl')).length, titles(await search('Katowice', 'pl')).length);
});

test('a typing error is mended, and the page says so', async () => {
  const page = await search('Kattovitz', 'de');
  assert.ok(results(page).length > 0);
  assert.match(page.withClass('search__understood')[0].text, /kattovitz.*kattowitz/i);
  assert.equal((await search('Kattowitz', 'de')).withClass('search__understood').length, 0);
});

test('results in the language of the reader come first, the others under their own heading, with their language', async () => {
  const page = await search('rewitalizacja', 'de');
  const found = results(page);
  assert.ok(found.length > 0);
  assert.ok(found.every((result) => !result.own), 'the word is Polish');
  assert.match(page.one('section', (section) => section.get('aria-labelledby') === 'others').one('h2').text, /anderen Sprachen/);
  const snippet = found[0].result.withClass('result__snippet')[0];
  assert.equal(snippet.get('lang'), 'pl');
  const both = results(await search('Mobilität', 'de'));
  const order = both.map((result) => result.own);
  assert.deepEqual(order, [...order].sort((a, b) => b - a));
});

test('what was found is marked', async () => {
  const found = results(await search('Brachfläche', 'de'));
  for (const { marks, title } of found) assert.ok(marks.some((mark) => /brachfl/i.test(mark)), title);
});

test('results say their kind and date, and lead to pages that are there', async () => {
  const found = results(await search('Essen', 'de'));
  assert.ok(found.length > 3);
  for (const { href, result } of found.slice(0, 8)) {
    assert.equal((await site.get(href)).status, 200, href);
    assert.ok(result.withClass('kern-preline')[0].text.length > 3);
  }
});

test('a person leads to what they took part in', async () => {
  const found = results(await search('Karola Geiß-Netthöfel', 'de'));
  assert.ok(found.some(({ text }) => /Person: Karola Geiß-Netthöfel/.test(text)));
  assert.deepEqual(titles(await search('geiss netthoefel karola', 'de')).sort(), found.map(({ title }) => title).sort());
});

test('facets count what they lead to, and can be taken away again', async () => {
  const page = await search('Metropole', 'de');
  const total = Number(/\d+/.exec(page.withClass('search__count')[0].text)[0]);
  const facets = page.withClass('facet');
  assert.ok(facets.length >= 3);
  for (const facet of facets)
    for (const link of facet.all('a').slice(0, 3)) {
      const count = Number(link.withClass('facet__count')[0].text);
      const narrowed = await site.page(link.get('href'));
      assert.match(narrowed.withClass('search__count')[0].text, new RegExp(`^${count} `), link.text);
      assert.ok(count <= total);
      const chosen = narrowed.withClass('facets')[0].one('a', (each) => each.get('aria-current') === 'true');
      assert.match((await site.page(chosen.get('href'))).withClass('search__count')[0].text, new RegExp(`^${total} `));
    }
  const kinds = facets[0].all('a').map((link) => Number(link.withClass('facet__count')[0].text));
  assert.equal(kinds.reduce((sum, count) => sum + count, 0), total);
});

test('a condition that makes no sense is left out and said to be', async () => {
  const page = await search('Metropole', 'de', '&year=x&kind=y&field=z&organisation=nobody&page=-4');
  assert.ok(results(page).length > 0);
  assert.match(page.text, /Eine Bedingung war nicht zu verstehen/);
});

test('pages of results hold each result once', async () => {
  const seen = new Set();
  let next = path('der Ruhr', 'de');
  let pages = 0;
  while (next) {
    const page = await site.page(next);
    for (const { href } of results(page)) {
      assert.ok(!seen.has(href), href);
      seen.add(href);
    }
    ++pages;
    next = page.all('a', (link) => link.get('rel') === 'next')[0]?.get('href');
  }
  const total = Number(/\d+/.exec((await search('der Ruhr', 'de')).withClass('search__count')[0].text)[0]);
  assert.equal(seen.size, total);
  assert.ok(pages > 1);
});

test('nothing found: a way on', async () => {
  const page = await search('Xylophonorchester', 'de');
  assert.equal(results(page).length, 0);
  assert.match(page.one('main').text, /Nichts gefunden/);
  assert.ok(page.one('main').all('a').some((link) => link.get('href') === '/de/chronik'));
});

test('the empty search is a form with a hint', async () => {
  for (const language of languages) {
    const page = await site.page(address[language]);
    assert.ok(page.one('main').one('input', (input) => input.get('name') === 'q'));
    assert.equal(page.withClass('result').length, 0);
  }
});

test('search engines do not index results, and find no search in the sitemap', async () => {
  for (const where of [path('Ruhr', 'de'), address.pl]) assert.equal((await site.page(where)).one('meta', (meta) => meta.get('name') === 'robots').get('content'), 'noindex');
  for (const { path: each } of await site.sitemap()) assert.ok(!Object.values(address).some((search) => each.startsWith(search)), each);
});

test('every page has the field, which works without a script', async () => {
  for (const language of languages) {
    const page = await site.page(`/${language}/`);
    const form = page.one('header').one('form');
    assert.equal(form.get('action'), address[language]);
    assert.equal(form.get('method'), 'get');
    assert.equal(form.one('input').get('name'), 'q');
    assert.ok(form.one('input').get('aria-label'));
  }
});

test('the page in another language asks the same', async () => {
  const page = await search('Kattowitz', 'de');
  const polish = site.pathOf(page.one('link', (link) => link.get('hreflang') === 'pl').get('href'));
  assert.equal(polish, path('Kattowitz', 'pl'));
  assert.equal((await site.get('/de/search?q=x')).status, 301);
  assert.equal((await site.get('/de/suche/')).headers.location, '/de/suche');
});

test('suggestions are words of the language and pages', async () => {
  const answer = await site.get('/de/suche/suggestions.json?q=brachf');
  assert.equal(answer.status, 200);
  assert.match(answer.headers['content-type'], /^application\/json/);
  assert.match(answer.headers['cache-control'], /public, max-age=\d+/);
  const { queries, pages } = JSON.parse(answer.text);
  assert.ok(queries.includes('brachflächen'), queries.join());
  assert.ok(pages.length > 0);
  for (const { url } of pages) assert.equal((await site.get(url)).status, 200);
  const second = JSON.parse((await site.get('/de/suche/suggestions.json?q=forum%20kattow')).text);
  assert.ok(second.queries.every((query) => query.startsWith('forum ')));
  const none = JSON.parse((await site.get('/de/suche/suggestions.json?q=%20')).text);
  assert.deepEqual(none, { queries: [], pages: [] });
  assert.ok(JSON.parse((await site.get('/pl/szukaj/suggestions.json?q=katt')).text).queries.includes('kattowitz'));
});

const strange = ['"', "'", '*', 'a*', '(', 'NEAR(a b)', 'title:x', 'AND', '-ruhr', '%', '\\', '<script>alert(1)</script>', '&amp;', '😀',
  '東京', 'ا'.repeat(50), 'a'.repeat(5000), 'ruhr '.repeat(1000), '\u202Eruhr', 'ß', '\u00AD', "''''"];
test('no query breaks anything or becomes markup', async () => {
  for (const query of strange) {
    const answer = await site.get(path(query.slice(0, 1500), 'de'));
    assert.equal(answer.status, 200, query);
    assert.ok(!answer.text.includes('<script>alert'), query);
    assert.equal((await site.get(`/de/suche/suggestions.json?q=${encodeURIComponent(query.slice(0, 1500))}`)).status, 200, query);
  }
});

test('what is published is found soon, and what is removed is not', async (t) => {
  const folder = copyOf(demo);
  const portal = await serve(await databaseOf(folder));
  t.after(() => portal.stop());
  const own = new Site(portal.url);
  await prepared(own);
  const count = async (query) => (await own.page(path(query))).withClass('result').length;
  assert.equal(await count('Leuchtturmwärterin'), 0);
  edit(folder, 'activities-2023-2025.yaml', 'de: "Revitalisierung von Brachflächen: Fachveranstaltung in Brüssel"', 'de: "Leuchtturmwärterinnen: Fachveranstaltung in Brüssel"');
  assert.equal((await run(['import', folder, '--database', portal.database])).code, 0);
  await eventually(async () => (await count('Leuchtturmwärterin')) === 1, 'the new title is found');
});
