// Past activities out of a table in a real browser: every step at all widths, in three languages, with axe, by keyboard,
// without script.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab, tabStops } from '../support/browser.js';
import { emails, signInBy, siteWithPeople } from '../support/people.js';
import { importAt, sheetFile } from '../support/tables.js';

const { site } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const pictures = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (pictures) mkdirSync(pictures, { recursive: true });

const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsfeierlichkeiten';
/** Of which each time another row is new. */
const table = (number) => sheetFile({
  Aktivitäten: [
    ['Titel', 'Tytuł (polski)', 'Zeitraum', 'Art', 'Ort', 'Beteiligte', 'Teilnehmende', 'Interne Bemerkung', ''],
    [`Fachtag Nummer ${number}`, `Dzień ekspertów nr ${number}`, '8.–9. August 2019', 'Konferenz', 'Essen; Katowice', 'RVR (Gastgeber); GZM', 'rund 120', long, '1'],
    [`Runder Tisch ${number}`, 'Okrągły stół', `${1900 + number}`, 'Workschop', 'Katowcie', 'RVR', '45', '', ''],
    [long, '', 'irgendwann', 'Forum', 'Essen', long, 'viele', '', ''],
    [`Fachtag Nummer ${number}`, '', '2019-08-08/2019-08-09', '', '', '', '', '', ''],
  ],
  'Zweites Blatt': [['Titel', 'Datum'], ['x', '2019']],
});
const file = (number) => ({ name: 'aktivitäten bis 2025.xlsx', mimeType: 'application/octet-stream', buffer: table(number) });

async function lookAt(tab, name, width) {
  assert.deepEqual(await layoutProblems(tab), [], `${name} at ${width}`);
  if (width !== 768) assert.deepEqual(await accessibilityProblems(tab), [], `${name} at ${width}`);
  if (pictures) await tab.screenshot({ path: join(pictures, `import-${name}-${width}.png`), fullPage: true });
}

const press = (tab, what) => tab.locator(`button[name=do][value=${what}]:visible`).click();
let number = 0;

for (const width of [320, 360, 768, 1440])
  test(`every step at ${width} pixels in three languages`, async () => {
    const { tab, close } = await openTab(browser, site, { viewport: { width, height: 900 } });
    await signInBy(tab, site, emails.editor);
    for (const language of ['de', 'pl', 'en']) {
      const look = (name) => lookAt(tab, `${name}-${language}`, width);
      number += 1;
      await tab.goto(site.url + importAt(language).start);
      await press(tab, 'send');
      await tab.locator('#file-error').waitFor();
      await look('start-refused');
      await tab.locator('#file').setInputFiles(file(number));
      await press(tab, 'send');
      await tab.locator('#column-0').waitFor();
      await look('columns');
      await tab.locator('#column-1').selectOption('title.de');
      await tab.locator('#column-0').selectOption('title.de');
      await press(tab, 'preview');
      await tab.locator('#column-1-error').waitFor();
      await look('columns-refused');
      await tab.locator('#column-0').selectOption('title.de');
      await tab.locator('#column-1').selectOption('title.pl');
      await press(tab, 'preview');
      await tab.locator('.import-counts').waitFor();
      await look('preview');
      await press(tab, 'import');
      await tab.locator('[role=status]').waitFor();
      await look('done');
      await tab.goto(site.url + importAt(language).start);
      await look('start');
    }
    await close();
  });

test('by keyboard and without script, from the table of activities to the undo', async () => {
  const { tab, close } = await openTab(browser, site, { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  await signInBy(tab, site, emails.editor);
  await tab.goto(`${site.url}/de/arbeitsbereich/akte/aktivitaeten`);
  await tab.getByRole('link', { name: 'Aus einer Tabelle übernehmen' }).press('Enter');
  await tab.getByLabel('Datei').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Titel;Datum;Ort\nMit der Tastatur;1999;Katowcie\n') });
  await tab.getByRole('button', { name: 'Hochladen und weiter' }).press('Enter');
  await tab.getByLabel('Die Überschriften stehen in Zeile').press('Enter');
  await tab.getByRole('heading', { name: 'Vorschau', level: 1 }).waitFor();
  await tab.getByLabel(/Ort: „Katowcie“/).selectOption({ label: 'Kattowitz' });
  await tab.getByRole('button', { name: 'Auswahl anwenden' }).press('Enter');
  await tab.locator('summary', { hasText: 'Mit der Tastatur' }).press('Enter');
  await tab.getByRole('definition').filter({ hasText: 'Kattowitz' }).waitFor();
  await tab.getByRole('button', { name: '1 Aktivität übernehmen' }).press('Enter');
  await tab.getByRole('status').filter({ hasText: '1 Aktivität ist übernommen.' }).waitFor();
  await tab.getByRole('button', { name: 'Rückgängig machen' }).press('Enter');
  await tab.getByRole('status').filter({ hasText: 'rückgängig gemacht' }).waitFor();
  assert.equal(await tab.getByRole('link', { name: 'Mit der Tastatur' }).count(), 0);
  await close();
});

test('everything that can be used is reached with the tab key, in order, and is seen', async () => {
  const { tab, close } = await openTab(browser, site);
  await signInBy(tab, site, emails.editor);
  await tab.goto(site.url + importAt('de').start);
  await tab.locator('#file').setInputFiles(file(99));
  await press(tab, 'send');
  for (const step of ['columns', 'preview']) {
    if (step === 'preview') await press(tab, 'preview');
    await tab.locator(step === 'columns' ? '#column-0' : '.import-counts').waitFor();
    const all = await tab.locator('a[href]:visible, button:visible, input:not([type=hidden]):visible, select:visible, summary:visible, [tabindex="0"]:visible').count();
    const stops = await tabStops(tab, all);
    assert.equal(new Set(stops.map(({ place }) => place)).size, all, `${step}: not all are reached`);
  }
  await close();
});
