// Proves: from the sitemap on, no link and no file is dead, nothing is loaded from another host, no text of the interface
// is missing or untranslated, and no page has the same id twice.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { isData, isOwnModule, parse } from '../support/markup.js';
import { serveDemo } from '../support/server.js';
import { languages, linkedFrom, loadedBy, Site } from '../support/site.js';

let server;
let site;
/** Every page of the sitemap, by path. */
const read = new Map();
/** Where each address was seen first. */
const seen = { links: new Map(), loads: new Map() };

before(async () => {
  server = await serveDemo();
  site = new Site(server.url);
  const waiting = (await site.sitemap()).map(({ path }) => path);
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      while (waiting.length > 0) {
        const path = waiting.pop();
        const page = await site.page(path);
        read.set(path, page);
        for (const href of linkedFrom(page)) if (!seen.links.has(href)) seen.links.set(href, path);
        for (const address of loadedBy(page)) if (!seen.loads.has(address)) seen.loads.set(address, path);
      }
    }),
  );
});
after(() => server.stop());

test('no internal link is dead or redirects, and fragments exist', async () => {
  const wrong = [];
  const fetched = new Map(read);
  for (const [href, from] of seen.links) {
    if (/^(https?:|mailto:|tel:)/.test(href)) continue;
    const at = new URL(href, server.url + from);
    assert.equal(at.origin, server.url, `${href} on ${from}`);
    const path = at.pathname + at.search;
    if (!fetched.has(path)) {
      const answer = await site.get(path);
      if (answer.status !== 200) wrong.push(`${href} on ${from}: ${answer.status} ${answer.headers.location ?? ''}`);
      fetched.set(path, /html/.test(answer.headers['content-type']) ? parse(answer.text) : null);
    }
    const fragment = decodeURIComponent(at.hash.slice(1));
    if (fragment && !fetched.get(path)?.all('*').some((element) => element.get('id') === fragment)) wrong.push(`${href} on ${from}: no such id`);
  }
  assert.deepEqual(wrong, []);
});

test('no page but those of the sitemap is linked, apart from filtered timelines and files', () => {
  const others = [...seen.links.keys()].filter(
    (href) => /^\//.test(href) && !read.has(href.split('#')[0]) && !/^\/(media|pictures|assets|api)\/|\?|\.(csv|atom|ics)$/.test(href),
  );
  assert.deepEqual(others, []);
});

test('every page of the sitemap can be reached from the first page by links', () => {
  for (const language of languages) {
    const reached = new Set();
    const waiting = [`/${language}/`];
    while (waiting.length > 0) {
      const path = waiting.pop();
      if (reached.has(path) || !read.has(path)) continue;
      reached.add(path);
      waiting.push(...linkedFrom(read.get(path)).map((href) => href.split('#')[0]));
    }
    const unreached = [...read.keys()].filter((path) => path.startsWith(`/${language}/`) && !reached.has(path));
    assert.deepEqual(unreached, []);
  }
});

test('everything that pages load is on this site and there', async () => {
  const wrong = [];
  const load = async (address, from) => {
    const path = site.pathOf(address);
    if (!path) return wrong.push(`${address} on ${from}: another host`);
    const answer = await site.get(path);
    if (answer.status !== 200 || answer.body.length === 0) wrong.push(`${address} on ${from}: ${answer.status}`);
    if (!/css/.test(answer.headers['content-type'] ?? '')) return;
    for (const [, , url] of answer.text.matchAll(/url\((["']?)(.*?)\1\)/g)) {
      if (url.startsWith('data:') || url.startsWith('#')) wrong.push(`${url.slice(0, 40)} in ${address}: not allowed by the policy`);
      else await load(new URL(url, server.url + path).href, path);
    }
    for (const [imported] of answer.text.matchAll(/@import[^;]*/g)) wrong.push(`${imported} in ${address}`);
  };
  for (const [address, from] of seen.loads) await load(address, from);
  assert.deepEqual([...new Set(wrong)], []);
});

/** The one frame there is: what others embed, shown to editors. */
const ownPreview = (element) => element.name === 'iframe' && element.classes.includes('preview') && /^\/(?!\/)/.test(element.get('src'));

test('no script but modules of our own and data, no inline style, no form that posts, no frame of others', () => {
  for (const [path, page] of read) {
    const bad = page.all('*', (element) =>
      (element.name === 'script' && !isOwnModule(element) && !isData(element)) ||
      (/^(style|iframe|object|embed|base|link-preload)$/.test(element.name) && !ownPreview(element)) ||
      [...element.attributes.keys()].some((name) => /^on|^style$|^srcdoc$|^ping$/.test(name)) ||
      (element.name === 'form' && element.get('method') !== 'get'));
    assert.deepEqual(bad.map((element) => element.name), [], path);
  }
});

test('links that leave the site are http or https, mailto or tel', () => {
  for (const [href, from] of seen.links) assert.match(href, /^(https?:\/\/[^/]+|mailto:[^@]+@[^@]+$|tel:\+\d+$|\/(?!\/)|#)/, from);
});

const rawKey =
  /\b(activit(y|ies)|agreement|cli|contact|empty|fact|failure|fields?|group|home|legal|measure|nav|not_found|number|organisations?|outcome|page|partner|partnership|path|person|refusal|search|sentence|series|shell|source|text|time|timeline)\.[a-z_]+(\.[a-z_]+)*\b/;

/** The text without what is code or data: names of fields in the description of the open data. */
const wordsOf = (element) =>
  element.children.map((child) => (typeof child === 'string' ? child : /^(code|script)$/.test(child.name) ? '' : ` ${wordsOf(child)} `)).join('');

test('no raw message key, no placeholder, nothing undefined', () => {
  for (const [path, page] of read) {
    const attributes = page.all('*').flatMap((element) => ['alt', 'title', 'aria-label', 'content'].map((name) => element.get(name) ?? ''));
    for (const text of [wordsOf(page), ...attributes]) {
      assert.doesNotMatch(text.replace(/\btimeline\.(csv|atom|ics|js)\b/g, ''), rawKey, path);
      assert.doesNotMatch(text.replace(/\/api\/v1\/\S+/g, ''), /\{[a-z_]+\}|\bundefined\b|\bnull\b|\bNaN\b/, path);
    }
  }
});

test('the interface is translated: no label is the same in two languages, but for words that are', () => {
  // Words that German, Polish or English share.
  const shared = new Set(['forum', 'festival', 'online', 'status', 'interregio', 'kontakt', 'name', 'region', 'partner', 'dokument', 'pdf', '404', 'person', 'organisation']);
  const fromRecord = (element) => element.parent !== null && (element.classes?.includes('prose') || fromRecord(element.parent));
  const labels = (page) => {
    const elements = page.all('*', (element) =>
      (/^(label|button|summary|dt|h2|th)$/.test(element.name) ||
        element.classes.some((name) => /^(kern-badge|skip-link|more|neighbour|statement__mark|person__said|roles__role|group__precision|fact)$/.test(name))) &&
      element.all('*', (each) => each.get('lang')).length === 0 &&
      !fromRecord(element));
    const navigation = ['main-nav', 'site-footer__links', 'years-nav'].flatMap((name) => page.withClass(name)).flatMap((nav) => nav.all('a'));
    return [...elements, ...navigation].map((element) => element.text.toLowerCase());
  };
  const suspicious = new Set();
  for (const [path, page] of read) {
    const own = page.one('html').get('lang');
    if (own !== 'en') continue;
    for (const other of ['de', 'pl']) {
      const twin = read.get(site.pathOf(page.one('link', (link) => link.get('hreflang') === other).get('href')));
      const theirs = new Set(labels(twin));
      for (const label of labels(page))
        if (theirs.has(label) && /\p{L}{4}/u.test(label) && !shared.has(label)) suspicious.add(`${other}: ${label} (${path})`);
    }
  }
  assert.deepEqual([...suspicious].filter((each) => !/\b(rvr|gzm|ema|thga|bmr|wikipedia)\b/.test(each)), []);
});

test('no id stands twice on a page, and every reference to one finds it', () => {
  for (const [path, page] of read) {
    const ids = page.all('*').map((element) => element.get('id')).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length, `${path}: ${ids.filter((id, index) => ids.indexOf(id) !== index)}`);
    for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
      for (const element of page.all('*', (each) => each.get(name)))
        for (const id of element.get(name).split(/\s+/)) assert.ok(ids.includes(id), `${path}: ${name}=${id}`);
  }
});

test('every page has its own title and a description of fitting length', () => {
  for (const language of languages) {
    const titles = new Map();
    for (const [path, page] of read) {
      if (!path.startsWith(`/${language}/`)) continue;
      const title = page.one('title').text;
      assert.ok(!titles.has(title), `${title}: ${path} and ${titles.get(title)}`);
      titles.set(title, path);
      const description = page.all('meta', (meta) => meta.get('name') === 'description')[0]?.get('content');
      if (description !== undefined) assert.ok(description.length >= 20 && description.length <= 320, `${path}: ${description}`);
    }
  }
});

/** The words of an element, without what is quoted from programs. */
const withoutCode = (element) =>
  element.children.map((child) => (typeof child === 'string' ? child : child.name === 'code' ? '' : withoutCode(child))).join(' ');

test('quotation marks, dashes and ellipses are typographic', () => {
  for (const [path, page] of read) assert.doesNotMatch(withoutCode(page.one('body')).replace(/https?:\S+/g, ''), /"|\w'\w|\.\.\.| - /, path);
});

test('German marks stand in German, Polish in Polish, English in English texts', () => {
  const wrong = { de: /”(?!\S)|‘(?=\w)/, pl: /“|‘(?=\w)/, en: /„/ };
  for (const [path, page] of read) {
    const visit = (element) => {
      for (const child of element.children)
        if (typeof child === 'string') {
          const pattern = wrong[element.language];
          if (pattern) assert.doesNotMatch(child, pattern, path);
        } else visit(child);
    };
    visit(page.one('body'));
  }
});
