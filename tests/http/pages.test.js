// Proves: every kind of page is there in three languages, under one address each, with the right language, canonical and
// alternate links, one heading, and a way from each language to the others.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from '../support/markup.js';
import { demoSite } from '../support/server.js';
import { demoPages, languages } from '../support/site.js';

const { site, pages } = await demoSite();

for (const kind of Object.keys(demoPages))
  for (const language of languages)
    test(`${kind} in ${language}`, async () => {
      const path = pages[kind][language];
      assert.ok(path.startsWith(`/${language}/`));
      const page = await site.page(path);
      const html = page.one('html');
      assert.equal(html.get('lang'), language);
      assert.match(page.markup, /^<!DOCTYPE html>/i);
      assert.equal(page.all('h1').length, 1);
      assert.ok(page.one('title').text.length > 5);
      assert.ok(page.one('main').text.length > 50);

      const links = page.all('link');
      const canonical = links.filter((link) => link.get('rel') === 'canonical');
      assert.deepEqual(canonical.map((link) => site.pathOf(link.get('href'))), [path]);
      const alternates = Object.fromEntries(
        links.filter((link) => link.get('rel') === 'alternate' && link.get('hreflang')).map((link) => [link.get('hreflang'), site.pathOf(link.get('href'))]),
      );
      assert.deepEqual(
        alternates,
        { ...pages[kind], 'x-default': kind === 'home' ? '/' : pages[kind].de },
        'the page in every language of the site',
      );

      const switcher = page.withClass('languages')[0];
      assert.deepEqual(
        switcher.all('a').map((link) => [link.get('hreflang'), link.get('lang'), link.get('href'), link.get('aria-current')]),
        languages.map((other) => [other, other, pages[kind][other], other === language ? 'true' : undefined]).sort((a, b) =>
          switcher.all('a').findIndex((link) => link.get('hreflang') === a[0]) - switcher.all('a').findIndex((link) => link.get('hreflang') === b[0])),
      );
    });

test('headings never skip a level', async () => {
  for (const versions of Object.values(pages)) {
    const page = await site.page(versions.de);
    let level = 0;
    for (const heading of page.all('*', (element) => /^h[1-6]$/.test(element.name))) {
      const next = Number(heading.name[1]);
      assert.ok(next <= level + 1, `${versions.de}: <${heading.name}> ${heading.text} after h${level}`);
      level = next;
    }
  }
});

test('the language switch names each language in itself', async () => {
  const page = await site.page('/de/');
  assert.deepEqual(page.withClass('languages')[0].all('a').map((link) => link.text).sort(), ['Deutsch', 'English', 'Polski'].sort());
});

test('every page leads to contact, imprint, privacy and the accessibility statement', async () => {
  for (const versions of Object.values(pages))
    for (const language of languages) {
      const footer = (await site.page(versions[language])).one('footer', (element) => element.classes.includes('site-footer'));
      for (const kind of ['contact', 'imprint', 'privacy', 'accessibility'])
        assert.ok(footer.all('a').some((link) => link.get('href') === pages[kind][language]), `${versions[language]}: ${kind}`);
    }
});

test('the Polish link to the accessibility statement is named as the law wants it', async () => {
  const page = await site.page('/pl/');
  assert.ok(page.all('a').some((link) => link.get('href') === pages.accessibility.pl && link.text === 'Deklaracja dostępności'));
});

test('the Polish accessibility statement has the element ids of the technical conditions 2.0', async () => {
  const page = await site.page(pages.accessibility.pl);
  const ids = page.all('*', (element) => element.get('id')?.startsWith('a11y-'));
  const mandatory = ['wstep', 'podmiot', 'zakres', 'url', 'data-publikacja', 'data-aktualizacja', 'status', 'data-sporzadzenie',
    'kontakt', 'email', 'telefon', 'procedura', 'architektura', 'komunikacja'].map((name) => `a11y-${name}`);
  assert.deepEqual(ids.map((element) => element.get('id')).filter((id) => mandatory.includes(id)), mandatory);
  for (const element of ids.filter((each) => each.get('id').startsWith('a11y-data-'))) {
    assert.equal(element.name, 'time');
    assert.match(element.get('datetime'), /^\d{4}-\d{2}-\d{2}$/);
  }
  const byId = (id) => ids.find((element) => element.get('id') === id);
  assert.equal(byId('a11y-url').name, 'a');
  assert.match(byId('a11y-email').get('href'), /^mailto:/);
  assert.equal(page.one('h1').text, 'Deklaracja dostępności');
  assert.deepEqual(
    page.one('main').all('h2').map((heading) => heading.text),
    ['Stan dostępności cyfrowej', 'Niedostępne treści', 'Przygotowanie deklaracji dostępności',
      'Udogodnienia, ograniczenia i inne informacje', 'Informacje zwrotne i dane kontaktowe',
      'Obsługa wniosków i skarg związanych z dostępnością', 'Pozostałe informacje'],
  );
});

test('no mark of the id notation is left on any page', async () => {
  for (const { path } of await site.sitemap()) assert.doesNotMatch((await site.page(path)).text, /\{#/, path);
});

test('a page that is not there is explained in the reader’s language, with ways on', async () => {
  const titles = new Set();
  for (const language of languages)
    for (const path of [`/${language}/nirgends`, `${pages.activity[language]}-x`, `/${language}/a/b/c`]) {
      const answer = await site.get(path);
      assert.equal(answer.status, 404, path);
      const page = parse(answer.text);
      assert.equal(page.one('html').get('lang'), language);
      assert.match(page.markup ?? answer.text, /noindex/);
      const links = page.one('main').all('a').map((link) => link.get('href'));
      assert.ok(links.includes(`/${language}/`) && links.includes(pages.timeline[language]), links.join(' '));
      titles.add(page.one('title').text);
    }
  assert.equal(titles.size, 3);
});

test('a 404 outside of the languages speaks the language of Accept-Language', async () => {
  for (const [accepted, language] of [['pl', 'pl'], ['en-GB,de;q=0.5', 'en'], ['fr', 'de']]) {
    const answer = await site.get('/nirgends', { headers: { 'accept-language': accepted } });
    assert.equal(answer.status, 404);
    assert.equal(parse(answer.text).one('html').get('lang'), language);
    assert.match(answer.headers.vary, /accept-language/i);
  }
});
