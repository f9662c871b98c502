// Proves what the design promises: partners of one size, lines of series without gaps, years that stay in view, sections
// that are not covered; and that it keeps its promises in forced colours, on paper and with letters twice as large.
import assert from 'node:assert/strict';
import test from 'node:test';
import { accessibilityProblems, demoInBrowser, layoutProblems, openTab } from '../support/browser.js';
import { demoPages } from '../support/site.js';

const { browser, site, pages } = await demoInBrowser();

/** Opens a tab, runs `check` with it, closes it. */
async function within(options, check) {
  const view = await openTab(browser, site, options);
  try {
    await check(view);
  } finally {
    await view.close();
  }
}

const boxes = (tab, selector) =>
  tab.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((element) => element.getBoundingClientRect().toJSON()), selector);

for (const width of [320, 768, 1440])
  test(`the partners are equal to the pixel, ${width} wide`, () =>
    within({ viewport: { width, height: 900 } }, async ({ visit, tab }) => {
      for (const [path, selector] of [[pages.home.de, '.meeting__party'], [pages.partnership.pl, '.partner']]) {
        await visit(path);
        const [first, second, ...others] = await boxes(tab, selector);
        assert.equal(others.length, 0);
        assert.ok(Math.abs(first.width - second.width) < 0.5, `${selector}: ${first.width} and ${second.width} wide`);
        if (first.top === second.top) assert.ok(Math.abs(first.height - second.height) < 0.5, `${selector}: ${first.height} and ${second.height} high`);
      }
    }));

for (const width of [360, 1440])
  test(`the line of a series runs from edition to edition without a gap, ${width} wide`, () =>
    within({ viewport: { width, height: 900 } }, async ({ visit, tab }) => {
      await visit(pages.timeline.en);
      const pieces = (await boxes(tab, '.lane--1')).sort((a, b) => a.top - b.top);
      assert.ok(pieces.length >= 3, `${pieces.length} pieces`);
      for (const piece of pieces) assert.equal(piece.left, pieces[0].left);
      for (let i = 1; i < pieces.length; ++i)
        assert.ok(pieces[i].top - pieces[i - 1].bottom < 0.6, `a gap at ${pieces[i].top}: ${pieces[i - 1].bottom}`);
      assert.equal(await tab.locator('.lane--edition').count(), 2);
      for (const text of await tab.locator('.entry:has(.lane--edition)').allTextContents()) assert.match(text, /Series: .*Bread/);
    }));

test('the credit of the first picture is covered by nothing, at any width', async () => {
  for (const width of [320, 768, 1024, 1280, 1360, 1440])
    await within({ viewport: { width, height: 900 } }, async ({ visit, tab }) => {
      for (const path of [pages.home.de, pages.home.pl, pages.partnership.en]) {
        await visit(path);
        const covered = await tab.locator('.hero figcaption').evaluate((caption) => {
          const range = document.createRange();
          range.selectNodeContents(caption);
          return [...range.getClientRects()].flatMap(({ left, right, top, bottom }) => [[left + 1, top + 2], [right - 1, bottom - 2]])
            .filter(([x, y]) => !caption.contains(document.elementFromPoint(x, y)));
        });
        assert.deepEqual(covered, [], `${path} at ${width}`);
      }
    });
});

test('the silences of the record are said and take room', () =>
  within({}, async ({ visit, tab }) => {
    await visit(pages.timeline.de);
    assert.deepEqual(await tab.locator('.silence').allTextContents(), ['18 Monate ohne Begegnung', '13 Monate ohne Begegnung']);
    for (const box of await boxes(tab, '.silence')) assert.ok(box.height > 60);
    await visit('/de/chronik?kind=festival');
    assert.equal(await tab.locator('.silence').count(), 0);
  }));

for (const width of [360, 1440])
  test(`the year stays in view while one reads it, ${width} wide`, () =>
    within({ viewport: { width, height: 800 } }, async ({ visit, tab }) => {
      await visit(pages.timeline.pl);
      await tab.locator('#y2025 .entry').nth(3).evaluate((entry) => entry.scrollIntoView({ block: 'center' }));
      const year = await tab.locator('#h2025').evaluate((heading) => {
        const words = document.createRange();
        words.selectNodeContents(heading);
        return words.getBoundingClientRect().toJSON();
      });
      assert.ok(year.top >= 0 && year.bottom < 400, JSON.stringify(year));
    }));

for (const [width, height] of [[360, 740], [1440, 900]])
  test(`the links of a page lead to its sections, which nothing covers, ${width} wide`, () =>
    within({ viewport: { width, height } }, async ({ visit, tab }) => {
      await visit(pages.partnership.en);
      const links = tab.locator('.page-nav a');
      assert.ok((await links.count()) >= 7);
      for (const link of await links.all()) {
        const target = (await link.getAttribute('href')).slice(1);
        await link.click();
        const seen = await tab.evaluate((id) => {
          const heading = document.getElementById(id);
          const box = heading.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + 5, box.top + box.height / 2);
          return box.top >= 0 && box.bottom <= innerHeight && (heading === top || heading.contains(top));
        }, target);
        assert.ok(seen, target);
      }
    }));

test('in forced colours nothing is lost that colour alone would say', async (t) => {
  for (const colorScheme of ['light', 'dark'])
    await within({ forcedColors: 'active', colorScheme }, async ({ visit, tab }) => {
      for (const kind of ['home', 'partnership', 'timeline', 'activity', 'organisation', 'agreement'])
        await t.test(`${kind}, ${colorScheme}`, async () => {
          await visit(pages[kind].de);
          assert.deepEqual(await layoutProblems(tab), []);
          const unmarked = await tab.evaluate(() =>
            [...document.querySelectorAll('.meeting__party, .partner, .party-name, .kern-badge, .glance, .group, .person, .page-head--party')]
              .filter((element) => ['borderTopWidth', 'borderLeftWidth'].every((side) => parseFloat(getComputedStyle(element)[side]) === 0))
              .map((element) => element.className));
          assert.deepEqual(unmarked, [], 'a border where colour carried meaning');
          const invisible = await tab.evaluate(() => {
            const page = getComputedStyle(document.body).backgroundColor;
            return [...document.querySelectorAll('.density__bar:not(.density__bar--0), .lane')]
              .filter((element) => getComputedStyle(element).backgroundColor === page)
              .map((element) => element.className);
          });
          assert.deepEqual(invisible, [], 'bars and lines are still drawn');
          // The picture of the page is more than one colour: something was painted.
          assert.ok((await tab.screenshot()).length > 10_000);
        });
    });
});

test('on paper there is the content and where it came from, and nothing to click on the way', async (t) => {
  await within({}, async ({ visit, tab }) => {
    await tab.emulateMedia({ media: 'print' });
    for (const kind of Object.keys(demoPages))
      await t.test(kind, async () => {
        await visit(pages[kind].de);
        const shown = await tab.evaluate(() =>
          [...document.querySelectorAll('.main-nav, .languages, .breadcrumb, .page-nav, .years-nav, .filter, .pager, .neighbours, .buttons, .skip-link, .site-footer nav')]
            .filter((element) => element.checkVisibility())
            .map((element) => element.className));
        assert.deepEqual(shown, []);
        assert.ok(await tab.locator('h1').isVisible());
        const printed = tab.locator('.print-only');
        assert.ok(await printed.isVisible());
        assert.match(await printed.textContent(), new RegExp(`${pages[kind].de.replaceAll('/', '\\/')}$`));
      });
    await visit(pages.partnership.de);
    assert.ok(await tab.locator('.further .fact').first().isVisible(), 'what is folded away is printed');
    assert.ok((await tab.pdf({ format: 'A4' })).length > 10_000);
  });
  await within({}, async ({ visit, tab }) => {
    await visit(pages.home.de);
    assert.equal(await tab.locator('.print-only').isVisible(), false, 'on the screen the address bar says it');
  });
});

test('letters twice as large fit as well', async (t) => {
  await within({ viewport: { width: 1280, height: 800 }, bypassCSP: true }, async ({ visit, tab }) => {
    for (const kind of Object.keys(demoPages))
      await t.test(kind, async () => {
        await visit(pages[kind].de);
        await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
        assert.deepEqual(await layoutProblems(tab), []);
      });
  });
});

test('nothing moves for those who asked for that', () =>
  within({ reducedMotion: 'reduce' }, async ({ visit, tab }) => {
    for (const kind of ['home', 'timeline']) {
      await visit(pages[kind].en);
      const moving = await tab.evaluate(() =>
        [...document.querySelectorAll('body *')].filter((element) => {
          const style = getComputedStyle(element);
          return style.transitionDuration.split(',').some((time) => parseFloat(time) > 0) && style.transitionProperty !== 'none' || style.animationName !== 'none';
        }).length);
      assert.equal(moving, 0);
      assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
    }
  }));

test('dark and light have enough contrast in every language', async (t) => {
  for (const colorScheme of ['light', 'dark'])
    await within({ colorScheme, viewport: { width: 768, height: 1024 } }, async ({ visit, tab }) => {
      for (const language of ['pl', 'en'])
        for (const kind of ['home', 'partnership', 'timeline', 'organisation'])
          await t.test(`${kind} in ${language}, ${colorScheme}`, async () => {
            await visit(pages[kind][language]);
            assert.deepEqual([...(await layoutProblems(tab)), ...(await accessibilityProblems(tab))], []);
          });
    });
});

test('the page does not move when its letters and pictures arrive', () =>
  within({ viewport: { width: 360, height: 740 } }, async ({ visit, tab }) => {
    for (const kind of ['home', 'partnership', 'timeline', 'activity']) {
      await visit(pages[kind].de);
      const shift = await tab.evaluate(() =>
        new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(sum))));
        }));
      assert.ok(shift < 0.05, `${kind}: ${shift}`);
    }
  }));
