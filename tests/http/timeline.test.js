// Proves: the timeline shows all activities by year, and its filters by kind, field, organisation, series, status and
// year work alone and together by plain GET parameters; wrong values and empty results are explained.
import assert from 'node:assert/strict';
import test from 'node:test';
import { isData, isOwnModule, withoutOwnScripts } from '../support/markup.js';
import { fixture } from '../support/folders.js';
import { databaseOf, demoSite, serve } from '../support/server.js';
import { Site } from '../support/site.js';

const { server, site } = await demoSite();

/** The titles on the timeline for some parameters, newest first. */
async function titles(query, path = '/en/timeline') {
  const page = await site.page(path + (query ? `?${query}` : ''));
  return page.withClass('timeline').flatMap((list) => list.all('h3').map((heading) => heading.text));
}

const all = [
  'RVR delegation in Katowice',
  'GZM delegation in the Ruhr',
  'Youth parliaments compare notes: the Ruhr, GZM and County Durham',
  '‘United by Bread’ festival 2025',
  'Revitalising brownfields: conference in Brussels',
  '‘United by Bread – Salt and Herbs’',
  'European Metropolitan Authorities forum: metropolises facing big challenges',
  'Expert exchange on sustainable regional mobility',
  'Ideas marathon #CreateYourope',
  'Online seminar: re-using post-industrial land',
  'RVR study visit to Katowice and signing of the partnership agreement',
  'Letter of intent signed in Essen',
];

test('all activities ever, newest first, under a heading for each year', async () => {
  const shown = await titles('');
  assert.deepEqual([...shown].sort(), [...all].sort());
  const page = await site.page('/en/timeline');
  assert.deepEqual(page.withClass('timeline__year').map((year) => year.one('h2').text), ['2025', '2023', '2022', '2021', '2020', '2019', '2018']);
  assert.equal(shown[0], all[0]);
  assert.equal(shown.at(-1), all.at(-1));
});

const filters = [
  ['kind=delegation_visit', [0, 1, 10]],
  ['kind=festival', [3, 5]],
  ['year=2025', [0, 1, 2, 3, 4]],
  ['year=2021', [7, 8]],
  ['field=sustainable-mobility', [7, 11]],
  ['series=united-by-bread', [3, 5]],
  ['status=held', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ['organisation=county-durham', [2]],
  ['organisation=rvr-ruhr-gruen', [3, 5]],
  ['kind=festival&year=2023', [5]],
  ['kind=delegation_visit&year=2025&organisation=business-metropole-ruhr-gmbh', [0]],
  ['kind=&field=&organisation=&series=&status=&year=2022', [6]],
  ['utm_source=x', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
];
for (const [query, expected] of filters)
  test(`?${query}`, async () => {
    assert.deepEqual((await titles(query)).sort(), expected.map((index) => all[index]).sort());
  });

test('values are addresses in the reader’s language, and those of other languages work too', async () => {
  const expected = await titles('field=sustainable-mobility', '/de/chronik');
  assert.equal(expected.length, 2);
  assert.deepEqual(await titles('field=nachhaltige-mobilitaet', '/de/chronik'), expected);
  assert.deepEqual(await titles('field=zrownowazona-mobilnosc', '/de/chronik'), expected);
});

test('the form offers what there is, keeps what was chosen, and needs no script', async () => {
  const page = await site.page('/pl/kronika?kind=festival&year=2023');
  const form = page.one('form', (each) => each.get('action') !== '/pl/szukaj');
  assert.equal(form.get('method'), 'get');
  assert.equal(form.get('action'), '/pl/kronika');
  assert.deepEqual(page.all('script', (each) => !isData(each) && !isOwnModule(each)), []);
  const selects = Object.fromEntries(form.all('select').map((select) => [select.get('name'), select]));
  for (const name of ['kind', 'field', 'organisation', 'status', 'year']) {
    assert.ok(selects[name], name);
    assert.ok(form.all('label').some((label) => label.get('for') === selects[name].get('id')), `a label for ${name}`);
    assert.equal(selects[name].all('option')[0].get('value'), '');
  }
  const chosen = (name) => selects[name].all('option').filter((option) => option.get('selected') !== undefined).map((option) => option.get('value'));
  assert.deepEqual(chosen('kind'), ['festival']);
  assert.deepEqual(chosen('year'), ['2023']);
  assert.deepEqual(chosen('status'), []);
  for (const select of Object.values(selects))
    for (const option of select.all('option')) {
      if (select.get('name') === 'year' || option.get('value') === '') continue;
      assert.ok((await titles(`${select.get('name')}=${option.get('value')}`, '/pl/kronika')).length > 0, option.text);
    }
  assert.ok(page.one('details', (each) => each.classes.includes('filter')).get('open') !== undefined, 'open, so that it is seen');
});

test('a filtered page says what is shown and how many, and is not for search engines', async () => {
  const page = await site.page('/en/timeline?kind=festival');
  const said = page.withClass('filter__active')[0].text;
  assert.match(said, /Festival/);
  assert.match(said, /\b2\b/);
  assert.match(page.markup, /<meta name="robots" content="noindex">/);
  assert.ok((await site.page('/en/timeline')).all('link', (link) => link.get('rel') === 'canonical').length === 1);
});

for (const query of ['kind=party', 'year=20x5', 'year=99999', 'field=none', 'organisation=', 'status=over', 'series=%3Cscript%3E'])
  test(`a value that makes no sense is left out with a friendly word: ?${query}`, async () => {
    const page = await site.page(`/en/timeline?${query}`);
    const shown = page.withClass('timeline')[0].all('h3');
    assert.equal(shown.length, all.length, 'all are shown');
    const alerts = page.withClass('kern-alert');
    assert.equal(alerts.length, query.endsWith('=') ? 0 : 1);
    assert.doesNotMatch(withoutOwnScripts(page.markup), /<script/);
  });

test('no match is explained, with a way back', async () => {
  const page = await site.page('/de/chronik?kind=festival&year=2019');
  assert.equal(page.withClass('timeline').length, 0);
  const alert = page.withClass('kern-alert')[0];
  assert.ok(alert.all('a').some((link) => link.get('href') === '/de/chronik'));
  const future = await site.page('/de/chronik?year=2050');
  assert.equal(future.withClass('kern-alert').length, 1);
});

test('a broken query is a wrong request or ignored, never a failure', async () => {
  for (const query of ['%', '%zz', 'kind=%ff', 'a=1&&&=&b', 'year=2025%00', `kind=${'x'.repeat(4000)}`]) {
    const { status } = await site.get(`/en/timeline?${query}`);
    assert.ok([200, 400, 404].includes(status), `${query}: ${status}`);
  }
});

test('the years lead to their activities and keep the other conditions', async () => {
  const page = await site.page('/en/timeline?kind=festival');
  const years = page.withClass('years-nav')[0].all('a').map((link) => link.get('href'));
  assert.equal(years.length, 2);
  for (const href of years) {
    const query = new URL(href, server.url).searchParams;
    assert.equal(query.get('kind'), 'festival');
    assert.equal((await titles(query.toString())).length, 1);
  }
});

test('what is announced, cancelled or postponed is never shown as held', async () => {
  const own = await serve(await databaseOf(fixture('small')));
  try {
    const small = new Site(own.url);
    const words = { en: ['Announced', 'Held', 'Cancelled'], de: ['Angekündigt', 'Stattgefunden', 'Abgesagt'] };
    for (const [language, [announced, , cancelled]] of Object.entries(words)) {
      const timeline = await small.page({ en: '/en/timeline', de: '/de/chronik' }[language]);
      const entry = (slug) => timeline.all('li', (item) => item.all('a').some((link) => link.get('href').endsWith(slug)) && item.all('article').length === 1)[0];
      const regatta = entry({ en: '/great-regatta', de: '/grosse-regatta' }[language]);
      assert.ok(regatta.text.includes(announced), regatta.text);
      assert.ok(regatta.classes.includes('is-open'));
      assert.ok(entry({ en: '/flood-seminar', de: '/hochwasserseminar' }[language]).text.includes(cancelled));
      assert.ok(!entry({ en: '/first-river-day', de: '/erster-flusstag' }[language]).classes.includes('is-open'));
    }
    const page = await small.page('/en/activities/great-regatta');
    const head = page.withClass('page-head')[0].text;
    assert.match(head, /Announced/);
    assert.doesNotMatch(page.one('main').text, /\b(held|took place)\b/i);
    assert.doesNotMatch(page.withClass('glance')[0].one('dt').text, /held|took place/i);
    // Also in lists of other pages.
    for (const path of ['/en/', '/en/partnerships/brzeg-and-ufer', '/en/fields-of-action/rivers', '/en/organisations/miasto-brzeg']) {
      const list = await small.page(path);
      for (const card of list.all('article', (each) => each.all('a').some((link) => link.get('href').endsWith('/great-regatta'))))
        assert.match(card.text, /Announced/, path);
    }
    assert.deepEqual(
      (await small.page('/en/timeline?status=held')).withClass('timeline')[0].all('h3').map((heading) => heading.text),
      ['Second River Day', 'First River Day'],
    );
  } finally {
    await own.stop();
  }
});
