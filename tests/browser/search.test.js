// Proves: the search and its suggestions can be used with the keyboard, a pointer and without a script, say what they
// are to assistive technology, and fit every screen.
import assert from 'node:assert/strict';
import test from 'node:test';
import { accessibilityProblems, demoInBrowser, layoutProblems, openTab } from '../support/browser.js';
import { languages } from '../support/site.js';

const address = { de: '/de/suche', pl: '/pl/szukaj', en: '/en/search' };
const { browser, site } = await demoInBrowser();
for (let i = 0; i < 400 && (await site.get('/de/suche?q=ruhr')).status !== 200; ++i) await new Promise((done) => setTimeout(done, 50));

for (const [width, height] of [[320, 640], [360, 740], [1440, 900]])
  for (const language of languages)
    test(`results in ${language}, ${width} pixels wide`, async (t) => {
      const view = await openTab(browser, site, { viewport: { width, height } });
      t.after(() => view.close());
      for (const query of ['', '?q=Metropole', '?q=rewitalizacja', '?q=xylophonorchester', '?q=Kattovitz', '?q=Essen&kind=forum', '?q=Essen&year=x']) {
        await view.visit(address[language] + query);
        assert.deepEqual(await layoutProblems(view.tab), [], query);
        if (width !== 320) assert.deepEqual(await accessibilityProblems(view.tab), [], query);
      }
    });

test('dark results have enough contrast', async (t) => {
  const view = await openTab(browser, site, { colorScheme: 'dark' });
  t.after(() => view.close());
  await view.visit('/de/suche?q=Metropole');
  assert.deepEqual(await accessibilityProblems(view.tab), []);
});

/** Types into the field of the header and waits for the list. */
async function typed(view, words) {
  const field = view.tab.getByRole('combobox');
  await field.focus();
  await view.tab.keyboard.type(words);
  await view.tab.getByRole('option').first().waitFor();
  return field;
}

test('the keyboard chooses a suggestion', async (t) => {
  const view = await openTab(browser, site);
  t.after(() => view.close());
  await view.visit('/de/');
  const field = await typed(view, 'brachf');
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  assert.deepEqual(await accessibilityProblems(view.tab), []);
  await view.tab.keyboard.press('ArrowDown');
  const first = view.tab.getByRole('option').first();
  assert.equal(await first.getAttribute('aria-selected'), 'true');
  assert.equal(await field.getAttribute('aria-activedescendant'), await first.getAttribute('id'));
  assert.equal(await field.inputValue(), await first.textContent());
  await view.tab.keyboard.press('ArrowUp');
  assert.equal(await field.inputValue(), 'brachf', 'over the end, back to what was typed');
  assert.equal(await field.getAttribute('aria-activedescendant'), null);
  await view.tab.keyboard.press('Escape');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.equal(await view.tab.getByRole('option').count(), 0);
  await view.tab.keyboard.press('ArrowDown');
  await view.tab.getByRole('option').first().waitFor();
  await view.tab.keyboard.press('ArrowDown');
  await Promise.all([view.tab.waitForURL(/\/de\/suche\?q=brachfl/), view.tab.keyboard.press('Enter')]);
  assert.ok((await view.tab.locator('.result').count()) > 0);
});

test('the last suggestions are pages, and a pointer goes there', async (t) => {
  const view = await openTab(browser, site);
  t.after(() => view.close());
  await view.visit('/de/');
  await typed(view, 'brachf');
  await Promise.all([view.tab.waitForURL(/\/de\/[a-z]+\/.+/), view.tab.getByRole('option').last().click()]);
});

test('Enter without a choice sends what was typed', async (t) => {
  const view = await openTab(browser, site);
  t.after(() => view.close());
  await view.visit('/pl/');
  await typed(view, 'rewitaliz');
  await Promise.all([view.tab.waitForURL('**/pl/szukaj?q=rewitaliz'), view.tab.keyboard.press('Enter')]);
});

test('leaving the field closes the list', async (t) => {
  const view = await openTab(browser, site);
  t.after(() => view.close());
  await view.visit('/en/');
  const field = await typed(view, 'katt');
  await view.tab.keyboard.press('Tab');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
});

test('the list fits a narrow screen', async (t) => {
  const view = await openTab(browser, site, { viewport: { width: 320, height: 640 } });
  t.after(() => view.close());
  await view.visit('/de/');
  await typed(view, 'partnersch');
  assert.deepEqual([...(await layoutProblems(view.tab)), ...(await accessibilityProblems(view.tab))], []);
});

test('without a script the field is a form', async (t) => {
  const view = await openTab(browser, site, { javaScriptEnabled: false });
  t.after(() => view.close());
  await view.visit('/de/');
  await view.tab.locator('header input[name=q]').fill('Brachfläche');
  await Promise.all([view.tab.waitForURL('**/de/suche?q=Brachfl%C3%A4che'), view.tab.keyboard.press('Enter')]);
  assert.ok((await view.tab.locator('.result').count()) > 0);
});
