// The table of activities in a real browser: at all widths, in three languages, with axe, by keyboard, without script.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab, tabStops } from '../support/browser.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';

const { site } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const pictures = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (pictures) mkdirSync(pictures, { recursive: true });
const table = '/de/arbeitsbereich/akte/aktivitaeten';

const signIn = (tab, email = emails.editor) => signInBy(tab, site, email);

for (const width of [320, 360, 768, 1440])
  test(`the table, filtered and with nothing found, at ${width} pixels in three languages`, async () => {
    const view = await openTab(browser, site, { viewport: { width, height: 900 } });
    const { tab } = view;
    await signIn(tab);
    await view.visit(table);
    const versions = await tab.locator('.languages a').evaluateAll((links) => links.map((link) => [link.lang, link.getAttribute('href')]));
    assert.equal(versions.length, 3);
    for (const [language, path] of versions)
      for (const [name, query] of [['all', ''], ['filtered', '?status=held&from=2019&sort=title'], ['none', '?q=nothingiscalledthis'], ['strange', '?kind=x']]) {
        await view.visit(path + query);
        assert.equal(await tab.locator('html').getAttribute('lang'), language);
        assert.deepEqual(await layoutProblems(tab), [], `${name} ${language} at ${width}`);
        if (width !== 768) assert.deepEqual(await accessibilityProblems(tab), [], `${name} ${language} at ${width}`);
        if (pictures) await tab.screenshot({ path: join(pictures, `activity-table-${name}-${language}-${width}.png`), fullPage: true });
      }
    await view.close();
  });

test('by keyboard: a column is sorted, the table scrolled, a condition set and taken away', async () => {
  const { tab, close } = await openTab(browser, site, { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  await signIn(tab);
  await tab.goto(site.url + table);
  await tab.getByRole('link', { name: 'Titel', exact: true }).focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/sort=title/);
  const titles = await tab.locator('tbody th').allTextContents();
  assert.deepEqual(titles, [...titles].sort(new Intl.Collator('de').compare));
  assert.equal(await tab.getByRole('columnheader', { name: 'Titel' }).getAttribute('aria-sort'), 'ascending');

  const region = tab.getByRole('region', { name: 'Aktivitäten' });
  await region.focus();
  await tab.keyboard.press('ArrowRight');
  await tab.waitForTimeout(300);
  assert.ok((await region.evaluate((element) => element.scrollLeft)) > 0, 'the region is scrolled by the keyboard');
  assert.equal(await tab.evaluate(() => window.scrollX), 0);

  await tab.locator('summary').focus();
  await tab.keyboard.press('Enter');
  await tab.getByLabel('Art', { exact: true }).selectOption({ label: 'Konferenz' });
  await tab.getByLabel('Ab Jahr').fill('2000');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/kind=conference/);
  assert.match(tab.url(), /sort=title/, 'the order stays');
  assert.match(await tab.getByRole('status').textContent(), /Insgesamt sind es 12/);
  assert.equal(await tab.getByLabel('Ab Jahr').inputValue(), '2000');
  await tab.getByRole('link', { name: 'Alle anzeigen' }).first().click();
  await tab.getByText('12 Aktivitäten').waitFor();
  await close();
});

test('everything that can be used is reached with the tab key, in order, and is seen', async () => {
  const { tab, close } = await openTab(browser, site);
  await signIn(tab);
  await tab.goto(`${site.url}${table}?without_picture=yes`);
  const all = await tab.locator('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]').count();
  const stops = await tabStops(tab, all);
  assert.equal(new Set(stops.map(({ place }) => place)).size, all, 'not all are reached');
  await close();
});

test('the files are offered as downloads under a name that says what they hold', async () => {
  const { tab, close } = await openTab(browser, site);
  await signIn(tab);
  await tab.goto(`${site.url}${table}?sort=title`);
  for (const [link, name] of [['Als Excel-Tabelle (XLSX)', 'aktivitaeten.xlsx'], ['Als CSV', 'aktivitaeten.csv']]) {
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('link', { name: link }).click()]);
    assert.equal(download.suggestedFilename(), name);
  }
  await close();
});
