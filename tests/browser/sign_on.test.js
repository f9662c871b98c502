// Signing in through the office in a real browser: by keyboard and without script, with axe on every page that has
// something of it, in three languages, at three widths.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab } from '../support/browser.js';
import { entry, realOffice, roleRules, siteWithOffices } from '../support/office.js';
import { at, emails, password } from '../support/people.js';

let office;
const { site, ids } = await siteWithOffices(async (url) => {
  office = await realOffice(url, ['office']);
  return [entry('office', office.issuer, { name: '{ de: Anmeldedienst des RVR, en: the RVR sign-on, pl: serwis logowania RVR }', more: roleRules })];
});
office.people.set('geiss', { email: emails.editor, email_verified: true, groups: ['interregio-publishers'] });
const browser = await launch();
after(() => browser.close());
const pictures = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (pictures) mkdirSync(pictures, { recursive: true });

/** A tab in which the office may ask nobody else; its pages name a font on another server. */
async function open(options) {
  const view = await openTab(browser, site, options);
  await view.context.route((address) => ![new URL(site.url).host, new URL(office.issuer).host].includes(address.host), (route) => route.abort());
  return view;
}

/** The office asks who it is. */
async function atTheOffice(tab, who) {
  await tab.waitForURL(`${office.issuer}/**`);
  await tab.locator('input[name=login]').fill(who);
  await tab.locator('input[name=password]').fill('any');
  await tab.locator('input[name=password]').press('Enter');
}

async function signIn(tab) {
  await tab.goto(site.url + at.signIn);
  await tab.getByRole('button', { name: 'Anmelden über Anmeldedienst des RVR' }).click();
  await atTheOffice(tab, 'geiss');
  await tab.waitForURL(site.url + at.desk);
}

for (const javaScriptEnabled of [true, false])
  test(`by keyboard ${javaScriptEnabled ? 'with' : 'without'} script: there and back, confirming, and out again`, async () => {
    const { tab, close } = await open({ javaScriptEnabled });
    await tab.goto(site.url + at.signIn);
    const button = tab.getByRole('button', { name: 'Anmelden über Anmeldedienst des RVR' });
    for (let i = 0; i < 15 && !(await button.evaluate((element) => element === document.activeElement)); ++i) await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await atTheOffice(tab, 'geiss');
    await tab.waitForURL(site.url + at.desk);

    await tab.goto(site.url + at.confirm + `?next=${encodeURIComponent(at.profile)}`);
    await tab.getByRole('button', { name: 'Bestätigen über Anmeldedienst des RVR' }).focus();
    await tab.keyboard.press('Enter');
    await atTheOffice(tab, 'geiss');
    await tab.waitForURL(site.url + at.profile);
    await tab.getByText('Anmeldung über einen Anbieter').waitFor();

    await tab.locator('.workspace-user button').focus();
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`${office.issuer}/**`);
    await tab.locator('button[name=logout]').click();
    await tab.waitForURL(`${site.url}${at.signIn}?done=out`);
    await close();
  });

async function lookAt(tab, name, width) {
  assert.deepEqual(await layoutProblems(tab), [], `${name} at ${width}`);
  if (width !== 768) assert.deepEqual(await accessibilityProblems(tab), [], `${name} at ${width}`);
  if (pictures) await tab.screenshot({ path: join(pictures, `sign-on-${name}-${width}.png`), fullPage: true });
}

const words = {
  de: { signIn: '/de/anmelden', button: 'Anmelden über' },
  en: { signIn: '/en/sign-in', button: 'Sign in with the' },
  pl: { signIn: '/pl/logowanie', button: 'Zaloguj się przez' },
};

for (const width of [360, 768, 1440])
  test(`the pages at ${width} pixels in three languages`, async () => {
    const outside = await open({ viewport: { width, height: 900 } });
    for (const [language, { signIn: path, button }] of Object.entries(words)) {
      await outside.visit(path);
      await lookAt(outside.tab, `button-${language}`, width);
      await outside.visit(`${path}?problem=no_account&through=office`);
      await lookAt(outside.tab, `no-account-${language}`, width);
      // The page on the way, which otherwise nobody sees for long: with 204 a browser stays where it is.
      await outside.tab.route(`${office.issuer}/**`, (route) => route.fulfill({ status: 204 }));
      const left = outside.tab.waitForEvent('requestfailed', (request) => request.url().startsWith(office.issuer));
      await outside.tab.getByRole('button', { name: button }).first().click();
      await left;
      await outside.tab.locator(`a[href^="${office.issuer}"]`).waitFor();
      await lookAt(outside.tab, `leaving-${language}`, width);
      await outside.tab.unroute(`${office.issuer}/**`);
    }
    await outside.close();

    const person = await open({ viewport: { width, height: 900 } });
    await signIn(person.tab);
    for (const [name, path] of [['profile', at.profile], ['confirm', at.confirm]]) {
      await person.visit(path);
      const versions = await person.tab.locator('.languages a').evaluateAll((links) => links.map((link) => [link.lang, link.getAttribute('href')]));
      assert.equal(versions.length, 3);
      for (const [language, version] of versions) {
        await person.visit(version);
        await lookAt(person.tab, `${name}-${language}`, width);
      }
    }
    await person.close();

    const boss = await open({ viewport: { width, height: 900 } });
    await boss.tab.goto(site.url + at.signIn);
    await boss.tab.getByLabel('E-Mail-Adresse').fill(emails.boss);
    await boss.tab.getByLabel('Passwort').fill(password);
    await boss.tab.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await boss.tab.waitForURL(site.url + at.desk);
    for (const [name, path] of [['account', `${at.accounts}/${ids.editor}`], ['events', at.events]]) {
      await boss.visit(path);
      const versions = await boss.tab.locator('.languages a').evaluateAll((links) => links.map((link) => [link.lang, link.getAttribute('href')]));
      for (const [language, version] of versions) {
        await boss.visit(version);
        await lookAt(boss.tab, `${name}-${language}`, width);
      }
    }
    await boss.close();
  });
