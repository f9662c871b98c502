// Proves: whatever a record says is shown as text. No name, title, note, CommonMark body, credit, unit or file name can
// become markup, a script, a dangerous address or a header.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { isData, isOwnModule, withoutOwnScripts } from '../support/markup.js';
import { attack, hostileRecord, marker } from '../support/hostile.js';
import { databaseOf, serve } from '../support/server.js';
import { linkedFrom, loadedBy, Site } from '../support/site.js';

let server;
let site;
const read = new Map();
before(async () => {
  server = await serve(await databaseOf(hostileRecord()));
  site = new Site(server.url);
  for (const { path } of await site.sitemap()) read.set(path, await site.page(path));
  for (const language of ['de', 'pl', 'en']) {
    const timeline = linkedFrom(read.get(`/${language}/`)).find((href) => /chronik|kronika|timeline/.test(href));
    for (const query of ['?kind=other', '?field=field', '?year=1', '?kind=%22%3E%3Cscript%3E1', '?organisation=a'])
      read.set(timeline + query, await site.page(timeline + query));
  }
});
after(() => server.stop());

test('every kind of page is read, and shows the hostile words as words', () => {
  assert.ok(read.size > 40, [...read.keys()].join(' '));
  for (const [path, page] of read) assert.ok(page.markup.includes(marker), path);
  const activity = read.get([...read.keys()].find((path) => /^\/en\/activities\/.*/.test(path)));
  const heading = activity.one('h1').text;
  assert.equal(heading, attack.replace(/\s+/g, ' ').trim());
});

test('no element or attribute comes from the record', () => {
  for (const [path, page] of read) {
    const bad = page.all('*', (element) =>
      (/^(script|style|iframe|object|embed|base|textarea|i|b|marquee)$/.test(element.name) && !isData(element) && !isOwnModule(element) && !(element.name === 'iframe' && element.classes.includes('preview'))) ||
      (element.name === 'svg' && !element.classes.some((each) => /^(mark|chart__|map__)/.test(each))) ||
      (element.name === 'div' && element.get('onclick') !== undefined) ||
      [...element.attributes.keys()].some((name) => /^on/.test(name)));
    assert.deepEqual(bad.map((element) => `<${element.name} ${[...element.attributes]}>`), [], path);
    for (const image of page.all('img')) assert.match(image.get('src'), /^\/(media|pictures)\//, path);
    assert.doesNotMatch(withoutOwnScripts(page.markup), /<script|<svg\/|onerror="|onload="/i, path);
    // What the data says is what the record says, and parses.
    assert.ok(page.linkedData.every((data) => data['@context'] === 'https://schema.org'), path);
  }
});

test('no address leads to a script, to data or to another host by a trick', () => {
  for (const [path, page] of read) {
    for (const href of linkedFrom(page))
      assert.match(href, /^(https:\/\/evil\.example\/\?|mailto:|tel:|\/(?!\/)[^\\]*$|#)/, `${path}: ${href}`);
    for (const address of loadedBy(page)) assert.match(address, /^\/((assets|media|pictures)\/|[a-z]+\/[a-z]+\/embed\?)/, path);
  }
});

test('ids that the CommonMark notation sets are of the allowed form', () => {
  for (const [path, page] of read)
    for (const element of page.all('*', (each) => each.get('id'))) assert.match(element.get('id'), /^[a-z0-9-]+$/, path);
});

test('a hostile file name is a harmless header and address', async () => {
  const media = new Set([...read.values()].flatMap((page) => [...loadedBy(page), ...linkedFrom(page)]).filter((path) => path.startsWith('/media/')));
  assert.ok(media.size >= 2);
  for (const path of media) {
    assert.match(path, /^\/media\/[0-9a-f]{64}\/[A-Za-z0-9._~%-]+$/);
    const answer = await site.get(path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers['content-security-policy'], /sandbox|default-src 'none'/);
    const disposition = answer.headers['content-disposition'];
    if (answer.headers['content-type'] === 'application/pdf') assert.match(disposition, /^attachment; filename="[^"\\]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/);
  }
});

test('the sitemap is well-formed for XML', async () => {
  const { text } = await site.get('/sitemap.xml');
  assert.doesNotMatch(text, /<script|&(?!amp;|lt;|gt;|quot;|apos;|#)/);
});

test('what a reader asks for is not echoed as markup', async () => {
  for (const path of ['/%3Cscript%3Ealert(1)%3C/script%3E', '/en/%22onload=%22x', '/en/timeline?kind=%3Cscript%3E&year=%22%3E%3Cimg%20src=x%3E&before=%3Csvg%3E']) {
    const { text, status } = await site.get(path);
    assert.ok([200, 400, 404].includes(status), `${path}: ${status}`);
    assert.doesNotMatch(withoutOwnScripts(text), /<script|<svg>|<img src=x|"onload/i);
  }
});
