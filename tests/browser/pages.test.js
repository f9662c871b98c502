// Proves: every kind of page, in three languages, on a phone and on a large screen, has no accessibility problem that axe
// can find, does not scroll sideways, loads without an error and asks no other host for anything.
import assert from 'node:assert/strict';
import test from 'node:test';
import { accessibilityProblems, demoInBrowser, layoutProblems, openTab } from '../support/browser.js';
import { demoPages, languages } from '../support/site.js';

const { browser, site, pages } = await demoInBrowser();

/** Kinds of pages and states of pages beyond those of the sitemap. */
const states = {
  filtered: { de: '/de/chronik?kind=festival', pl: '/pl/kronika?kind=festival', en: '/en/timeline?kind=festival' },
  'nothing found': { de: '/de/chronik?kind=festival&year=2018', pl: '/pl/kronika?kind=festival&year=2018', en: '/en/timeline?kind=festival&year=2018' },
  'wrong filter': { de: '/de/chronik?kind=x', pl: '/pl/kronika?kind=x', en: '/en/timeline?kind=x' },
  'translation behind': { en: '/en/activities/european-metropolitan-authorities-forum-metropolises-facing-big-challenges' },
  'translation missing': { pl: '/pl/dzialania/wymiana-doswiadczen-o-zrownowazonej-mobilnosci-w-regionie' },
};

async function look(view, path, { expected = 200, axe = true } = {}) {
  await view.visit(path, { expected });
  const problems = [...(await layoutProblems(view.tab)), ...(axe ? await accessibilityProblems(view.tab) : [])];
  assert.deepEqual(problems, [], path);
}

for (const [width, height] of [[360, 740], [1440, 900]])
  for (const language of languages)
    test(`all kinds of pages in ${language}, ${width} pixels wide`, async (t) => {
      const view = await openTab(browser, site, { viewport: { width, height } });
      try {
        // What axe finds in a language it finds at every width; what it finds at a width, in every language.
        const axe = width === 360 || language === 'de';
        for (const kind of Object.keys(demoPages)) await t.test(kind, () => look(view, pages[kind][language], { axe }));
        for (const [state, paths] of Object.entries(states))
          if (paths[language]) await t.test(state, () => look(view, paths[language], { axe: axe || state.startsWith('translation') }));
        await t.test('not found', () => look(view, `/${language}/nirgends`, { expected: 404, axe }));
      } finally {
        await view.close();
      }
    });

test('the dark colours have enough contrast, too', async (t) => {
  const view = await openTab(browser, site, { colorScheme: 'dark' });
  try {
    for (const kind of Object.keys(demoPages)) await t.test(kind, () => look(view, pages[kind].de));
    await t.test('behind', () => look(view, states['translation behind'].en));
    await t.test('nothing found', () => look(view, states['nothing found'].de));
  } finally {
    await view.close();
  }
});

for (const [what, options] of [
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
  ['at 200 % on a screen of 1440', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  ['on a wall screen', { viewport: { width: 3840, height: 2160 } }],
])
  test(`nothing is lost ${what}`, async (t) => {
    const view = await openTab(browser, site, options);
    try {
      for (const kind of Object.keys(demoPages))
        for (const language of what.startsWith('320') ? ['de', 'pl'] : ['de'])
          await t.test(`${kind} in ${language}`, async () => {
            await view.visit(pages[kind][language]);
            assert.deepEqual(await layoutProblems(view.tab), []);
            // What can be used stays in sight: navigation, languages, headings.
            const lost = await view.tab.evaluate(() =>
              [...document.querySelectorAll('h1, h2, .languages a, .main-nav a, .site-footer a, main a, main button')]
                .filter((element) => !element.closest('details:not([open]), .map__drawing, .large-picture') && !element.checkVisibility?.({ visibilityProperty: true }))
                .map((element) => element.outerHTML.slice(0, 80)));
            assert.deepEqual(lost, []);
          });
    } finally {
      await view.close();
    }
  });

test('nothing is lost with the text spacing of WCAG 1.4.12', async (t) => {
  const view = await openTab(browser, site, { viewport: { width: 360, height: 740 }, bypassCSP: true });
  try {
    for (const kind of Object.keys(demoPages))
      await t.test(kind, async () => {
        await view.visit(pages[kind].de);
        await view.tab.addStyleTag({
          content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
        });
        assert.deepEqual(await layoutProblems(view.tab), []);
      });
  } finally {
    await view.close();
  }
});

test('every picture on every kind of page is really there', async (t) => {
  const view = await openTab(browser, site);
  try {
    for (const [kind, versions] of Object.entries(pages))
      await t.test(kind, async () => {
        await view.visit(versions.de);
        const broken = await view.tab.evaluate(async () => {
          const images = [...document.images];
          for (const image of images) image.loading = 'eager';
          await Promise.all(images.map((image) => image.decode().catch(() => {})));
          // The large pictures of the gallery are folded away until one is asked for, but they are there.
          const shown = (image) => image.closest('.large-picture:not(:target)') || (image.clientWidth > 0 && image.clientHeight > 0);
          return images.filter((image) => !(image.naturalWidth > 0 && shown(image))).map((image) => image.src);
        });
        assert.deepEqual(broken, []);
        assert.deepEqual(view.trouble, []);
        // The stand-in is a font of the reader's system, which need not have it.
        const fonts = await view.tab.evaluate(async () => {
          await document.fonts.ready;
          return [...document.fonts].filter((font) => font.status === 'error' && !font.family.includes('Stand-in')).map((font) => font.family);
        });
        assert.deepEqual(fonts, []);
      });
  } finally {
    await view.close();
  }
});
