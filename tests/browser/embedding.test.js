// Proves: a page of another site can show the timeline, by frame and by component, in its own language, accessibly and
// without an error; the editors' page shows its preview.
import assert from 'node:assert/strict';
import http from 'node:http';
import test, { after, before } from 'node:test';
import { accessibilityProblems, launch, openTab } from '../support/browser.js';
import { serveDemo } from '../support/server.js';
import { Site } from '../support/site.js';

let server;
let browser;
let foreign;
before(async () => {
  server = await serveDemo();
  browser = await launch();
  foreign = await serveForeign();
});
after(async () => {
  await browser?.close();
  foreign?.close();
  await server.stop();
});

/** A site of a partner, on another origin, with a policy as strict as theirs may be. */
async function serveForeign() {
  const page = (language, body) => `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>Partner</title>
<link rel="icon" href="data:,"></head><body><main><h1>Partner</h1>${body}</main></body></html>`;
  const component = (attributes) => `<script type="module" src="${server.url}/embed/interregio-timeline.js"></script>
<interregio-timeline ${attributes}><a href="${server.url}/de/chronik">Zur Chronik</a></interregio-timeline>`;
  const pages = {
    '/frame': page('de', `<iframe src="${server.url}/de/chronik/embed?limit=4" title="Chronik" width="640" height="500"></iframe>`),
    '/page': page('de', `<iframe src="${server.url}/de/chronik" title="Chronik" width="640" height="500"></iframe>`),
    '/component': page('pl', component('limit="3"')),
    '/english': page('pl', component('lang="en" kind="festival"')),
    '/wrong': page('de', component('kind="nonsense"')),
  };
  const listening = http.createServer((request, answer) => {
    const found = pages[request.url];
    answer.writeHead(found ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; img-src data:; script-src ${server.url}; connect-src ${server.url}; frame-src ${server.url}`,
    });
    answer.end(found ?? '');
  });
  await new Promise((done) => listening.listen(0, '127.0.0.1', done));
  listening.url = `http://127.0.0.1:${listening.address().port}`;
  return listening;
}

/** Opens a page of the partner; what it and ours log as wrong is in `trouble`. */
async function open(path) {
  const context = await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce' });
  const tab = await context.newPage();
  const trouble = [];
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()));
  tab.on('pageerror', (error) => trouble.push(error.message));
  await tab.goto(foreign.url + path, { waitUntil: 'networkidle' });
  return { tab, trouble, close: () => context.close() };
}

test('the frame shows on another site, and its links open outside', async () => {
  const { tab, trouble, close } = await open('/frame');
  const frame = tab.frames().find((each) => each.url().startsWith(server.url));
  assert.equal(await frame.locator('li').count(), 4);
  assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
  assert.deepEqual(trouble, []);
  assert.deepEqual(await accessibilityProblems(tab), []); // last: it talks to the frame, which Chromium remarks on
  const style = await frame.locator('body').evaluate((body) => getComputedStyle(body).paddingTop);
  assert.equal(style, '16px', 'its own styles are there');
  await close();
});

test('no other page can be framed', async () => {
  const { tab, trouble, close } = await open('/page');
  assert.ok(trouble.some((line) => /frame-ancestors|X-Frame-Options/i.test(line)), trouble.join());
  assert.equal(await tab.frames().at(-1).locator('.site-header').count(), 0, 'only the words of the browser');
  await close();
});

test('the component shows the timeline in the language of the page around it', async () => {
  const { tab, trouble, close } = await open('/component');
  const entries = tab.locator('interregio-timeline li');
  await entries.nth(2).waitFor();
  assert.equal(await entries.count(), 3);
  const { itemListElement } = JSON.parse((await new Site(server.url).get('/api/v1/activities?limit=3')).text);
  for (const [index, activity] of itemListElement.entries()) {
    const link = entries.nth(index).locator('a');
    assert.equal(await link.getAttribute('href'), activity.pages.pl);
    assert.equal(await link.getAttribute('rel'), 'noopener');
    assert.ok((await entries.nth(index).innerText()).includes(activity.date.words.pl));
  }
  assert.ok(await tab.getByText('Zur Chronik').isVisible(), 'what stands inside stays');
  assert.deepEqual(await accessibilityProblems(tab), []);
  assert.deepEqual(trouble, []);
  await close();
});

test('the component takes language and filter from its attributes', async () => {
  const { tab, trouble, close } = await open('/english');
  const entries = tab.locator('interregio-timeline li');
  await entries.first().waitFor();
  for (const text of await entries.allInnerTexts()) assert.match(text, /Festival/);
  assert.deepEqual(trouble, []);
  await tab.locator('interregio-timeline').evaluate((element) => {
    element.setAttribute('limit', '1');
  });
  await tab.waitForFunction(() => document.querySelector('interregio-timeline').shadowRoot.querySelectorAll('li').length === 1);
  await close();
});

test('where the data cannot be had, the link inside is there', async () => {
  const { tab, close } = await open('/wrong');
  assert.ok(await tab.getByText('Zur Chronik').isVisible());
  assert.equal(await tab.locator('interregio-timeline li').count(), 0);
  await close();
});

test('the editors’ page shows the preview', async () => {
  const site = new Site(server.url);
  const view = await openTab(browser, site);
  for (const path of ['/de/einbinden', '/pl/osadzanie', '/en/embedding']) {
    await view.visit(path);
    await view.tab.locator('iframe.preview').scrollIntoViewIfNeeded();
    const frame = view.tab.frameLocator('iframe.preview');
    await frame.locator('li').first().waitFor();
    assert.equal(await frame.locator('li').count(), 5);
    assert.deepEqual(view.trouble, []);
  }
  await view.close();
});
