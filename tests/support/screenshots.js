// Takes pictures of the main pages at three widths in three languages, for people to look at:
//   script/screenshots [--url URL] [FOLDER]
// FOLDER is out/screenshots; without --url a server with the demo record is started.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, openTab } from './browser.js';
import { root } from './program.js';
import { serveDemo } from './server.js';
import { languages, Site } from './site.js';

const { values, positionals } = parseArgs({ options: { url: { type: 'string' } }, allowPositionals: true });
if (values.url) process.env.INTERREGIO_TEST_URL = values.url;
const folder = resolve(positionals[0] ?? join(root, 'out/screenshots'));
mkdirSync(folder, { recursive: true });

const server = await serveDemo();
const site = new Site(server.url);
const pages = await site.demoPages();
const browser = await launch();

/** Takes pictures of whole pages, also of the images that would load late. */
async function shoot(options, suffix, wanted) {
  const view = await openTab(browser, site, options);
  for (const [name, path, expected] of wanted) {
    await view.visit(path, { expected });
    await view.tab.evaluate(() =>
      Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode().catch(() => {})))));
    await view.tab.screenshot({ path: join(folder, `${name}-${suffix}.png`), fullPage: true });
  }
  await view.close();
}

try {
  for (const [width, height] of [[360, 740], [768, 1024], [1440, 900]])
    for (const language of languages)
      await shoot({ viewport: { width, height } }, `${language}-${width}`, [
        ...Object.entries(pages).map(([kind, versions]) => [kind, versions[language], 200]),
        ['not-found', `/${language}/nirgends`, 404],
      ]);
  await shoot({ colorScheme: 'dark' }, 'de-1440-dark', ['home', 'timeline', 'activity', 'partnership'].map((kind) => [kind, pages[kind].de, 200]));
} finally {
  await browser.close();
  await server.stop();
}
console.log(`Screenshots are in ${folder}`);
