// The record in a real browser: every page at all widths in three languages, axe on each; nothing cut; kept by keyboard
// alone and without script.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab, tabStops } from '../support/browser.js';
import { Editor, idIn, kinds, recordAt, shown } from '../support/editing.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';
import { languages } from '../support/site.js';

const { site, database, person } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const pictures = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (pictures) mkdirSync(pictures, { recursive: true });

/** A record of each kind with much in it. */
const keys = { site: 'site', place: 'katowice', source: 'rvr-europe-page', organisation: 'rvr', person: 'joerg-kemna', image: 'bread', document: 'partnership-agreement-de', field_of_action: 'sustainable-mobility',
  partnership: 'ruhr-gzm', series: 'united-by-bread', agreement: 'partnership-agreement', activity: 'createyourope-2021' };
const publisher = new Editor(await person('publisher'));
const ids = {};
for (const kind of kinds) {
  const yaml = await shown(database, kind, keys[kind]);
  ids[kind] = yaml ? idIn(yaml) : (await publisher.list(kind))[0].id;
}
/** One with a history, one of whose translations are behind. */
const changed = await publisher.make('activity', { 'title.de': 'Treffen der Fachleute für Wasser', 'title.pl': 'Spotkanie fachowców od wody', 'title.original': 'de', kind: 'forum', status: 'planned', date: '8.–9.8.2030', form: 'online' });
await publisher.save('activity', changed, { 'title.de': 'Treffen der Fachleute für Wasser und Energie', date: 'September 2030', 'places[0]': 'Kattowitz' });

function pagesIn(language) {
  const there = recordAt(language);
  return {
    kinds: there.all,
    'list-activity': there.list('activity'),
    'list-organisation': `${there.list('organisation')}?page=2`,
    'list-found': `${there.list('place')}?q=kato`,
    history: there.history('activity', changed),
    'history-first': there.history('organisation', ids.organisation),
    'record-draft': there.record('activity', changed),
    'record-saved': `${there.record('activity', changed)}?done=saved`,
    'edit-behind': there.edit('activity', changed),
    ...Object.fromEntries(kinds.flatMap((kind) => [[`record-${kind}`, there.record(kind, ids[kind])], [`edit-${kind}`, there.edit(kind, ids[kind])],
      ...(kind === 'site' ? [] : [[`new-${kind}`, there.made(kind)]])])),
  };
}

async function signIn(tab) {
  await signInBy(tab, site, emails.publisher);
  await tab.getByRole('heading', { name: /Jörg Kemna/ }).waitFor();
}

/** What is wrong with the page that is open. */
async function lookAt(tab, name, width) {
  // The bar with the buttons stays in sight while one scrolls: it lies over something else each time. Where it belongs, it lies over nothing.
  await tab.evaluate(() => document.querySelectorAll('.form-end').forEach((bar) => (bar.style.position = 'static')));
  if (pictures) await tab.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  const found = await layoutProblems(tab);
  if (width !== 768) found.push(...(await accessibilityProblems(tab)));
  return found.map((problem) => `${name} at ${width}: ${problem.slice(0, 300)}`);
}

for (const width of [360, 768, 1440])
  for (const language of languages)
    test(`every page of the record at ${width} pixels, ${language}`, async () => {
      const view = await openTab(browser, site, { viewport: { width, height: 900 } });
      await signIn(view.tab);
      const found = [];
      for (const [name, path] of Object.entries(pagesIn(language))) {
        await view.visit(path);
        assert.equal(await view.tab.locator('html').getAttribute('lang'), language);
        const versions = await view.tab.locator('.languages a').evaluateAll((links) => links.map(({ lang }) => lang));
        assert.deepEqual(versions.sort(), ['de', 'en', 'pl'], name);
        found.push(...(await lookAt(view.tab, `${name}-${language}`, width)));
      }
      await view.close();
      assert.deepEqual(found, []);
    });

for (const width of [360, 1440])
  for (const language of languages)
    test(`forms with what is wrong, and what two have changed, at ${width} pixels, ${language}`, async () => {
      const view = await openTab(browser, site, { viewport: { width, height: 900 } });
      const { tab } = view;
      await signIn(tab);
      const there = recordAt(language);
      const save = () => tab.locator('button[name=do][value=save]').click();
      const found = [];
      for (const kind of kinds.slice(1)) {
        await view.visit(there.made(kind));
        await save();
        await tab.getByRole('alert').waitFor();
        found.push(...(await lookAt(tab, `wrong-${kind}-${language}`, width)));
      }
      await view.visit(there.made('activity'));
      await tab.locator('[name="places[0]"]').fill('Katowize');
      await tab.locator('[name="date"]').fill('irgendwann 99');
      await tab.locator('button[name=do][value="add:participants"]').click();
      await tab.locator('button[name=do][value="add:outcomes"]').click();
      await save();
      await tab.locator('.meant').waitFor();
      found.push(...(await lookAt(tab, `wrong-names-${language}`, width)));

      const id = await publisher.make('activity', { 'title.de': 'Zwei zugleich', kind: 'forum', status: 'planned', date: '2030', form: 'online', 'places[0]': 'Essen' });
      await view.visit(there.edit('activity', id));
      await publisher.save('activity', id, { 'title.de': 'Zwei zugleich, und der andere mit einem sehr langen Titel, wie es ihn bei Verbundprojekten eben gibt', date: '2031', status: 'announced' });
      await tab.locator('[name="title.de"]').fill('Zwei zugleich, meine Fassung');
      await tab.locator('[name="date"]').fill('2032');
      await tab.locator('[name="status"]').selectOption('idea');
      await save();
      await tab.locator('.collision').first().waitFor();
      assert.equal(await tab.locator('.collision').count(), 3);
      found.push(...(await lookAt(tab, `collision-${language}`, width)));
      await view.close();
      assert.deepEqual(found, []);
    });

test('at 200 % zoom and 320 pixels no form is cut', async () => {
  const { tab, close } = await openTab(browser, site, { viewport: { width: 320, height: 640 } });
  await signIn(tab);
  const found = [];
  for (const [name, path] of Object.entries(pagesIn('de'))) {
    await tab.goto(site.url + path);
    found.push(...(await layoutProblems(tab)).map((problem) => `${name}: ${problem}`));
  }
  await close();
  assert.deepEqual(found, []);
});

/** Presses the tab key until something is reached. */
async function tabTo(tab, locator) {
  for (let times = 0; times < 400; times += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await tab.keyboard.press('Tab');
  }
  assert.fail(`${locator} is not reached`);
}

test('an activity is created, published, changed and the change undone, by keyboard alone and without script', async () => {
  const view = await openTab(browser, site, { javaScriptEnabled: false });
  const { tab } = view;
  await signIn(tab);
  const press = async (locator, key = 'Enter') => {
    await tabTo(tab, locator);
    await tab.keyboard.press(key);
  };
  const type = async (name, words) => {
    await tabTo(tab, tab.locator(`[name="${name}"]`));
    await tab.keyboard.press('Control+A');
    await tab.keyboard.type(words);
  };
  await press(tab.getByRole('link', { name: 'Akte' }).first());
  await press(tab.getByRole('link', { name: 'Aktivitäten', exact: true }).last());
  await press(tab.getByRole('link', { name: 'Neue Aktivität' }));
  await type('title.de', 'Schichtwechsel');
  await type('kind', 'Forum');
  await type('status', 'Geplant');
  await type('date', '8.–9.8.2030');
  await type('form', 'Vor Ort');
  await type('places[0]', 'Kattowitz');
  await press(tab.locator('button[value="add:outcomes"]'));
  await type('outcomes[0].kind', 'Ergebnis');
  await type('outcomes[0].text.de', 'Alle sind da');
  await press(tab.locator('button[name=do][value=save]'));
  await tab.getByText('Angelegt. Noch ist es nicht öffentlich.').waitFor();
  await press(tab.getByRole('button', { name: 'Jetzt veröffentlichen' }));
  await tab.getByText('Auf dem Portal ist es sofort zu sehen').waitFor();
  const record = new URL(tab.url()).pathname;
  const publicPage = await tab.getByRole('link', { name: 'Auf dem Portal ansehen' }).getAttribute('href');
  assert.match((await site.get(publicPage)).text, /Schichtwechsel[^]*Kattowitz[^]*Alle sind da/);
  await press(tab.getByRole('link', { name: 'Bearbeiten', exact: true }));
  await type('title.de', 'Schichtende');
  await press(tab.locator('button[name=do][value=save]'));
  await tab.getByText('Gespeichert.').waitFor();
  assert.match((await site.get((await tab.getByRole('link', { name: 'Auf dem Portal ansehen' }).getAttribute('href')))).text, /Schichtende/);
  await press(tab.getByRole('button', { name: 'Rückgängig machen' }));
  await tab.getByText('Der frühere Stand ist wiederhergestellt.').waitFor();
  assert.equal(new URL(tab.url()).pathname, record);
  await tab.getByRole('heading', { name: 'Schichtwechsel' }).waitFor();
  await press(tab.getByRole('link', { name: 'Verlauf', exact: true }));
  await tab.locator('.history__entry').first().waitFor();
  assert.equal(await tab.locator('.history__entry').count(), 4);
  await view.close();
});

test('every control of a form is reached in the order of the page, is seen and is not covered', async () => {
  const { tab, close } = await openTab(browser, site);
  await signIn(tab);
  await tab.goto(site.url + recordAt().edit('agreement', ids.agreement));
  // In a toolbar one button is reached by Tab, the others by arrow keys.
  const all = await tab.locator('a[href]:visible, button:not([tabindex="-1"]):visible, input:not([type=hidden]):not([type=radio]):visible, select:visible, textarea:visible, [contenteditable=true]:visible').count();
  for (const stop of await tabStops(tab, all)) {
    assert.ok(stop.inView, `out of sight: ${stop.name}`);
    assert.ok(!stop.covered, `under the bar with the buttons (WCAG 2.2, 2.4.11): ${stop.name}`);
  }
  await close();
});

test('the page says at its top what is wrong, and the link there leads to the field', async () => {
  const { tab, close } = await openTab(browser, site, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(tab);
  await tab.goto(site.url + recordAt().made('activity'));
  await tab.locator('button[name=do][value=save]').click();
  const links = tab.getByRole('alert').getByRole('link');
  assert.ok(await links.count() >= 5);
  for (let i = 0; i < (await links.count()); i += 1) {
    await links.nth(i).click();
    const target = tab.locator(`[id="${new URL(tab.url()).hash.slice(1)}"]`);
    assert.ok(await target.evaluate((element) => element.getBoundingClientRect().top < innerHeight && element.getBoundingClientRect().bottom > 0), tab.url());
  }
  await close();
});
