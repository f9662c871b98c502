// The form of a record with its script: rows without a new page, dates confirmed in words, a warning before work is lost,
// and the preview of the public page, which stores nothing.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, openTab } from '../support/browser.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';

const { site } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());

const activities = '/de/arbeitsbereich/akte/aktivitaeten';

async function openForm(options = {}, who = 'publisher') {
  const view = await openTab(browser, site, options);
  const { tab } = view;
  await signInBy(tab, site, emails[who]);
  await tab.waitForURL(`**${at.desk}`);
  await view.visit(`${activities}?q=Delegation des RVR`);
  const path = await tab.getByRole('link', { name: 'Delegation des RVR in Kattowitz' }).getAttribute('href');
  await view.visit(`${path}/bearbeiten`);
  // What a test before has left half done.
  const discard = tab.getByRole('button', { name: 'Verwerfen' });
  if (await discard.count()) {
    await discard.click();
    await tab.locator('.draft-notice').waitFor({ state: 'detached' });
  }
  return { ...view, path };
}

test('rows come and go without a new page, what was typed stays, and the focus goes along', async () => {
  const { tab, close } = await openForm();
  await tab.evaluate(() => (window.samePage = true));
  await tab.locator('[name="title.de"]').fill('Eine Reise');
  const rows = tab.locator('#outcomes .form-row');
  const before = await rows.count();
  await tab.getByRole('button', { name: 'Ergebnis oder Schritt hinzufügen' }).click();
  await tab.waitForFunction((count) => document.querySelectorAll('#outcomes .form-row').length === count, before + 1);
  assert.equal(await tab.evaluate(() => document.activeElement.name), `outcomes[${before}].kind`);
  await tab.locator(`[name="outcomes[${before}].text.de"]`).fill('Ein Ergebnis');
  await tab.getByRole('button', { name: `Nach oben Eintrag ${before + 1}` }).click();
  await tab.waitForFunction((name) => document.querySelector(`[name="${name}"]`)?.value === 'Ein Ergebnis', `outcomes[${before - 1}].text.de`);
  assert.equal(await tab.evaluate(() => document.activeElement.name), `outcomes[${before - 1}].kind`);
  await tab.getByRole('button', { name: `Entfernen Eintrag ${before}` }).click();
  await tab.waitForFunction((count) => document.querySelectorAll('#outcomes .form-row').length === count, before);
  assert.equal(await tab.locator('[name="title.de"]').inputValue(), 'Eine Reise');
  assert.equal(await tab.evaluate(() => window.samePage), true);
  assert.deepEqual(await accessibilityProblems(tab), []);
  await close();
});

test('a date is confirmed in words while it is typed', async () => {
  const { tab, close } = await openForm();
  const date = tab.locator('[name="date"]');
  await date.fill('8.-9.8.2019');
  await date.press('Tab');
  await tab.getByText('Verstanden als: 8.–9. August 2019').waitFor();
  await date.fill('neulich');
  await date.press('Tab');
  await tab.locator('.date-field__read--refused').waitFor();
  assert.match(await tab.locator('.date-field__read').first().textContent(), /neulich/);
  await close();
});

test('leaving with unsaved work asks, saving does not', async () => {
  const { tab, trouble, close } = await openForm();
  await tab.goto(tab.url());
  await tab.locator('[name="edition"]').fill('7');
  trouble.length = 0;
  await tab.getByRole('link', { name: 'Abbrechen' }).click();
  await tab.waitForTimeout(300);
  assert.ok(trouble.some((line) => line.startsWith('dialog:')), 'asked before leaving');
  assert.match(tab.url(), /bearbeiten$/);
  await tab.locator('[name="edition"]').fill('');
  trouble.length = 0;
  await tab.getByRole('button', { name: 'Speichern' }).click();
  await tab.getByRole('status').filter({ hasText: 'nichts geändert' }).waitFor();
  assert.deepEqual(trouble, []);
  await close();
});

for (const script of [true, false])
  test(`the preview shows the public page as it would be and stores nothing, ${script ? 'with' : 'without'} script`, async () => {
    const { tab, context, path, close } = await openForm({ javaScriptEnabled: script });
    await tab.locator('[name="title.pl"]').fill('Delegacja w podglądzie');
    const opened = context.waitForEvent('page');
    await tab.getByRole('button', { name: 'Polnisch' }).click();
    const preview = await opened;
    await preview.waitForLoadState();
    assert.equal(await preview.locator('html').getAttribute('lang'), 'pl');
    assert.equal((await preview.locator('h1').textContent()).replaceAll('\u00a0', ' '), 'Delegacja w podglądzie');
    assert.equal(await tab.locator('[name="title.pl"]').inputValue(), 'Delegacja w podglądzie');
    const record = await site.get('/pl/kronika');
    assert.doesNotMatch(record.text, /podglądzie/);
    await preview.close();
    const other = await context.newPage();
    await other.goto(site.url + path);
    assert.equal(await other.getByText('podglądzie').count(), 0);
    await close();
  });

test('a draft is previewed as everybody would see it, with what it refers to', async () => {
  const { tab, context, close, visit } = await openForm();
  await visit(`${activities}/neu`);
  await tab.locator('[name="title.de"]').fill('Ein Entwurf');
  await tab.locator('[name="kind"]').selectOption('forum');
  await tab.locator('[name="status"]').selectOption('planned');
  await tab.locator('[name="date"]').fill('Herbst 2027');
  await tab.locator('[name="form"]').selectOption('online');
  const opened = context.waitForEvent('page');
  await tab.getByRole('button', { name: 'Deutsch', exact: true }).click();
  const preview = await opened;
  await preview.waitForLoadState();
  assert.equal(await preview.locator('h1').textContent(), 'Ein Entwurf');
  assert.match(await preview.locator('main').textContent(), /Herbst 2027/);
  await tab.goto(`${site.url}${activities}?q=Ein Entwurf`).catch(() => {});
  assert.doesNotMatch((await site.get('/de/chronik')).text, /Ein Entwurf/);
  await close();
});

test('what is typed is kept by itself, told once, and gone on with after a crash', async () => {
  const { tab, path, close } = await openForm();
  await tab.locator('[name="summary.pl"]').fill('Dopiero zaczęte');
  await tab.locator('.draft-line', { hasText: 'Für Sie aufgehoben um' }).waitFor();
  const words = await tab.locator('.draft-line').textContent();
  assert.match(words, /um \d\d:\d\d Uhr/);
  assert.deepEqual(await accessibilityProblems(tab), []);
  await tab.close({ runBeforeUnload: false });
  const again = await openTab(browser, site);
  await signInBy(again.tab, site, emails.publisher);
  await again.tab.waitForURL(`**${at.desk}`);
  await again.tab.getByRole('link', { name: 'Delegation des RVR in Kattowitz' }).first().click();
  await again.tab.waitForURL(`**${path}/bearbeiten`);
  assert.equal(await again.tab.locator('[name="summary.pl"]').inputValue(), 'Dopiero zaczęte');
  assert.deepEqual(await accessibilityProblems(again.tab), []);
  await again.tab.getByRole('button', { name: 'Verwerfen' }).click();
  await again.tab.waitForFunction(() => !document.querySelector('.draft-notice'));
  assert.notEqual(await again.tab.locator('[name="summary.pl"]').inputValue(), 'Dopiero zaczęte');
  await again.close();
  await close();
});

test('what is typed quickly is kept while one goes on, and a save leaves no draft behind', async () => {
  const { tab, close } = await openForm();
  const kept = [];
  await tab.route('**/bearbeiten', async (route) => {
    const body = route.request().postData() ?? '';
    if (body.includes('quietly=yes')) kept.push(new URLSearchParams(body).get('summary.de'));
    await route.continue();
  });
  const summary = tab.locator('[name="summary.de"]');
  await summary.fill('Eins');
  await tab.waitForResponse((answer) => answer.request().postData()?.includes('quietly=yes'));
  await summary.fill('Eins und zwei');
  await tab.getByRole('button', { name: 'Speichern' }).click();
  await tab.getByText('Gespeichert').first().waitFor();
  assert.deepEqual(kept, ['Eins'], 'the second was saved, not kept');
  await tab.goto(site.url + at.desk);
  assert.equal(await tab.locator('.workspace-rows', { hasText: 'Delegation des RVR' }).count(), 0);
  await close();
});

test('it is told when nothing can be kept, and leaving asks then', async () => {
  const { tab, trouble, close } = await openForm();
  await tab.context().clearCookies();
  await tab.locator('[name="summary.de"]').fill('Nicht mehr angemeldet');
  await tab.locator('.draft-line', { hasText: 'Ihre Eingaben lassen sich gerade nicht aufheben' }).waitFor();
  trouble.length = 0;
  await tab.getByRole('link', { name: 'Abbrechen' }).click();
  await tab.waitForTimeout(300);
  assert.ok(trouble.some((line) => line.startsWith('dialog:')), 'asked before leaving');
  await close();
});

test('what is saved while a draft of it is on its way leaves no draft behind', async () => {
  const { tab, close, visit } = await openForm();
  await visit(`${activities}/neu`);
  let release;
  const arrived = new Promise((done) => {
    void tab.route('**/neu', async (route) => {
      if ((route.request().postData() ?? '').includes('quietly=yes')) {
        done();
        await new Promise((go) => (release = go));
      }
      await route.continue();
    });
  });
  await tab.locator('[name="title.de"]').fill('Zweimal unterwegs');
  await tab.locator('[name="kind"]').selectOption('forum');
  await tab.locator('[name="status"]').selectOption('planned');
  await tab.locator('[name="date"]').fill('Herbst 2027');
  await tab.locator('[name="form"]').selectOption('online');
  await arrived;
  await tab.getByRole('button', { name: 'Anlegen', exact: true }).click();
  await tab.waitForTimeout(200);
  assert.match(tab.url(), /neu$/, 'it waits for what is on its way');
  release();
  await tab.getByText('Angelegt').first().waitFor();
  await tab.goto(site.url + at.desk);
  assert.equal(await tab.locator('.workspace-rows', { hasText: 'Zweimal unterwegs' }).count(), 0);
  await close();
});
