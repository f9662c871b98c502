// The form of one picture in a real browser: the focal point is set by a click, by dragging and by keys, and is what the
// numbers say; the crops follow; a file can be dropped on the page; what cannot be accepted is said before it is sent.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab } from '../support/browser.js';
import { idIn, recordAt, shown } from '../support/editing.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';
import { noise } from '../support/picture.js';
import { languages } from '../support/site.js';

const { site, database } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const id = idIn(await shown(database, 'image', 'bread'));
const folder = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (folder) mkdirSync(folder, { recursive: true });

async function open(path, options = {}) {
  const view = await openTab(browser, site, options);
  await signInBy(view.tab, site, emails.publisher);
  await view.tab.waitForURL(`**${at.desk}`);
  await view.visit(path);
  return view;
}

const numbers = (tab) => tab.evaluate(() => ['x', 'y'].map((axis) => document.querySelector(`[name=focal_${axis}]`).value));
const crops = (tab) => tab.evaluate(() => [...document.querySelectorAll('.focal__crop')].map((canvas) => canvas.toDataURL()));

test('the focal point is set by click, by dragging and by arrow keys, and saved', async () => {
  const { tab, trouble, close } = await open(recordAt('de').edit('image', id));
  const stage = tab.locator('.focal__stage');
  await stage.waitFor();
  await stage.scrollIntoViewIfNeeded();
  const { width, height } = await tab.locator('.focal__picture').boundingBox();
  await stage.click({ position: { x: width * 0.25, y: height * 0.75 } });
  assert.deepEqual(await numbers(tab), ['0,25', '0,75']);
  const before = await crops(tab);
  await tab.keyboard.press('ArrowRight'); // the click has put the focus on the first slider
  assert.deepEqual(await numbers(tab), ['0,26', '0,75']);
  await tab.getByLabel('Senkrecht', { exact: true }).focus();
  await tab.keyboard.press('Home');
  assert.deepEqual(await numbers(tab), ['0,26', '0']);
  assert.match(await tab.getByLabel('Waagerecht', { exact: true }).getAttribute('aria-valuetext'), /^26\s%$/);
  const box = await stage.boundingBox();
  await tab.mouse.move(box.x + width * 0.5, box.y + height * 0.5);
  await tab.mouse.down();
  await tab.mouse.move(box.x + width * 0.9, box.y + height * 0.1, { steps: 5 });
  await tab.mouse.move(box.x + width * 5, box.y + height * 0.1); // beyond the edge
  await tab.mouse.up();
  const [x, y] = await numbers(tab);
  assert.equal(x, '1');
  assert.ok(Math.abs(Number(y.replace(',', '.')) - 0.1) < 0.03, y);
  const later = await crops(tab);
  assert.ok(before.every((one) => one.length > 1000), 'the crops are drawn');
  assert.ok(later.some((one, index) => one !== before[index]), 'the crops follow');
  // What is typed counts as well.
  await tab.locator('[name=focal_y]').fill('0,5');
  assert.equal(await tab.getByLabel('Senkrecht', { exact: true }).inputValue(), '50');
  assert.deepEqual(await accessibilityProblems(tab), []);
  assert.deepEqual(trouble, []);
  await tab.locator('button[name=do][value=save]').click();
  await tab.waitForURL(/done=saved/);
  assert.match(await shown(database, 'image', 'bread'), /focal_x: 1\nfocal_y: 0\.5/);
  await close();
});

test('a new file is shown as soon as it is dropped, one that cannot be accepted is refused before it is sent', async () => {
  const { tab, close } = await open(recordAt('en').made('image'));
  assert.ok(await tab.locator('.focal').isHidden());
  const drop = (bytes, name, type, size) => tab.evaluate(([content, called, kind, large]) => {
    const data = new DataTransfer();
    data.items.add(new File([large ? new Uint8Array(large) : Uint8Array.from(content)], called, { type: kind }));
    document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [[...bytes], name, type, size]);
  await drop([], 'huge.png', 'image/png', 50_000_001);
  await tab.getByText('huge.png: The file is too large. At most 50 MB are allowed.').waitFor();
  assert.equal(await tab.locator('input[type=file]').inputValue(), '');
  await drop([60], 'drawing.svg', 'image/svg+xml');
  await tab.getByText('drawing.svg: The file is not an image in a known format.').waitFor();
  await drop(noise(), 'photo.png', 'image/png');
  await tab.locator('.focal__stage').waitFor();
  assert.equal(await tab.getByText('drawing.svg:').count(), 0);
  assert.match(await tab.locator('input[type=file]').inputValue(), /photo\.png$/);
  await tab.locator('.focal__stage').click();
  assert.deepEqual(await numbers(tab), ['0.5', '0.5']);
  await tab.locator('[name="alt.en"]').fill('Noise');
  await tab.locator('[name=credit]').fill('© RVR');
  await tab.locator('button[name=do][value=save]').click();
  await tab.waitForURL(/done=created/);
  await tab.waitForFunction(() => [...document.querySelectorAll('main img')].some((image) => image.complete && image.naturalWidth > 0));
  await close();
});

for (const width of [360, 768, 1440])
  test(`the form at ${width} pixels in three languages`, async () => {
    const { tab, visit, close } = await open(recordAt('de').edit('image', id), { viewport: { width, height: 900 } });
    for (const language of languages) {
      await visit(recordAt(language).edit('image', id));
      await tab.locator('.focal__stage').waitFor();
      await tab.evaluate(() => document.querySelectorAll('.form-end').forEach((bar) => (bar.style.position = 'static')));
      if (folder) await tab.screenshot({ path: join(folder, `focal-${language}-${width}.png`), fullPage: true });
      assert.deepEqual(await layoutProblems(tab), [], language);
      if (width !== 768) assert.deepEqual(await accessibilityProblems(tab), [], language);
    }
    await close();
  });
