// Proves: everything can be used with the keyboard alone: the skip link comes first, focus is always seen and never
// covered, follows the order of the page, is never trapped; language and filter need no mouse, and nothing needs a script.
import assert from 'node:assert/strict';
import test from 'node:test';
import { demoInBrowser, openTab } from '../support/browser.js';

const { browser, site, pages } = await demoInBrowser();

/** Presses Tab until focus leaves the page; what had it, and what is wrong with it. */
async function walk(tab) {
  const steps = [];
  for (let i = 0; i < 400; ++i) {
    await tab.keyboard.press('Tab');
    const step = await tab.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      const look = (target) => {
        const parts = [target, target.closest('li'), target.closest('article')].filter(Boolean);
        return parts.flatMap((part) => ['', '::before', '::after'].map((pseudo) => {
          const style = getComputedStyle(part, pseudo || undefined);
          return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor, style.textDecoration, style.borderColor].join();
        })).join('|');
      };
      const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
      const focused = look(element);
      const box = element.getBoundingClientRect();
      // Half the lines of a link may be elsewhere: some point of it must be on top.
      const seen = [...element.getClientRects()].some((rect) => {
        const top = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
        return top && (element.contains(top) || top.contains(element));
      });
      element.blur();
      const changed = look(element) !== focused;
      element.focus({ preventScroll: true });
      return {
        what: `${element.tagName.toLowerCase()} ${(element.textContent || element.getAttribute('aria-label') || element.name || '').trim().replace(/\s+/g, ' ').slice(0, 50)}`,
        skip: element.classList.contains('skip-link'),
        index: all.indexOf(element),
        changed,
        seen,
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        named: Boolean((element.textContent || element.getAttribute('aria-label') || element.labels?.length || '').toString().trim()),
      };
    });
    if (step === null) return steps;
    steps.push(step);
    if (steps.length > 3 && step.index === steps[0].index) return steps;
  }
  assert.fail('focus never leaves the page');
}

for (const width of [360, 1440])
  for (const kind of ['home', 'timeline', 'activity', 'partnership'])
    test(`a walk with Tab through ${kind}, ${width} pixels wide`, async () => {
      const view = await openTab(browser, site, { viewport: { width, height: 800 } });
      try {
        await view.visit(pages[kind].de);
        const steps = await walk(view.tab);
        assert.ok(steps.length > 8, JSON.stringify(steps.map(({ what }) => what)));
        assert.ok(steps[0].skip, 'the skip link is first');
        for (const step of steps) {
          assert.ok(step.changed, `focus shows on: ${step.what}`);
          assert.ok(step.inside, `in sight: ${step.what}`);
          assert.ok(step.seen, `not covered: ${step.what}`);
          assert.ok(step.named, `has a name: ${step.what}`);
        }
        const order = steps.map(({ index }) => index);
        assert.deepEqual(order, [...order].sort((a, b) => a - b), 'in the order of the page');
        // Everything that can be used is reached, unless it is folded away.
        const reachable = await view.tab.evaluate(() =>
          [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')].filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })).length);
        assert.equal(new Set(order).size, reachable);
      } finally {
        await view.close();
      }
    });

test('the skip link appears when it has focus and leads to the content', async () => {
  const view = await openTab(browser, site);
  try {
    await view.visit(pages.activity.pl);
    await view.tab.keyboard.press('Tab');
    const link = view.tab.locator('.skip-link');
    const box = await link.boundingBox();
    assert.ok(box.width > 20 && box.height > 20 && box.y >= 0 && box.x >= 0, JSON.stringify(box));
    await view.tab.keyboard.press('Enter');
    assert.equal(await view.tab.evaluate(() => document.activeElement.id), 'content');
    await view.tab.keyboard.press('Tab');
    assert.ok(await view.tab.evaluate(() => document.activeElement.closest('main') !== null));
  } finally {
    await view.close();
  }
});

/** Presses Tab until an element that fits the selector has focus. */
async function tabTo(tab, selector) {
  for (let i = 0; i < 200; ++i) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`Tab does not reach ${selector}`);
}

for (const javaScriptEnabled of [true, false])
  test(`language and filter with the keyboard alone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    for (const width of [360, 1440]) {
      const view = await openTab(browser, site, { viewport: { width, height: 800 }, javaScriptEnabled });
      const { tab } = view;
      try {
        await view.visit(pages.activity.de);
        await tabTo(tab, '.languages a[hreflang="pl"]');
        await Promise.all([tab.waitForURL(site.url + pages.activity.pl), tab.keyboard.press('Enter')]);
        await tabTo(tab, `.main-nav a[href="${pages.timeline.pl}"]`);
        await Promise.all([tab.waitForURL(site.url + pages.timeline.pl), tab.keyboard.press('Enter')]);

        // On a phone the filter is folded away until its summary is used.
        if (!(await tab.locator('#kind').isVisible())) {
          await tabTo(tab, 'details.filter > summary');
          await tab.keyboard.press('Enter');
          assert.ok(await tab.locator('#kind').isVisible());
        }
        await tabTo(tab, '#kind');
        await tab.keyboard.type('Festiw');
        await tabTo(tab, '#year');
        await tab.keyboard.type('2023');
        await tabTo(tab, '.filter button[type="submit"]');
        await Promise.all([tab.waitForURL(/kind=festival/), tab.keyboard.press('Enter')]);
        assert.equal(new URL(tab.url()).searchParams.get('year'), '2023');
        assert.equal(await tab.locator('.timeline h3').count(), 1);
        assert.deepEqual(view.trouble, []);
      } finally {
        await view.close();
      }
    }
  });

test('with a mouse and without JavaScript, everything works as well', async () => {
  const view = await openTab(browser, site, { javaScriptEnabled: false });
  const { tab } = view;
  try {
    await view.visit(pages.home.en);
    // The page that a click leads to, once all of it has come.
    const follow = (selector, path) => Promise.all([tab.waitForURL((url) => path.test(url.pathname + url.search)), tab.click(selector)]);
    await follow('.languages a[hreflang="de"]', /^\/de\/$/);
    await follow('.main-nav a[href="/de/chronik"]', /^\/de\/chronik$/);
    await tab.selectOption('#organisation', 'rvr-ruhr-gruen');
    await follow('.filter button[type="submit"]', /organisation=rvr-ruhr-gruen/);
    assert.equal(await tab.locator('.timeline h3').count(), 2);
    await follow('.filter .buttons a', /^\/de\/chronik$/);
    assert.equal(await tab.locator('.timeline h3').count(), 12);
    await follow('.timeline h3 a >> nth=0', /^\/de\/aktivitaeten\//);
    assert.equal(await tab.locator('h1').count(), 1);
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      (async () => {
        await view.visit(pages.agreement.de);
        await tab.click('.document a >> nth=0');
      })(),
    ]);
    assert.match(download.suggestedFilename(), /\.pdf$/);
  } finally {
    await view.close();
  }
});

test('the whole card leads to its activity', async () => {
  const view = await openTab(browser, site);
  try {
    await view.visit(pages.home.de);
    const card = view.tab.locator('.cards .kern-card').first();
    const href = await card.locator('h3 a').getAttribute('href');
    await card.scrollIntoViewIfNeeded();
    const box = await card.locator('.kern-card__body').boundingBox();
    await Promise.all([view.tab.waitForURL(`${site.url}${href}`), view.tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2)]);
    assert.equal(new URL(view.tab.url()).pathname, href);
  } finally {
    await view.close();
  }
});
