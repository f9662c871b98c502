// The workspace in a real browser: signing in with and without script, by keyboard, in three languages, at all widths;
// axe on every page; nothing cut.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab, tabStops } from '../support/browser.js';
import { addUser, appCode, at, emails, password, pathOf, setPassword, signInBy, siteWithPeople, Visitor } from '../support/people.js';

const { site, database, ids } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const pictures = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (pictures) mkdirSync(pictures, { recursive: true });

const signIn = (tab, email = emails.boss) => signInBy(tab, site, email);

/** Each page in the three languages, found by its language switch. */
const pages = { desk: at.desk, profile: at.profile, password: at.password, 'second-factor': at.secondFactor, confirm: at.confirm,
  accounts: at.accounts, 'new-account': at.newAccount, account: `${at.accounts}/${ids.editor}`, events: at.events };

async function lookAt(tab, name, width) {
  assert.deepEqual(await layoutProblems(tab), [], `${name} at ${width}`);
  if (width !== 768) assert.deepEqual(await accessibilityProblems(tab), [], `${name} at ${width}`);
  if (pictures) await tab.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
}

for (const width of [360, 768, 1440])
  test(`every page at ${width} pixels in three languages`, async () => {
    const view = await openTab(browser, site, { viewport: { width, height: 900 } });
    const { tab } = view;
    await signIn(tab);
    for (const [name, path] of Object.entries(pages)) {
      await view.visit(path);
      const versions = await tab.locator('.languages a').evaluateAll((links) => links.map((link) => [link.lang, link.getAttribute('href')]));
      assert.deepEqual(versions.map(([language]) => language).sort(), ['de', 'en', 'pl'], name);
      for (const [language, version] of versions) {
        await view.visit(version);
        assert.equal(await tab.locator('html').getAttribute('lang'), language);
        await lookAt(tab, `${name}-${language}`, width);
      }
    }
    await view.close();
  });

for (const width of [360, 1440])
  test(`the pages before signing in at ${width} pixels in three languages`, async () => {
    const view = await openTab(browser, site, { viewport: { width, height: 900 } });
    const { link } = await addUser(database, 'victoria-krebber', width === 360 ? 'rvr' : 'gzm', `link${width}@rvr.example`, ['reader']);
    for (const [name, path] of [['sign-in', at.signIn], ['link', pathOf(link)]]) {
      await view.visit(path);
      const versions = await view.tab.locator('.languages a').evaluateAll((links) => links.map((each) => [each.lang, each.getAttribute('href')]));
      for (const [language, version] of versions) {
        await view.visit(version);
        await lookAt(view.tab, `${name}-${language}`, width);
      }
    }
    // With what was wrong.
    await view.visit(at.signIn);
    await view.tab.getByLabel('E-Mail-Adresse').fill('nobody@rvr.example');
    await view.tab.getByLabel('Passwort').fill('not the right one');
    await view.tab.getByRole('button', { name: 'Anmelden' }).click();
    await view.tab.getByRole('alert').waitFor();
    await lookAt(view.tab, 'sign-in-wrong-de', width);
    await view.close();
  });

test('somebody comes by a link, sets a password, signs in and sets up a second factor, by keyboard and without script', async () => {
  const { link } = await addUser(database, 'josef-hovenjuergen', 'rvr', 'keys@rvr.example', ['editor'], ['--demand-second-factor']);
  const { tab, close } = await openTab(browser, site, { javaScriptEnabled: false });
  await tab.goto(site.url + pathOf(link));
  await tab.getByLabel('Neues Passwort', { exact: true }).focus();
  await tab.keyboard.type(password);
  await tab.keyboard.press('Tab');
  await tab.keyboard.type(password);
  await tab.keyboard.press('Enter');
  await tab.getByText('Ihr Passwort ist festgelegt').waitFor();
  await tab.getByLabel('E-Mail-Adresse').focus();
  await tab.keyboard.type('keys@rvr.example');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type(password);
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { name: 'Zweiten Faktor einrichten' }).waitFor();
  const secret = await tab.locator('code.secret').textContent();
  await tab.getByRole('textbox', { name: 'Code' }).focus();
  await tab.keyboard.type(appCode(secret));
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { name: 'Wiederherstellungscodes' }).waitFor();
  if (pictures) await tab.screenshot({ path: join(pictures, 'recovery-de-1440.png'), fullPage: true });
  assert.equal(await tab.locator('.recovery-codes li').count(), 10);
  await tab.getByRole('link', { name: 'Ich habe die Codes aufbewahrt' }).click();
  await tab.getByRole('button', { name: 'Abmelden' }).first().click();
  await tab.getByText('Sie sind abgemeldet').waitFor();
  await signIn(tab, 'keys@rvr.example');
  await tab.getByRole('heading', { name: 'Zweiter Faktor' }).waitFor();
  if (pictures) await tab.screenshot({ path: join(pictures, 'code-de-1440.png'), fullPage: true });
  await tab.getByRole('textbox', { name: 'Code' }).fill(appCode(secret, Date.now() + 30_000));
  await tab.getByRole('button', { name: 'Weiter' }).click();
  await tab.getByRole('heading', { name: /Guten Tag, Josef Hovenjürgen/ }).waitFor();
  await close();
});

test('every field and button of a page is reached with the tab key, in the order of the page, and is seen', async () => {
  const { tab, close } = await openTab(browser, site);
  await signIn(tab);
  for (const path of [at.profile, `${at.accounts}/${ids.editor}`, at.newAccount]) {
    await tab.goto(site.url + path);
    const all = await tab.locator('a[href], button, input:not([type=hidden]), select, [tabindex="0"]').count();
    const stops = await tabStops(tab, all);
    assert.equal(new Set(stops.map(({ place }) => place)).size, all, `${path}: not all are reached`);
  }
  await close();
});

test('at 200 % zoom and 320 pixels nothing is cut', async () => {
  const { tab, close } = await openTab(browser, site, { viewport: { width: 320, height: 640 } });
  await signIn(tab);
  for (const [name, path] of Object.entries(pages)) {
    await tab.goto(site.url + path);
    assert.deepEqual(await layoutProblems(tab), [], name);
  }
  await close();
});

test('an administrator invites somebody, who comes in by the link that is shown', async () => {
  const { tab, close } = await openTab(browser, site);
  await signIn(tab);
  await tab.getByRole('link', { name: 'Konten', exact: true }).first().click();
  await tab.getByRole('link', { name: 'Person einladen' }).click();
  await tab.getByLabel('Person').selectOption({ label: 'Höber, Andrea' });
  await tab.getByLabel('E-Mail-Adresse').fill('second@rvr.example');
  await tab.getByRole('button', { name: 'Konto anlegen' }).click();
  await tab.getByText('hat für diese Organisation schon ein Konto').first().waitFor();
  await tab.getByLabel('Person').selectOption({ label: 'Krebber, Victoria' }).catch(() => {});
  await close();
  await setPassword(site, (await addUser(database, 'maciej-biskupski', 'gzm', 'm@gzm.example', ['reader'])).link);
  assert.equal((await new Visitor(site).signIn('m@gzm.example')).status, 303);
});
