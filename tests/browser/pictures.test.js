// Proves: what a reader's first look at a page costs, that browsers choose the right one of the files of a picture, and
// that the gallery works by keyboard and without script.
import assert from 'node:assert/strict';
import test from 'node:test';
import { accessibilityProblems, demoInBrowser, layoutProblems, openTab } from '../support/browser.js';

const telephone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const desk = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };

const { browser, site, pages } = await demoInBrowser();

/** Bytes as they came over the line, headers and all: { total, files: [[bytes, path] …] }, without scrolling. */
async function transferOf(path, options) {
  const view = await openTab(browser, site, options);
  const line = await view.context.newCDPSession(view.tab);
  await line.send('Network.enable');
  const paths = new Map();
  const files = [];
  line.on('Network.responseReceived', ({ requestId, response }) => paths.set(requestId, new URL(response.url).pathname));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => files.push([encodedDataLength, paths.get(requestId)]));
  await view.visit(path);
  await view.tab.waitForLoadState('networkidle');
  await view.close();
  return { total: files.reduce((sum, [bytes]) => sum + bytes, 0), files: files.sort((a, b) => b[0] - a[0]) };
}

// Bytes of a first view, everything counted; a desk shows four times the pixels, and more pictures at once.
for (const [device, options, budget] of [['a telephone', telephone, 150_000], ['a desk', desk, 180_000]])
  test(`the first view of the main pages on ${device} costs less than ${budget / 1000} kB`, async (context) => {
    for (const kind of ['partnership', 'home', 'activity', 'timeline'])
      for (const language of ['de', 'pl', 'en']) {
        const { total, files } = await transferOf(pages[kind][language], options);
        context.diagnostic(`${kind} ${language}: ${total} bytes in ${files.length} files`);
        assert.ok(total < budget, `${kind} ${language}: ${total}\n${files.map((file) => file.join(' ')).join('\n')}`);
        assert.ok(files.some(([, path]) => path.endsWith('.avif')), 'with pictures');
      }
  });

test('browsers choose files that are wide enough and not much wider', async () => {
  for (const [device, options] of [['telephone', telephone], ['tablet', { viewport: { width: 768, height: 1024 }, deviceScaleFactor: 1 }], ['desk', desk]])
    for (const kind of ['partnership', 'home', 'activity', 'timeline', 'agreement', 'series']) {
      const view = await openTab(browser, site, options);
      await view.visit(pages[kind].de);
      const images = await view.tab.evaluate(() =>
        Promise.all([...document.images].filter((image) => image.srcset && image.getClientRects().length > 0).map(async (image) => {
          image.loading = 'eager';
          await image.decode();
          const box = image.getBoundingClientRect();
          // Cropped to the shape of its box, the picture is drawn at this width.
          const drawn = Math.max(box.width, (box.height * image.getAttribute('width')) / image.getAttribute('height'));
          const widths = image.srcset.split(', ').map((each) => parseInt(each.split(' ')[1], 10));
          return { file: image.currentSrc, chosen: parseInt(new URL(image.currentSrc).pathname.split('/').at(-1), 10), needed: drawn * devicePixelRatio,
            most: Math.max(...widths), least: Math.min(...widths), type: image.currentSrc.split('.').at(-1), alt: image.alt };
        })));
      assert.ok(images.length > 0, kind);
      for (const { file, chosen, needed, most, least, type, alt } of images) {
        const where = `${kind} on a ${device}: ${chosen} chosen for ${Math.round(needed)}: ${alt}`;
        assert.equal(type, 'avif', where);
        assert.ok(chosen >= needed * 0.72 || chosen === most, where);
        // A browser does not load a smaller file of what it has already in a larger one.
        const there = images.some((other) => other.file === file && other.needed > needed);
        assert.ok(there || chosen <= Math.max(needed * 2.1, least), where);
      }
      await view.close();
    }
});

const withGallery = '/de/aktivitaeten/studienbesuch-des-rvr-in-kattowitz-die-partnerschaft-wird-besiegelt';

test('the gallery works by keyboard and without script', async () => {
  const view = await openTab(browser, site, { javaScriptEnabled: false });
  await view.visit(withGallery);
  const { tab } = view;
  const focused = () => tab.evaluate(() => document.activeElement.closest('section, li, figure')?.id ?? '');
  const link = tab.locator('.gallery a').first();
  await link.focus();
  await tab.keyboard.press('Enter');
  const large = tab.locator('#picture-2');
  await large.waitFor({ state: 'visible' });
  assert.equal(await tab.locator('main h1').isVisible(), false, 'the rest of the page is out of the way');
  // Tab goes round inside: previous, next, close, and then leaves the page.
  const reached = [];
  for (let i = 0; i < 4; ++i) {
    await tab.keyboard.press('Tab');
    reached.push(await tab.evaluate(() => document.activeElement.getAttribute('href')));
  }
  assert.deepEqual(reached.slice(0, 3), ['#picture-1', '#picture-3', '#small-picture-2']);
  assert.ok(![...reached.slice(3)].some((href) => href && !/picture/.test(href)), `nothing behind it: ${reached}`);
  await large.locator('a').nth(1).focus();
  await tab.keyboard.press('Enter');
  await tab.locator('#picture-3').waitFor({ state: 'visible' });
  assert.equal(await large.isVisible(), false);
  await tab.goBack();
  await large.waitFor({ state: 'visible' });
  await large.locator('a').last().focus();
  await tab.keyboard.press('Enter');
  await large.waitFor({ state: 'hidden' });
  assert.ok(await link.isVisible());
  await tab.keyboard.press('Tab');
  assert.match(await focused(), /^small-picture-/, 'reading goes on where it was');
  await view.close();
});

test('axe finds nothing in a large picture', async () => {
  const view = await openTab(browser, site);
  await view.visit(`${withGallery}#picture-2`);
  assert.deepEqual(await accessibilityProblems(view.tab), []);
  await view.close();
});

test('a large picture fits the window with its words, in every language and at every width', async () => {
  for (const [width, height] of [[320, 568], [360, 740], [740, 360], [1440, 900]])
    for (const language of ['de', 'pl', 'en']) {
      const view = await openTab(browser, site, { viewport: { width, height } });
      await view.visit(`${pages.activity[language]}#picture-1`);
      const { tab } = view;
      assert.deepEqual(await layoutProblems(tab), [], `${width} ${language}`);
      for (const part of ['img', '.credit', '.large-picture__close']) {
        const box = await tab.locator(`#picture-1 ${part}`).boundingBox();
        assert.ok(box && box.width > 0 && box.height > 8 && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
          `${part} at ${width} × ${height}, ${language}: ${JSON.stringify(box)}`);
      }
      await view.close();
    }
});
