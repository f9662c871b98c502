// Requests in a real browser: asking and agreeing by keyboard and without script; what is wrong stands beside its field; axe
// and layout on every page about them, at all widths, in three languages.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab } from '../support/browser.js';
import { Editor, recordAt } from '../support/editing.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';

const { site, person } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const editor = new Editor(await person('editor'));
const publisher = new Editor(await person('publisher'));
const meeting = { 'title.de': 'Forum „Wasser in der Stadt“', kind: 'forum', status: 'planned', date: '2030', form: 'online' };
const here = recordAt();
const asked = await editor.make('activity', meeting);
const open = await editor.make('activity', meeting);
const draft = await editor.make('activity', meeting);
await editor.act(here.record('activity', asked), 'ask', { 'request-note': 'Bitte bis Freitag ansehen.', 'request-day': '2.3.2099', 'request-time': '10:00' });
await publisher.publish('activity', open);
assert.equal((await (await editor.open('activity', open)).set({ 'title.de': 'Forum „Stadt am Wasser“' }).send('propose')).status, 303);

const roots = { de: ['/de/arbeitsbereich', 'anfragen', 'freigaberegeln'], pl: ['/pl/panel', 'prosby', 'zasady-publikacji'], en: ['/en/workspace', 'requests', 'publishing-rules'] };
const pagesOf = (language) => {
  const own = recordAt(language);
  const [root, requests, rules] = roots[language];
  const records = [own.record('activity', asked), own.record('activity', open), own.record('activity', draft), own.edit('activity', open), `${root}/${requests}`, root];
  return { editor: records, publisher: records, boss: [`${root}/${rules}`] };
};

async function signedIn(who, options) {
  const view = await openTab(browser, site, options);
  await signInBy(view.tab, site, emails[who]);
  await view.tab.waitForURL(`**${at.desk}`);
  return view;
}

for (const who of ['editor', 'publisher', 'boss'])
  test(`every page about requests that the ${who} has, at three widths in three languages`, async () => {
    const view = await signedIn(who);
    const { tab } = view;
    for (const language of Object.keys(roots))
      for (const path of pagesOf(language)[who]) {
        await view.visit(path);
        await tab.locator('details.request-more').evaluateAll((all) => all.forEach((each) => (each.open = true)));
        for (const width of [360, 768, 1440]) {
          await tab.setViewportSize({ width, height: 900 });
          assert.deepEqual(await layoutProblems(tab), [], `${path} at ${width}`);
          if (width !== 768) assert.deepEqual(await accessibilityProblems(tab), [], `${path} at ${width}`);
        }
      }
    await view.close();
  });

test('somebody asks and somebody agrees, by keyboard and without script', async () => {
  const { tab, close } = await signedIn('editor', { javaScriptEnabled: false });
  await tab.goto(site.url + here.record('activity', draft));
  await tab.getByLabel('Hinweis für die anderen').focus();
  await tab.keyboard.type('Von Hand');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('gestern');
  const time = tab.locator('[name="request-time"]');
  await time.fill('10:00');
  await tab.getByRole('button', { name: 'Um Veröffentlichung bitten' }).focus();
  await tab.keyboard.press('Enter');
  await tab.getByRole('alert').waitFor();
  const day = tab.locator('[name="request-day"]');
  assert.equal(await day.getAttribute('aria-invalid'), 'true');
  assert.equal(await day.inputValue(), 'gestern', 'what was typed is still there');
  assert.equal(await tab.getByLabel('Hinweis für die anderen').inputValue(), 'Von Hand');
  await tab.getByRole('alert').getByRole('link').focus();
  await tab.keyboard.press('Enter');
  assert.match(tab.url(), /#request-day$/);
  await time.fill('');
  await day.fill('');
  await day.press('Enter');
  await tab.getByText('Die Anfrage ist gestellt').waitFor();
  await close();

  const other = await signedIn('publisher', { javaScriptEnabled: false });
  await other.tab.getByRole('link', { name: 'Anfragen', exact: true }).focus();
  await other.tab.keyboard.press('Enter');
  await other.tab.locator(`a[href="${here.record('activity', draft)}"]`).focus();
  await other.tab.keyboard.press('Enter');
  await other.tab.getByText('Von Hand').waitFor();
  await other.tab.locator('summary', { hasText: 'Ablehnen' }).focus();
  await other.tab.keyboard.press('Enter');
  assert.ok(await other.tab.getByLabel('Begründung').isVisible(), 'a summary opens by keyboard');
  await other.tab.getByRole('button', { name: 'Zustimmen' }).focus();
  await other.tab.keyboard.press('Enter');
  await other.tab.getByText('Auf dem Portal ist es sofort zu sehen').waitFor();
  await other.close();
});
