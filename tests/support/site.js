// A running portal as a reader and a search engine see it: its pages by address and by kind, its sitemap.
import assert from 'node:assert/strict';
import { parse, unescaped } from './markup.js';
import { request } from './web.js';

export const languages = ['de', 'pl', 'en'];

/** One page of each kind of the demo record, by its German address: addresses are a promise and may not change. */
export const demoPages = {
  home: '/de/',
  timeline: '/de/chronik',
  organisations: '/de/organisationen',
  contact: '/de/kontakt',
  imprint: '/de/impressum',
  privacy: '/de/datenschutz',
  accessibility: '/de/barrierefreiheit',
  data: '/de/offene-daten',
  embedding: '/de/einbinden',
  partnership: '/de/partnerschaften/ruhrgebiet-und-metropole-gzm',
  activity: '/de/aktivitaeten/studienbesuch-des-rvr-in-kattowitz-die-partnerschaft-wird-besiegelt',
  field: '/de/handlungsfelder/nachhaltige-mobilitaet',
  series: '/de/reihen/united-by-bread',
  agreement: '/de/vereinbarungen/partnerschaftsvereinbarung',
  organisation: '/de/organisationen/metropole-oberschlesien-und-zaglebie',
};

export class Site {
  constructor(url) {
    this.url = url;
  }

  get(path, options) {
    return request(this.url + path, options);
  }

  /** A page that must be there, read into a tree with its path and bytes. */
  async page(path, options) {
    const answer = await this.get(path, options);
    assert.equal(answer.status, 200, `${path}: ${answer.status} ${answer.headers.location ?? ''}`);
    assert.match(answer.headers['content-type'], /^text\/html; *charset=utf-8$/i, path);
    return Object.assign(parse(answer.text), { path, markup: answer.text, headers: answer.headers });
  }

  /** The path of an address of this site; undefined for other sites and for mailto: and tel:. */
  pathOf(address) {
    if (address.startsWith('/') && !address.startsWith('//')) return address;
    return address.startsWith(`${this.url}/`) ? address.slice(this.url.length) : undefined;
  }

  /** All entries of the sitemap: { path, versions: { de: path … } }. */
  async sitemap() {
    const read = async (path) => {
      const answer = await this.get(path);
      assert.equal(answer.status, 200, path);
      assert.match(answer.headers['content-type'], /xml/);
      const values = (element) => [...answer.text.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map((found) => found[1]);
      if (answer.text.includes('<sitemapindex'))
        return (await Promise.all(values('sitemap').map((entry) => read(this.pathOf(unescaped(/<loc>(.*?)<\/loc>/.exec(entry)[1])))))).flat();
      return values('url').map((entry) => {
        const versions = {};
        for (const [, language, href] of entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g))
          versions[language] = this.pathOf(unescaped(href));
        return { path: this.pathOf(unescaped(/<loc>(.*?)<\/loc>/.exec(entry)[1])), versions };
      });
    };
    return read('/sitemap.xml');
  }

  /** { kind: { de, pl, en } } of the demo record. */
  async demoPages() {
    const entries = await this.sitemap();
    return Object.fromEntries(
      Object.entries(demoPages).map(([kind, path]) => {
        const entry = entries.find((each) => each.path === path);
        assert.ok(entry, `${path} is in the sitemap`);
        return [kind, entry.versions];
      }),
    );
  }

  /** The address of a page in another language, as the page itself names it. */
  async version(path, language) {
    const page = await this.page(path);
    return this.pathOf(page.one('link', (link) => link.get('hreflang') === language).get('href'));
  }
}

/** The addresses that a page loads by itself. */
export function loadedBy(page) {
  const sources = page.all('*').flatMap((element) => {
    if (element.name === 'link') return /canonical|alternate/.test(element.get('rel')) ? [] : [element.get('href')];
    const candidates = (element.get('srcset') ?? '').split(',').map((each) => each.trim().split(/\s+/)[0]);
    return [element.get('src'), element.get('poster'), element.get('data'), ...candidates];
  });
  return [...new Set(sources.filter(Boolean))];
}

/** The addresses that a page links to. */
export function linkedFrom(page) {
  return [...new Set(page.all('a').map((link) => link.get('href')))];
}
