// Adding pictures in a real browser: chosen or dropped, each with its progress, two at a time; what is too large or no
// picture is not sent; it can be cancelled and sent again. And the focal point, by pointer and by keys.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab } from '../support/browser.js';
import { Editor, idIn, recordAt, shown, sql } from '../support/editing.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';
import { picture } from '../support/picture.js';
import { languages } from '../support/site.js';

const { site, database, person } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const editor = new Editor(await person('editor'));
const folder = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (folder) mkdirSync(folder, { recursive: true });
const adding = { de: `${recordAt('de').list('image')}/hinzufuegen`, pl: `${recordAt('pl').list('image')}/dodaj`, en: `${recordAt('en').list('image')}/add` };
const png = (name) => ({ name, mimeType: 'image/png', buffer: picture(name) });

async function signedIn(options = {}, who = 'editor') {
  const view = await openTab(browser, site, options);
  await signInBy(view.tab, site, emails[who]);
  await view.tab.waitForURL(`**${at.desk}`);
  return view;
}

/** Lets files go over the page, as somebody does who drags them there. */
function drop(tab, files) {
  return tab.evaluate((all) => {
    const data = new DataTransfer();
    for (const { name, type, bytes } of all) data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
    for (const kind of ['dragenter', 'dragover', 'drop']) document.querySelector('h1').dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: [...buffer] })));
}

test('pictures are chosen and dropped, arrive one by one, are described and saved to their activity', async () => {
  const activity = await editor.make('activity', { 'title.de': 'Mit Bildern', kind: 'forum', status: 'planned', date: '2030', form: 'online' });
  const { tab, trouble, visit, close } = await signedIn();
  await visit(`${adding.de}?activity=${activity}`);
  for (const name of ['Dateien senden', 'Bilder speichern']) assert.ok(await tab.getByRole('button', { name }).isHidden(), `${name}: not yet, or not with script`);
  await tab.locator('#files').setInputFiles([png('boot.png'), png('turm.png')]);
  await tab.getByText('Angekommen: 2 von 2').waitFor();
  assert.equal(await tab.getByRole('button', { name: /Erneut senden|Abbrechen/ }).count(), 0, 'what has arrived is neither cancelled nor sent again');
  await drop(tab, [png('hafen.png')]);
  await tab.getByText('Angekommen: 3 von 3').waitFor();
  const names = await tab.locator('.picture-entry input[name$=".file"]').evaluateAll((fields) => fields.map(({ name, value }) => [name, value.split('/')[1]]));
  assert.deepEqual(names.map(([, value]) => value).sort(), ['boot.png', 'hafen.png', 'turm.png']);
  assert.equal(new Set(names.map(([name]) => name)).size, 3, 'each with a number of its own');
  await tab.waitForFunction(() => [...document.querySelectorAll('.picture-entry__preview')].every((image) => image.complete && image.naturalWidth > 0));
  for (const [name, value] of names) {
    const row = name.replace('.file', '');
    await tab.locator(`[name="${row}.alt.de"]`).fill(`Bild ${value}`);
    await tab.locator(`[name="${row}.credit"]`).fill('© RVR');
  }
  assert.deepEqual(await accessibilityProblems(tab), []);
  // One of them is left out after all.
  await tab.locator('.picture-entry', { hasText: 'turm.png' }).getByRole('button', { name: /Nicht hinzufügen/ }).click();
  assert.equal(await tab.locator('.picture-entry').count(), 2);
  await tab.getByRole('button', { name: 'Bilder speichern' }).click();
  await tab.getByText('Die Bilder sind gespeichert').waitFor();
  assert.equal(sql(database, `SELECT count(*) FROM activity_images WHERE owner_id = '${activity}'`), '2');
  assert.deepEqual(trouble, []);
  await close();
});

test('what is too large or no picture is said at once and not sent; what the server refuses, in its words', async () => {
  const { tab, visit, close } = await signedIn();
  await visit(adding.en);
  let requests = 0;
  tab.on('request', (request) => (requests += request.method() === 'POST' ? 1 : 0));
  await tab.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(50_000_001)], 'large.jpg', { type: 'image/jpeg' }));
    data.items.add(new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'drawing.svg', { type: 'image/svg+xml' }));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await tab.getByText('large.jpg: The file is too large. At most 50 MB are allowed.').waitFor();
  await tab.getByText('drawing.svg: The file is not an image in a known format.').waitFor();
  assert.equal(requests, 0);
  await tab.locator('#files').setInputFiles([{ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<!DOCTYPE html>') }, png('good.png')]);
  await tab.locator('.upload[data-phase="refused"]', { hasText: 'page.png' }).nth(0).waitFor();
  await tab.locator('.picture-entry', { hasText: 'good.png' }).waitFor();
  assert.equal(requests, 2);
  assert.match(await tab.locator('.upload', { hasText: 'page.png' }).textContent(), /not an image|not accepted/);
  await close();
});

test('two are sent at a time; one that waits or is on its way is cancelled; one that failed is sent again', async () => {
  const { tab, visit, close } = await signedIn();
  await visit(adding.de);
  let busy = 0;
  let most = 0;
  const held = [];
  await tab.route(`**${adding.de}`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    busy += 1;
    most = Math.max(most, busy);
    const what = await new Promise((done) => held.push(done));
    busy -= 1;
    return what === 'fail' ? route.abort('connectionreset') : route.continue().catch(() => {});
  });
  await tab.locator('#files').setInputFiles(['a', 'b', 'c', 'd'].map((name) => png(`${name}.png`)));
  const line = (name) => tab.locator('.upload', { hasText: `${name}.png` });
  await tab.waitForFunction(() => document.querySelectorAll('.upload[data-phase="sending"]').length === 2);
  await line('d').getByRole('button', { name: 'Abbrechen d.png' }).click();
  assert.equal(await line('d').getAttribute('data-phase'), 'cancelled');
  await line('a').getByRole('button', { name: 'Abbrechen a.png' }).click();
  await tab.waitForFunction(() => document.querySelectorAll('.upload[data-phase="sending"]').length === 2); // b and c
  while (held.length < 3) await tab.waitForTimeout(20);
  held[0]('continue');
  held[1]('fail');
  await line('b').getByRole('button', { name: 'Erneut senden b.png' }).waitFor();
  held[2]('continue');
  await tab.locator('.picture-entry', { hasText: 'c.png' }).waitFor();
  await line('b').getByRole('button', { name: 'Erneut senden b.png' }).click();
  while (held.length < 4) await tab.waitForTimeout(20);
  held[3]('continue');
  await tab.locator('.picture-entry', { hasText: 'b.png' }).waitFor();
  assert.equal(await tab.locator('.picture-entry').count(), 2);
  assert.ok(most <= 3, `${most} at a time`); // the one that was cancelled is still held here
  await close();
});

for (const width of [360, 1440])
  test(`what is missing is said at each picture, which is still shown, at ${width} pixels`, async () => {
    const { tab, visit, close } = await signedIn({ viewport: { width, height: 900 } });
    await visit(adding.en);
    await tab.locator('#files').setInputFiles([png(`one-${width}.png`), png(`two-${width}.png`)]);
    await tab.getByText('Arrived: 2 of 2').waitFor();
    await tab.locator('[name="pictures[0].alt.pl"]').fill('Statek');
    await tab.getByRole('button', { name: 'Save the pictures' }).click();
    await tab.getByRole('alert').waitFor();
    const said = await tab.getByRole('alert').locator('li').allTextContents();
    assert.deepEqual(said.map((words) => words.split(':')[0]).sort(), ['Picture 1, Credit line', 'Picture 2, Alternative text', 'Picture 2, Credit line']);
    await tab.waitForFunction(() => [...document.querySelectorAll('.picture-entry__preview')].every((image) => image.complete && image.naturalWidth > 0));
    assert.equal(await tab.locator('[name="pictures[0].alt.pl"]').inputValue(), 'Statek');
    await tab.evaluate(() => document.querySelectorAll('.form-end').forEach((bar) => (bar.style.position = 'static')));
    if (folder) await tab.screenshot({ path: join(folder, `adding-wrong-en-${width}.png`), fullPage: true });
    assert.deepEqual(await layoutProblems(tab), []);
    assert.deepEqual(await accessibilityProblems(tab), []);
    // Another one is added to what is there.
    await tab.locator('#files').setInputFiles([png(`three-${width}.png`)]);
    await tab.locator('[name="pictures[2].file"]').waitFor({ state: 'attached' });
    await close();
  });

test('without script: chosen, sent, described, saved', async () => {
  const { tab, close } = await signedIn({ javaScriptEnabled: false });
  await tab.goto(site.url + adding.de);
  await tab.locator('#files').setInputFiles([png('ohne.png'), png('script.png')]);
  await tab.getByRole('button', { name: 'Dateien senden' }).click();
  for (const number of [0, 1]) {
    await tab.locator(`[name="pictures[${number}].alt.de"]`).fill(`Ohne Skript ${number}`);
    await tab.locator(`[name="pictures[${number}].credit"]`).fill('© RVR');
  }
  await tab.getByRole('button', { name: 'Bilder speichern' }).click();
  await tab.getByText('Die Bilder sind gespeichert').waitFor();
  await close();
});

for (const width of [360, 768, 1440])
  test(`the page at ${width} pixels in three languages, empty and with pictures`, async () => {
    for (const language of languages) {
      // Each time anew: leaving pictures that are not saved asks first.
      const { tab, visit, close } = await signedIn({ viewport: { width, height: 900 } });
      await visit(adding[language]);
      const look = async (name) => {
        await tab.evaluate(() => document.querySelectorAll('.form-end').forEach((bar) => (bar.style.position = 'static')));
        if (folder) await tab.screenshot({ path: join(folder, `adding-${name}-${language}-${width}.png`), fullPage: true });
        assert.deepEqual(await layoutProblems(tab), [], `${name} ${language}`);
        if (width !== 768) assert.deepEqual(await accessibilityProblems(tab), [], `${name} ${language}`);
      };
      await look('empty');
      await tab.locator('#files').setInputFiles([png('boot.png'), { name: 'keins.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
      await tab.locator('.picture-entry').waitFor();
      await tab.locator('.upload[data-phase="refused"]').waitFor();
      await look('with');
      await close();
    }
  });
