// Proves: the map is there in every light and width: one drawing at a time, its land in another colour than the sea, its
// points within it, apart and reached with the keyboard; the charts have bars.
import assert from 'node:assert/strict';
import test from 'node:test';
import { accessibilityProblems, demoInBrowser, layoutProblems, openTab } from '../support/browser.js';

const { browser, site, pages } = await demoInBrowser();

async function on(options, kind, look) {
  const view = await openTab(browser, site, options);
  try {
    await view.visit(pages[kind].de);
    await look(view.tab);
    assert.deepEqual(view.trouble, []);
  } finally {
    await view.close();
  }
}

/** The drawing that is shown, as it stands on the screen. */
const drawing = (tab) =>
  tab.evaluate(() => {
    const shown = [...document.querySelectorAll('.map__drawing')].filter((each) => each.checkVisibility());
    const box = (element) => element.getBoundingClientRect().toJSON();
    const [svg] = shown;
    return {
      shown: shown.length,
      box: box(svg),
      points: [...svg.querySelectorAll('.map__dot')].map(box),
      texts: [...svg.querySelectorAll('.map__name, .map__partner')].map((each) => ({ words: each.textContent, ...box(each), size: parseFloat(getComputedStyle(each).fontSize) * svg.getScreenCTM().a })),
      land: getComputedStyle(svg.querySelector('.map__land')).fill,
      sea: getComputedStyle(svg.querySelector('.map__sea')).fill,
    };
  });

for (const width of [320, 360, 480, 768, 1024, 1440, 2560])
  test(`the map fits at ${width} pixels: names can be read and lie apart`, () =>
    on({ viewport: { width, height: 800 } }, 'partnership', async (tab) => {
      const map = await drawing(tab);
      assert.equal(map.shown, 1);
      assert.ok(map.points.length >= 4);
      for (const point of [...map.points, ...map.texts]) {
        assert.ok(point.left >= map.box.left && point.right <= map.box.right, JSON.stringify(point));
        assert.ok(point.top >= map.box.top && point.bottom <= map.box.bottom, JSON.stringify(point));
      }
      const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      map.texts.forEach((text, index) => {
        assert.ok(text.size >= 11, `${text.words} is ${text.size} pixels high`);
        for (const point of map.points) assert.ok(apart(text, point), `${text.words} lies over a point`);
        // The second line belongs to the first.
        for (const other of map.texts.slice(index + 2)) assert.ok(apart(text, other), `${text.words} lies over ${other.words}`);
      });
      assert.deepEqual(await layoutProblems(tab), []);
    }));

for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, 'on a phone': { viewport: { width: 360, height: 740 } } }))
  test(`land and sea differ, and axe finds nothing: ${name}`, () =>
    on(options, 'partnership', async (tab) => {
      const map = await drawing(tab);
      assert.notEqual(map.land, map.sea);
      await tab.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      assert.deepEqual(await accessibilityProblems(tab), []);
      assert.deepEqual(await layoutProblems(tab), []);
    }));

test('points are reached with the keyboard, the partners first, and lead to the list', () =>
  on({}, 'partnership', async (tab) => {
    const reached = [];
    await tab.evaluate(() => document.querySelector('#map').setAttribute('tabindex', '-1'));
    await tab.focus('#map');
    for (let i = 0; i < 8; ++i) {
      await tab.keyboard.press('Tab');
      const href = await tab.evaluate(() => (document.activeElement.matches('.map__point') ? document.activeElement.getAttribute('href') : ''));
      if (href) reached.push(href);
      if (reached.length === 1) {
        await tab.keyboard.press('Enter');
        assert.equal(await tab.evaluate(() => location.hash), '#town-essen');
        assert.ok(await tab.evaluate(() => document.querySelector('#town-essen').getBoundingClientRect().top < innerHeight));
        break;
      }
    }
    assert.deepEqual(reached, ['#town-essen']);
  }));

test('every bar of the charts has a height or a length', () =>
  on({}, 'partnership', async (tab) => {
    const bars = await tab.evaluate(() =>
      [...document.querySelectorAll('.chart__bar rect')].map((rect) => rect.getBoundingClientRect()).map(({ width, height }) => [width, height]));
    assert.ok(bars.length >= 9);
    for (const [width, height] of bars) assert.ok(width > 2 && height > 2, `${width} × ${height}`);
  }));
