// Takes pictures of the main pages at three widths in three languages, for people to look at:
//   script/screenshots [--url URL] [FOLDER]        every kind of page
//   script/screenshots --documentation             those of the documentation, into docs/images
// FOLDER is out/screenshots; without --url a server with the demo record is started.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, openTab } from './browser.js';
import { root } from './program.js';
import { demoWithPictures, serveDemo } from './server.js';
import { languages, Site } from './site.js';

const { values, positionals } = parseArgs({ options: { url: { type: 'string' }, documentation: { type: 'boolean' } }, allowPositionals: true });
if (values.url) process.env.INTERREGIO_TEST_URL = values.url;
const folder = resolve(positionals[0] ?? join(root, values.documentation ? 'docs/images' : 'out/screenshots'));
mkdirSync(folder, { recursive: true });

const server = await serveDemo(demoWithPictures);
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

/** The upper part of a page as a small WebP file. */
async function shootSmall(options, name, path, height) {
  const view = await openTab(browser, site, options);
  await view.visit(path);
  const { width } = options.viewport;
  await view.tab.setViewportSize({ width, height });
  await view.tab.evaluate(() =>
    Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode().catch(() => {})))));
  const protocol = await view.context.newCDPSession(view.tab);
  const scale = width > 500 ? 0.625 : 1;
  const { data } = await protocol.send('Page.captureScreenshot', {
    format: 'webp', quality: 82, clip: { x: 0, y: 0, width, height, scale },
  });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
  await view.close();
}

async function shootDocumentation() {
  const desk = { viewport: { width: 1280, height: 800 } };
  for (const kind of ['home', 'partnership', 'timeline', 'activity'])
    for (const language of languages) await shootSmall(desk, `${kind}-${language}`, pages[kind][language], 1500);
  await shootSmall({ ...desk, colorScheme: 'dark' }, 'home-en-dark', pages.home.en, 1500);
  await shootSmall({ viewport: { width: 390, height: 844 } }, 'timeline-pl-phone', pages.timeline.pl, 1500);
}

async function shootAll() {
  for (const [width, height] of [[360, 740], [768, 1024], [1440, 900]])
    for (const language of languages)
      await shoot({ viewport: { width, height } }, `${language}-${width}`, [
        ...Object.entries(pages).map(([kind, versions]) => [kind, versions[language], 200]),
        ['not-found', `/${language}/nirgends`, 404],
      ]);
  await shoot({ colorScheme: 'dark' }, 'de-1440-dark', ['home', 'timeline', 'activity', 'partnership'].map((kind) => [kind, pages[kind].de, 200]));
}

try {
  await (values.documentation ? shootDocumentation() : shootAll());
} finally {
  await browser.close();
  await server.stop();
}
console.log(`Screenshots are in ${folder}`);
