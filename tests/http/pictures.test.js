// Proves: of pictures, renditions are served and never the original; they say nothing but the credit, keep for ever, and
// stand in the pages as soon as they are made; before, there is a picture all the same.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyOf, edit, fixture, temporaryFolder } from '../support/folders.js';
import { demo, json, run } from '../support/program.js';
import { databaseOf, serve } from '../support/server.js';
import { Site } from '../support/site.js';

const credit = '© Two Banks / Jo Doe';
let folder, database, server, site;

/** Writes metadata into an image, as cameras, telephones and agencies do. */
function exiftool(...parameters) {
  return execFileSync('exiftool', ['-q', ...parameters], { encoding: 'utf8' });
}

/** Everything that is in the file besides its pixels: { 'Group:Tag': value }. */
function metadataOf(bytes) {
  const file = join(temporaryFolder(), 'answer');
  writeFileSync(file, bytes);
  const [all] = JSON.parse(exiftool('-json', '-G1', '-a', file));
  const technical = /^(SourceFile|ExifTool|System|File|Composite|JFIF|RIFF|QuickTime|Meta)/;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !technical.test(name)));
}

/** As picture(), once its files are made: it takes a few seconds, on a busy machine a few more. */
async function pictureOnceMade() {
  const latest = Date.now() + 300_000;
  for (;;) {
    const shown = await picture();
    if (Object.keys(shown.files).length > 0) return shown;
    assert.ok(Date.now() < latest, 'the picture is not made');
    await delay(100);
  }
}

before(async () => {
  folder = copyOf(fixture('small'));
  cpSync(join(demo, 'images/tram.webp'), join(folder, 'images/square.webp'));
  exiftool('-overwrite_original', '-GPSLatitude=51.4508', '-GPSLatitudeRef=N', '-Make=SecretCamera', '-Artist=Secret artist',
    '-XMP-dc:Subject=Secret keyword', '-XMP-dc:Creator=Secret creator', join(folder, 'images/square.webp'));
  assert.match(readFileSync(join(folder, 'images/square.webp'), 'latin1'), /SecretCamera/);
  edit(folder, 'library.yaml', 'file: images/square.png', 'file: images/square.webp');
  database = await databaseOf(folder);
});
after(() => server?.stop());

/** A page with the picture, its <img>, and the files it offers: { type: [path …] }. */
async function picture() {
  const page = await site.page('/en/');
  const image = page.one('img');
  const files = {};
  for (const source of [...image.parent.all('source'), image])
    if (source.get('srcset'))
      files[source.get('type') ?? 'image/jpeg'] = source.get('srcset').split(', ').map((each) => each.split(' ')[0]);
  return { page, image, files };
}

test('before there are renditions, a picture is shown that says nothing but its credit', async () => {
  server = await serve(database, ['--pictures', 'off']);
  site = new Site(server.url);
  const { image, files } = await picture();
  assert.deepEqual(files, {});
  assert.match(image.get('src'), /^\/media\/[0-9a-f]{64}\/square\.webp$/);
  const answer = await site.get(image.get('src'));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'image/jpeg');
  assert.equal(answer.headers['cache-control'], 'no-cache', 'there will be a better one');
  assert.deepEqual(metadataOf(answer.body), { 'XMP-photoshop:Credit': credit, 'XMP-dc:Rights': credit });
  assert.ok(!answer.body.includes('Secret'));
  await server.stop();
});

test('the server makes them, one by one, and the page shows them as soon as they are there', async () => {
  server = await serve(database, ['--pictures', 'on']);
  site = new Site(server.url);
  const shown = await pictureOnceMade();
  assert.deepEqual(Object.keys(shown.files), ['image/avif', 'image/webp', 'image/jpeg']);
  assert.deepEqual(shown.files['image/avif'].map((path) => path.split('/').at(-1)),
    [320, 480, 600, 720, 960, 1280, 1600].map((width) => `${width}.avif`));
  assert.equal(shown.image.get('width'), '1600');
  assert.equal(shown.image.get('height'), '1000');
  assert.match(shown.image.get('data-tone'), /^[0-3]{3}$/);
  assert.ok(shown.image.get('sizes'));
  assert.ok(shown.image.get('alt'));
  assert.ok(server.log.some(({ event }) => event === 'picture made'));
});

test('every file has its type, keeps for ever, and says nothing but its credit', async () => {
  const { files, image } = await picture();
  const mark = image.get('src').split('/')[2];
  const share = `/pictures/${mark}/share.jpg`;
  for (const [type, paths] of Object.entries({ ...files, share: [share] }))
    for (const path of paths) {
      const answer = await site.get(path);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers['content-type'], type === 'share' ? 'image/jpeg' : type);
      assert.match(answer.headers['cache-control'], /max-age=31536000.*immutable/);
      assert.match(answer.headers['content-security-policy'], /sandbox/);
      assert.equal((await site.get(path, { headers: { 'If-None-Match': answer.headers.etag } })).status, 304);
      assert.deepEqual(metadataOf(answer.body), { 'XMP-photoshop:Credit': credit, 'XMP-dc:Rights': credit }, path);
      assert.ok(!answer.body.includes('Secret') && !answer.body.includes('Exif'), path);
    }
  const [size] = JSON.parse(exiftool('-json', '-ImageSize', await saved(share)));
  assert.equal(size.ImageSize, '1200x630');
});

async function saved(path) {
  const file = join(temporaryFolder(), 'answer.jpg');
  writeFileSync(file, (await site.get(path)).body);
  return file;
}

test('AVIF is smaller than WebP, WebP smaller than JPEG, at every width', async () => {
  const { files } = await picture();
  for (const [i, path] of files['image/avif'].entries()) {
    const size = async (address) => (await site.get(address)).body.length;
    const [avif, webp, jpeg] = [await size(path), await size(files['image/webp'][i]), await size(files['image/jpeg'][i])];
    assert.ok(avif < webp && webp < jpeg, `${path}: ${avif} ${webp} ${jpeg}`);
  }
});

test('the address of the original goes on working and gives a JPEG', async () => {
  const hash = execFileSync('sha256sum', [join(folder, 'images/square.webp')], { encoding: 'utf8' }).split(' ')[0];
  const answer = await site.get(`/media/${hash}/square.webp`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'image/jpeg');
  assert.ok(!answer.body.includes('Secret'));
});

test('what is no rendition is not found', async () => {
  const { image } = await picture();
  const mark = image.get('src').split('/')[2];
  for (const path of [`/pictures/${mark}/333.jpg`, `/pictures/${mark}/320.png`, `/pictures/${mark}/`, `/pictures/${mark}`,
    `/pictures/${'0'.repeat(20)}/320.jpg`])
    assert.equal((await site.get(path)).status, 404, path);
});

test('a new credit makes new files, and the old ones are gone', async () => {
  const old = (await picture()).image.get('src');
  edit(folder, 'library.yaml', credit, `${credit}, 2026`);
  await run(['import', folder, '--database', database]);
  assert.equal((await site.get(old)).status, 404);
  const shown = await pictureOnceMade();
  assert.notEqual(shown.image.get('src'), old);
  assert.equal(metadataOf((await site.get(shown.image.get('src'))).body)['XMP-photoshop:Credit'], `${credit}, 2026`);
});

test('the command makes what is missing, once, and a running server shows it', async () => {
  edit(folder, 'library.yaml', `${credit}, 2026`, `${credit}, 2027`);
  await server.stop();
  await run(['import', folder, '--database', database]);
  const first = json(await run(['pictures', '--database', database, '--json'], { seconds: 300 }));
  assert.deepEqual(first, { made: 1, broken: [] });
  const second = json(await run(['pictures', '--database', database, '--json']));
  assert.deepEqual(second, { made: 0, broken: [] });
  server = await serve(database, ['--pictures', 'off']);
  site = new Site(server.url);
  assert.equal(Object.keys((await picture()).files).length, 3);
});
