// Proves: pages tell programs what they show, and only what is true; links to them look right elsewhere; other sites can
// embed the timeline by a frame or by oEmbed, and nothing else.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { parse, unescaped } from '../support/markup.js';
import { demo } from '../support/program.js';
import { databaseOf, serve } from '../support/server.js';
import { languages, linkedFrom, Site } from '../support/site.js';

const base = 'https://partners.example';
let server;
let site;
let pages;
let activities;
before(async () => {
  server = await serve(await databaseOf(demo), ['--base-url', base]);
  site = new Site(server.url);
  site.pathOf = (address) => (address.startsWith(`${base}/`) ? address.slice(base.length) : /^\/(?!\/)/.test(address) ? address : undefined);
  pages = await site.demoPages();
  activities = JSON.parse((await site.get('/api/v1/activities?limit=100')).text).itemListElement;
});
after(() => server.stop());

const property = (page, name) => page.all('meta', (meta) => meta.get('property') === name)[0]?.get('content');
const dataOf = (page, type) => page.linkedData.find((data) => (type ? data['@type'] === type : data['@type'] !== 'BreadcrumbList'));

test('a link to a page looks right elsewhere', async () => {
  for (const [kind, versions] of Object.entries(pages))
    for (const language of languages) {
      const page = await site.page(versions[language]);
      assert.ok(property(page, 'og:title').length > 3);
      assert.equal(property(page, 'og:url'), base + versions[language]);
      assert.equal(property(page, 'og:type'), kind === 'home' ? 'website' : 'article');
      if (!['home', 'partnership', 'activity', 'series'].includes(kind)) continue;
      const image = property(page, 'og:image');
      assert.ok(image.startsWith(`${base}/`), kind);
      const answer = await site.get(site.pathOf(image));
      assert.equal(answer.status, 200);
      assert.match(answer.headers['content-type'], /^image\//);
      assert.ok(property(page, 'og:image:alt').length > 10);
    }
});

test('an activity is an event, with what the page says of it', async () => {
  let ideas = 0;
  for (const activity of activities)
    for (const language of languages) {
      const page = await site.page(site.pathOf(activity.pages[language]));
      const data = dataOf(page);
      if (['idea', 'planned'].includes(activity.status)) {
        assert.equal(data, undefined, 'what is not announced is no event');
        ideas += 1;
        continue;
      }
      assert.equal(data['@type'], activity['@type']);
      assert.equal(data.name, page.one('h1').text.replaceAll('\u00a0', ' '));
      assert.equal(data.url, activity.pages[language]);
      assert.equal(data.eventStatus, activity.eventStatus);
      assert.equal(data.eventAttendanceMode, activity.eventAttendanceMode);
      assert.equal(data.startDate, activity.startDate);
      assert.equal(data.endDate, activity.endDate);
      assert.equal(data.image?.length ?? 0, activity.images.length);
      for (const image of data.image ?? []) {
        assert.match(image.creditText, /^© /);
        assert.ok(page.text.includes(image.creditText));
      }
      assert.equal(data.organizer?.length ?? 0, activity.organizer.length);
    }
  assert.ok(ideas >= 0);
});

test('an organisation is one, of the right kind', async () => {
  const page = await site.page(pages.organisation.pl);
  const data = dataOf(page);
  assert.equal(data['@type'], 'GovernmentOrganization');
  assert.equal(data.alternateName, 'GZM');
  assert.ok(data.sameAs.every((url) => linkedFrom(page).includes(url)));
});

test('the way to a page stands in the data as on the page', async () => {
  for (const [kind, versions] of Object.entries(pages)) {
    if (kind === 'home') continue;
    const page = await site.page(versions.de);
    const { itemListElement } = dataOf(page, 'BreadcrumbList');
    const shown = page.withClass('breadcrumb')[0].all('li').map((item) => item.text.replaceAll('\u00a0', ' '));
    assert.deepEqual(itemListElement.map((item) => item.name.replaceAll('\u00a0', ' ')), shown, kind);
    assert.deepEqual(itemListElement.map((item) => item.position), shown.map((_, index) => index + 1));
    assert.equal(itemListElement.at(-1).item, base + versions.de);
  }
});

test('every page names feed and calendar, an activity its own', async () => {
  for (const language of languages) {
    const page = await site.page(pages.activity[language]);
    const links = page.all('link', (link) => link.get('rel') === 'alternate' && link.get('type'));
    for (const link of links) {
      const answer = await site.get(site.pathOf(link.get('href')));
      assert.equal(answer.status, 200, link.get('href'));
      assert.ok(answer.headers['content-type'].startsWith(link.get('type').replace('json+oembed', 'json').replace('xml+oembed', 'xml')), link.get('type'));
    }
    assert.ok(links.filter((link) => link.get('type') === 'text/calendar').length >= 1);
    const timeline = await site.page(pages.timeline[language]);
    for (const ending of ['.atom', '.ics', '.csv']) assert.ok(linkedFrom(timeline).includes(pages.timeline[language] + ending));
  }
});

test('oEmbed gives the frame for pages of this site, in both forms alike', async () => {
  const ask = (url, more = '') => site.get(`/oembed?url=${encodeURIComponent(url)}${more}`);
  for (const kind of ['home', 'timeline', 'partnership', 'activity', 'field', 'series', 'organisation'])
    for (const language of languages) {
      const answer = await ask(base + pages[kind][language]);
      assert.equal(answer.status, 200, pages[kind][language]);
      assert.match(answer.headers['content-type'], /^application\/json/);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      const json = JSON.parse(answer.text);
      assert.equal(json.version, '1.0');
      assert.equal(json.type, 'rich');
      const frame = parse(json.html).one('iframe');
      assert.ok(frame.get('title').length > 3);
      const shown = await site.get(site.pathOf(frame.get('src')));
      assert.equal(shown.status, 200, frame.get('src'));
      assert.equal(parse(shown.text).one('html').get('lang'), language);
      const { text, headers } = await ask(base + pages[kind][language], '&format=xml');
      assert.match(headers['content-type'], /^text\/xml/);
      for (const [name, value] of Object.entries(json)) assert.equal(unescaped(new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text)[1]), String(value), name);
    }
  const small = JSON.parse((await ask(`${base}/de/chronik?kind=festival`, '&maxwidth=300&maxheight=200')).text);
  assert.deepEqual([small.width, small.height], [300, 200]);
  const frame = parse(small.html).one('iframe');
  assert.equal(frame.get('width'), '300');
  const { text } = await site.get(site.pathOf(frame.get('src')));
  assert.equal(parse(text).all('li').length, activities.filter((each) => each.kind === 'festival').length, 'with the filter of the page');
  for (const [url, status] of [['https://evil.example/de/chronik', 404], [`${base}.evil.example/de/`, 404], ['javascript:alert(1)', 404], ['//evil.example/de/chronik', 404],
    [`${base}/de/impressum`, 404], [`${base}/de/aktivitaeten/nobody`, 404], [`${base}/de/chronik?kind=%22%3E%3Cscript%3E`, 404], [`${base}/de/aktivitaeten/%ff`, 404]])
    assert.equal((await ask(url)).status, status, url);
  assert.equal((await site.get('/oembed')).status, 400);
  assert.equal((await ask(`${base}/de/`, '&format=yaml')).status, 501);
  assert.equal((await ask(`${base}/de/`, '&maxwidth=-1')).status, 400);
});

test('the frame alone may be framed, and is bare', async () => {
  for (const path of ['/de/chronik/embed', '/pl/kronika/embed?limit=3', '/en/timeline/embed?kind=festival']) {
    const { headers, text, status } = await site.get(path);
    assert.equal(status, 200, path);
    assert.match(headers['content-security-policy'], /frame-ancestors \*/);
    assert.equal(headers['x-frame-options'], undefined);
    const page = parse(text);
    assert.equal(page.all('script').length, 0);
    for (const link of page.all('a')) {
      assert.equal(link.get('target'), '_blank');
      assert.match(link.get('rel'), /noopener/);
    }
  }
  assert.equal(parse((await site.get('/pl/kronika/embed?limit=3')).text).all('li').length, 3);
  for (const query of ['limit=51', 'limit=x', 'kind=x', 'activity=nobody', 'colour=red']) assert.equal((await site.get(`/de/chronik/embed?${query}`)).status, 400, query);
  for (const path of ['/de/', '/de/chronik', '/de/einbinden', '/api/v1', '/de/chronik.atom']) {
    const { headers } = await site.get(path);
    assert.match(headers['content-security-policy'], /frame-ancestors 'none'/, path);
    assert.equal(headers['x-frame-options'], 'DENY', path);
  }
});

test('the component is at an address that stays, and may be loaded from anywhere', async () => {
  const { headers, text, status } = await site.get('/embed/interregio-timeline.js');
  assert.equal(status, 200);
  assert.match(headers['content-type'], /^text\/javascript/);
  assert.match(headers['cache-control'], /max-age=3600/);
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.doesNotMatch(text, /innerHTML|eval\(|document\.write/);
});

test('the page for editors has everything to copy, and it works', async () => {
  for (const path of ['/de/einbinden', '/pl/osadzanie', '/en/embedding']) {
    const page = await site.page(path);
    const blocks = page.all('pre').map((block) => block.text);
    const frame = parse(blocks[0]).one('iframe');
    assert.equal((await site.get(site.pathOf(frame.get('src')))).status, 200);
    const component = parse(blocks[1]);
    assert.equal((await site.get(site.pathOf(component.one('script').get('src')))).status, 200);
    assert.equal((await site.get(site.pathOf(component.one('a').get('href')))).status, 200);
    assert.match(page.headers['content-security-policy'], /frame-src 'self'/);
  }
});
