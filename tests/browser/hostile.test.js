// Proves: in a real browser, even one told to ignore our Content-Security-Policy, nothing of a hostile record is executed
// and nothing of it reaches another host.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launch, layoutProblems, openTab } from '../support/browser.js';
import { hostileRecord } from '../support/hostile.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';

test('a hostile record is shown and does nothing', async () => {
  const server = await serve(await databaseOf(hostileRecord()));
  const browser = await launch();
  try {
    const site = new Site(server.url);
    const view = await openTab(browser, site, { bypassCSP: true, viewport: { width: 360, height: 740 } });
    for (const { path } of (await site.sitemap()).filter((entry) => entry.path.startsWith('/en/'))) {
      await view.visit(path);
      assert.equal(await view.tab.evaluate(() => window.canary), undefined, path);
      assert.deepEqual(await layoutProblems(view.tab), [], `long words without spaces still fit: ${path}`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
});
