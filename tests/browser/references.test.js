// Proves: what a form refers to is found while it is typed, in every language and without accents, by keyboard too; and
// what is not there yet is made in passing, without leaving the form.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab } from '../support/browser.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';

const { site } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const made = { de: '/de/arbeitsbereich/akte/aktivitaeten/neu', pl: '/pl/panel/kronika/dzialania/nowe', en: '/en/workspace/record/activities/new' };

async function open(language = 'de', options = {}) {
  const view = await openTab(browser, site, options);
  await signInBy(view.tab, site, emails.publisher);
  await view.tab.waitForURL(`**${at.desk}`);
  await view.visit(made[language]);
  return view;
}

const field = (tab, name) => tab.locator(`[name="${name}"]`);
const options = (tab) => tab.locator('.combobox__list:not([hidden]) [role=option]');

for (const [language, typed, found] of [['de', 'kattow', 'Kattowitz'], ['de', 'katowice', 'Kattowitz'], ['pl', 'chorzow', 'Chorzów'], ['en', 'BRUXELLES', 'Brussels'], ['de', 'brussel', 'Brüssel']])
  test(`“${typed}” finds ${found} in ${language}`, async () => {
    const { tab, close } = await open(language);
    await field(tab, 'places[0]').pressSequentially(typed);
    await options(tab).first().waitFor();
    assert.ok((await options(tab).allTextContents()).includes(found), (await options(tab).allTextContents()).join());
    assert.deepEqual(await accessibilityProblems(tab), []);
    await close();
  });

test('the list is walked through by keyboard, and Escape gives back what was typed', async () => {
  const { tab, close } = await open();
  const place = field(tab, 'places[0]');
  await place.pressSequentially('schwe');
  await options(tab).first().waitFor();
  assert.equal(await place.getAttribute('aria-expanded'), 'true');
  await tab.keyboard.press('ArrowDown');
  assert.equal(await place.inputValue(), 'Schwelm');
  assert.equal(await tab.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent), 'Schwelm');
  await tab.keyboard.press('Escape');
  assert.equal(await place.inputValue(), 'schwe');
  assert.equal(await place.getAttribute('aria-expanded'), 'false');
  await tab.keyboard.press('ArrowDown');
  await options(tab).first().waitFor();
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Enter');
  assert.equal(await place.inputValue(), 'Schwelm');
  assert.match(await field(tab, 'places[0].id').inputValue(), /^[0-9a-f-]{36}$/);
  assert.match(tab.url(), /neu$/, 'Enter chose, and sent nothing');
  await close();
});

for (const [language, width, words] of [['de', 1440, ['Neuer Ort', 'Anlegen', /neu anlegen/]], ['pl', 360, ['Nowe miejsce', 'Utwórz', /Utwórz wpis/]], ['en', 768, ['New place', 'Create', /^Create ‘/]]])
  test(`a place that is not there yet is made in passing, in ${language} at ${width} pixels`, async () => {
    const view = await open(language, { viewport: { width, height: 900 } });
    const { tab, close } = view;
    const name = `Chudów ${language}`;
    await field(tab, `title.${language}`).fill('Ein Treffen');
    await field(tab, 'places[0]').pressSequentially(name);
    await options(tab).filter({ hasText: words[2] }).click();
    const dialog = tab.locator('.record-dialog');
    await dialog.locator('form').waitFor();
    assert.equal(await dialog.locator(`[name="name.${language}"]`).inputValue(), name);
    assert.deepEqual(await layoutProblems(tab), []);
    assert.deepEqual(await accessibilityProblems(tab), []);
    if (process.env.INTERREGIO_WORKSPACE_PICTURES) await tab.screenshot({ path: `${process.env.INTERREGIO_WORKSPACE_PICTURES}/passing-${language}.png` });
    // What is wrong is said in the dialogue.
    await dialog.locator('form').getByRole('button', { name: words[1] }).click();
    await dialog.getByRole('alert').waitFor();
    assert.deepEqual(await accessibilityProblems(tab), []);
    await dialog.locator('[name="country"]').selectOption('PL');
    await dialog.locator('form').getByRole('button', { name: words[1] }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await field(tab, 'places[0]').inputValue(), name);
    assert.match(await field(tab, 'places[0].id').inputValue(), /^[0-9a-f-]{36}$/);
    assert.equal(await field(tab, `title.${language}`).inputValue(), 'Ein Treffen', 'the form stayed as it was');
    assert.equal(await tab.evaluate(() => document.activeElement.name), 'places[0]', 'and the focus came back');
    await close();
  });

test('a row that comes later finds names, too', async () => {
  const { tab, close } = await open();
  await tab.getByRole('button', { name: /Organisation.* hinzufügen|Mitwirkende.*hinzufügen/ }).first().click();
  await field(tab, 'organisations[0].organisation').pressSequentially('regionalverb');
  await options(tab).filter({ hasText: 'Regionalverband Ruhr' }).first().click();
  assert.equal(await field(tab, 'organisations[0].organisation').inputValue(), 'Regionalverband Ruhr');
  await close();
});

test('what is known already is not offered to be made, and nothing is offered for a letter', async () => {
  const { tab, close } = await open();
  await field(tab, 'places[0]').pressSequentially('S');
  await tab.waitForTimeout(400);
  assert.equal(await options(tab).count(), 0);
  await field(tab, 'places[0]').pressSequentially('chwelm');
  await options(tab).filter({ hasText: 'Schwelm' }).first().waitFor();
  await options(tab).filter({ hasText: /neu anlegen/ }).waitFor({ state: 'detached' });
  await close();
});
