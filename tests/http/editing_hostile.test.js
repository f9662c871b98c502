// Proves: whatever is sent to the forms of the record, words stay words, files are what they are, nothing is changed that
// was refused, and the server answers.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { Editor, everything, idIn, kinds, recordAt, saved, shown, sql } from '../support/editing.js';
import { fixture, temporaryFolder } from '../support/folders.js';
import { attack, markdownAttack, marker } from '../support/hostile.js';
import { isData, isOwnModule, parse, withoutOwnScripts } from '../support/markup.js';
import { Visitor, siteWithPeople } from '../support/people.js';
import { picture } from '../support/picture.js';
import { run } from '../support/program.js';

const { site, database, person, server } = await siteWithPeople();
const editor = new Editor(await person('editor'));
const publisher = new Editor(await person('publisher'));
const at = recordAt();
const pdf = readFileSync(fixture('small/documents/charter.pdf'));
const meeting = { 'title.de': 'Ein Treffen', kind: 'forum', status: 'planned', date: '2030', form: 'online' };
const png = { name: 'bild.png', type: 'image/png', bytes: picture('bild') };
const image = (file, changes = {}) => editor.open('image').then((form) => form.choose('file.upload', file).set({ 'alt.de': 'Ein Bild', credit: '© RVR', ...changes }).send());
const document = (file) => editor.open('document').then((form) => form.choose('file.upload', file).set({ 'title.de': 'Eine Datei', language: 'de' }).send());

/** Nothing on the page is made by what somebody has written. */
function assertHarmless(markup, path) {
  const page = parse(markup.replace(/\r\n?/g, '\n'));
  const bad = page.all('*', (element) => (/^(script|iframe|object|embed|base|marquee|svg)$/.test(element.name) && !isData(element) && !isOwnModule(element) &&
    !element.classes.some((each) => /^(mark|chart__|map__|preview)/.test(each))) || [...element.attributes.keys()].some((name) => /^on/.test(name)));
  assert.deepEqual(bad.map((element) => `<${element.name} ${[...element.attributes]}>`), [], path);
  assert.doesNotMatch(withoutOwnScripts(markup).replace(/="[^"]*"/g, '=""'), /<script|<svg\/|<img src=x|<[^>]* onerror=/i, path);
  for (const element of page.all('*'))
    for (const name of ['href', 'src', 'action', 'formaction']) assert.doesNotMatch(element.get(name) ?? '', /^\s*(javascript|data|vbscript):/i, `${path}: ${name}`);
  for (const link of page.all('a')) assert.doesNotMatch(link.get('href'), /^\/\/|^\\/, path);
}

/** Sends something that must be refused, and proves that nothing was changed. */
async function refused(what, send, least = 400) {
  const before = sql(database, 'SELECT max(sequence) FROM journal');
  const answer = await send();
  assert.ok(answer.status >= least && answer.status < 500, `${what}: ${answer.status} ${answer.headers.location ?? ''}`);
  if (/html/.test(answer.headers['content-type'] ?? '')) assertHarmless(answer.text, what);
  assert.equal(sql(database, 'SELECT max(sequence) FROM journal'), before, what);
  return answer;
}

test('hostile words in every text field of every kind are words, in the workspace and on the portal', async () => {
  const made = [];
  for (const kind of kinds.slice(1)) {
    let form = await editor.open(kind);
    for (const button of form.buttons.filter((each) => each.startsWith('add:'))) form = await form.add(button.slice(4));
    const attacked = { ...Object.fromEntries([...form.values.keys()].filter((name) => /\.(de|pl|en)$/.test(name)).map((name) => [name, attack])) };
    for (const name of form.values.keys()) {
      if (/(body|description|introduction|origin|aims|good_to_know)\.(de|pl|en)$/.test(name)) attacked[name] = markdownAttack;
      if (/given_name|family_name|licence|credit|address|short_name|unit$/.test(name) && !/\.(de|pl|en)$/.test(name)) attacked[name] = name.endsWith('unit') ? '<b>"\'' : attack.slice(0, 60) + marker;
    }
    for (const name of form.offered.keys()) if (/\.original$/.test(name)) attacked[name] = 'de';
    form.set(attacked);
    // As it comes back, with what is missing, it is harmless, too.
    const answer = await form.send();
    assert.ok([303, 422].includes(answer.status), `${kind}: ${answer.status}`);
    if (answer.status === 422) assertHarmless(answer.text, `the form of a new ${kind}`);
    for (const [name, value] of Object.entries(attacked)) if (answer.form && !name.endsWith('.original')) assert.equal(answer.form.get(name), value, `${kind}: ${name} comes back as typed`);
    made.push(kind);
  }
  assert.equal(made.length, 11);
  const texts = { 'title.de': attack, 'summary.de': attack, 'body.de': markdownAttack };
  const id = await editor.make('activity', { ...meeting, ...texts });
  await editor.save('activity', id, { 'title.de': `${attack} zwei`, 'body.de': `${markdownAttack}\n\nzwei` });
  await publisher.publish('activity', id);
  const person_ = await editor.make('person', { given_name: attack.slice(0, 60), family_name: attack.slice(-60) });
  const source = await editor.make('source', { 'title.de': attack, url: `https://evil.example/?"onload='x'&<script>` .replace(/["<>]/g, encodeURIComponent) });
  const place = await editor.make('place', { 'name.de': attack, country: 'DE' });
  const picture_ = saved(await image({ ...png, name: `"><script>window.canary=1<&'.png` }, { 'alt.de': attack, 'caption.de': attack, credit: attack.slice(0, 100), licence: attack.slice(0, 60) })).id;
  for (const language of ['de', 'pl', 'en'])
    for (const [kind, one] of [['activity', id], ['person', person_], ['source', source], ['place', place], ['image', picture_]]) {
      const there = recordAt(language);
      for (const path of [there.record(kind, one), there.edit(kind, one), there.history(kind, one), there.list(kind), `${there.list(kind)}?q=${encodeURIComponent(attack.slice(0, 40))}`]) {
        const answer = await publisher.visitor.get(path);
        assert.equal(answer.status, 200, path);
        assertHarmless(answer.text, path);
      }
    }
  const address = (await publisher.get(at.record('activity', id))).page.all('a').find((link) => link.text === 'Auf dem Portal ansehen').get('href');
  for (const path of [address, '/de/', '/de/chronik', '/de/suche?q=canary']) assertHarmless((await site.get(path)).text, path);
  const collision = await publisher.open('activity', id);
  await publisher.save('activity', id, { 'title.de': `${attack} drei` });
  const answer = await collision.set({ 'title.de': `${attack} vier` }).send();
  assert.equal(answer.status, 409);
  assertHarmless(answer.text, 'a collision');
  assert.ok(answer.page.text.includes('drei') && answer.page.text.includes('vier'));
});

test('what is typed into the address and fields of a page is not echoed as markup', async () => {
  const evil = encodeURIComponent('"><script>alert(1)</script><img src=x onerror=alert(1)>');
  for (const path of [`${at.made('activity')}?name=${evil}`, `${at.list('place')}?q=${evil}`, `${at.list('place')}?page=${evil}`, `${at.all}?done=${evil}`])
    assertHarmless((await editor.visitor.get(path)).text, path);
  for (const name of ['date', 'places[0]', 'places[0].id', 'places[0].chosen', 'series', 'edition', 'version', 'draft_for', 'title.original', 'title.visible_to', 'fields.x', 'organisations[0].id', 'kind', 'choice:title']) {
    const form = (await editor.open('activity')).set(meeting);
    form.values.set(name, '"><script>alert(1)</script>');
    const answer = await form.send();
    assert.ok(answer.status < 500, `${name}: ${answer.status}`);
    assertHarmless(answer.text, name);
  }
});

test('addresses of other schemes are refused', async () => {
  for (const url of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example/', 'file:///etc/passwd', 'https:evil', 'https://', 'http://a b/', 'https://a.example/\u0000'])
    await refused(url, async () => (await editor.open('source')).set({ 'title.de': 'Quelle', url }).send());
});

test('SQL is words', async () => {
  const words = `'; DROP TABLE activities; -- " OR 1=1 %_\\`;
  const before = sql(database, 'SELECT count(*) FROM activities');
  const id = await editor.make('activity', { ...meeting, 'title.de': words });
  assert.equal((await editor.open('activity', id)).get('title.de'), words);
  for (const field of ['places[0]', 'series', 'places[0].chosen', 'places[0].id', 'version', 'status', 'kind']) {
    const form = (await editor.open('activity', id));
    form.values.set(field, words);
    assert.ok((await form.send()).status < 500, field);
  }
  for (const query of [words, '%', '_', "' OR '1'='1", '*', '"a" NEAR "b"', '\u0000'])
    assert.ok((await editor.visitor.get(`${at.list('activity')}?q=${encodeURIComponent(query)}`)).status < 500, query);
  assert.equal(Number(sql(database, 'SELECT count(*) FROM activities')), Number(before) + 1);
});

const zip = (entries) => {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, size] of entries) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(size, 18);
    head.writeUInt32LE(0xffffffff, 22);
    head.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt32LE(size, 20);
    central.writeUInt32LE(0xffffffff, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), Buffer.alloc(size));
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + size;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
};

/** A PNG that says it has 60000 × 60000 pixels. */
function pixelBomb() {
  const bytes = Buffer.from(picture('bomb'));
  bytes.writeUInt32BE(60000, 16);
  bytes.writeUInt32BE(60000, 20);
  return bytes;
}

test('files that are not what they should be are refused, whatever they are called', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const html = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
  for (const [what, bytes] of [['SVG', svg], ['HTML', html], ['nothing', Buffer.alloc(0)], ['a pixel bomb', pixelBomb()], ['half a picture', picture('half').subarray(0, 60)],
    ['GIF and HTML', Buffer.concat([Buffer.from('GIF89a/*'), html])], ['PDF', pdf], ['a program', Buffer.from('7f454c46020101', 'hex')], ['zeros', Buffer.alloc(100_000)],
    ['a compressed bomb', deflateSync(Buffer.alloc(10_000_000))], ['BMP', Buffer.from(`BM${'\0'.repeat(100)}`)], ['XML bomb', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>')]])
    for (const name of ['bild.png', 'bild.jpg', 'bild.svg']) await refused(`${what} as ${name}`, () => image({ name, type: 'image/png', bytes }), 422);
  for (const [what, bytes] of [['HTML', html], ['SVG', svg], ['a picture', picture('x')], ['half a PDF', pdf.subarray(0, 50)], ['PDF behind HTML', Buffer.concat([html, pdf])], ['a zip bomb', zip([['a.txt', 10]])],
    ['a zip with macros', zip([['[Content_Types].xml', 10], ['word/document.xml', 10], ['word/vbaProject.bin', 10]])], ['a zip out of its folder', zip([['../../etc/passwd', 10]])], ['a program', Buffer.from('MZ\x90\0')]])
    for (const name of ['datei.pdf', 'datei.docx', 'datei.odt']) await refused(`${what} as ${name}`, () => document({ name, type: 'application/pdf', bytes }), 422);
});

test('a file that is two things at once is served as the one it was taken for, and carried out as none', async () => {
  const bytes = Buffer.concat([picture('poly'), Buffer.from('<script>alert(1)</script>')]);
  const answer = await image({ name: 'poly.html', type: 'text/html', bytes });
  assert.ok([303, 422].includes(answer.status));
  if (answer.status === 422) return;
  const { id } = saved(answer);
  await publisher.publish('image', id);
  const [path] = /\/media\/[0-9a-f]{64}\/[^"\\]+/.exec((await site.get(`/api/v1/images/${id}`)).text);
  const file = await site.get(path);
  assert.equal(file.status, 200);
  assert.match(file.headers['content-type'], /^image\/(png|jpeg|webp|avif)$/);
  assert.equal(file.headers['x-content-type-options'], 'nosniff');
});

test('names of files are names: no folders, no control characters, nothing that a header or page would carry out', async () => {
  for (const name of ['../../../etc/passwd.png', '..\\..\\windows\\system.png', '/etc/shadow.png', 'a\u202egnp.exe.png', '.png', '..', '.', 'CON.png', 'x'.repeat(240) + '.png', '"><script>alert(1)<.png',
    'a;filename="b.exe".png', 'a\r\nX-Evil: 1.png', 'ź ü 中 😀.png', '%2e%2e%2fpasswd.png', 'a\u0000.png', 'file:///x.png']) {
    const answer = await image({ ...png, bytes: picture(name), name });
    assert.ok([303, 400, 422].includes(answer.status), `${JSON.stringify(name)}: ${answer.status}`);
    if (answer.status !== 303) continue;
    const { id } = saved(answer);
    await publisher.publish('image', id);
    const record = await site.get(`/api/v1/images/${id}`);
    const [path] = /\/media\/[0-9a-f]{64}\/[^"\\]+/.exec(record.text);
    assert.match(path, /^\/media\/[0-9a-f]{64}\/[A-Za-z0-9._~%-]+$/, name);
    assert.doesNotMatch(decodeURIComponent(path.split('/')[3]), /[/\\\u0000-\u001f]|^\.\.?$/, name);
    const file = await site.get(path);
    assert.equal(file.status, 200, path);
    assert.equal(file.headers['x-evil'], undefined);
    assertHarmless((await publisher.get(at.edit('image', id))).text, name);
  }
});

for (const [what, fileOf] of [
  ['made up', () => `${'0'.repeat(64)}/a.png`], ['missing', () => 'a.png'], ['too short', () => 'abc/a.png'], ['in capitals', (hash) => `${hash.toUpperCase()}/a.png`],
  ['that of a document', () => `${sql(database, 'SELECT file_hash FROM documents LIMIT 1')}/a.png`], ['a path', () => '../../../etc/passwd'], ['empty', () => '/a.png'], ['SQL', () => `' OR 1=1 --/a.png`],
])
  test(`a picture that is only named, by a hash that is ${what}, is refused`, async () => {
    const id = saved(await image(png)).id;
    const [hash] = (await editor.open('image', id)).get('file').split('/');
    for (const of of [undefined, id])
      await refused(of ? 'changed' : 'new', async () => {
        const form = (await editor.open('image', of)).set({ 'alt.de': 'Bild', credit: '© RVR' });
        form.values.set('file', fileOf(hash));
        return form.send();
      }, 422);
  });

for (const name of ['../../../escaped.png', '..\\..\\x.png', 'a/b.png', '..', '.', '', 'a\r\nb.png', `${'x'.repeat(3000)}.png`])
  test(`a file that is only named, ${JSON.stringify(name.slice(0, 20))}, is refused or gets a name that is one, and is exported into its folder`, async () => {
    const id = saved(await image({ ...png, bytes: picture(name) })).id;
    const form = await editor.open('image', id);
    form.values.set('file', `${form.get('file').split('/')[0]}/${name}`);
    const answer = await form.send();
    assert.ok(answer.status < 500, String(answer.status));
    const stored = sql(database, `SELECT file_name FROM images WHERE id = '${id}'`);
    const folder = join(temporaryFolder(), 'below', 'that');
    mkdirSync(folder, { recursive: true });
    const { code, all } = await run(['export', join(folder, 'export'), '--database', database]);
    const outside = readdirSync(join(folder, '..', '..'), { recursive: true }).filter((each) => !/^below(\/that(\/export[^]*)?)?$/.test(each));
    // So that the next export does not fail for this one.
    const again = await editor.open('image', id);
    again.values.set('file', `${again.get('file').split('/')[0]}/harmless-${id}.png`);
    await again.send();
    assert.deepEqual({ code, outside }, { code: 0, outside: [] }, all);
    assert.match(stored, /^[^/\\\r\n]{1,255}$/);
    assert.doesNotMatch(stored, /^\.*$/);
  });

test('pictures and documents that are sent again are kept when something else is wrong', async () => {
  const first = await image(png, { 'alt.de': '' });
  assert.equal(first.status, 422);
  assert.match(first.form.get('file'), /^[0-9a-f]{64}\/bild\.png$/);
  first.form.files.clear();
  const { id } = saved(await first.form.set({ 'alt.de': 'Nun doch' }).send());
  assert.match((await editor.open('image', id)).get('file'), /bild\.png$/);
});

test('absurd names of fields are refused or without effect', async () => {
  const id = await editor.make('activity', meeting);
  const before = await everything(database);
  for (const name of ['participants[999999].id', 'participants[18446744073709551615].id', 'participants[-1].id', 'participants[0]', 'participants[0].participants[0].id', 'outcomes[0][0][0].id', 'a[b]', '[', ']', '[]', '.', '..', '...',
    'title', 'title.', 'title.de.de', 'title.original.original', '__proto__', 'constructor', 'id', 'key', 'slugs.de', 'visible_to', 'visible_to.organisation', 'title.visible_to', 'fields.', 'fields.x', 'fields.0', 'partnerships.x',
    'partnerships.00000000-0000-7000-8000-000000000000', 'choice:', 'choice:title/de', 'choice:participants', 'file', 'file.upload', 'x'.repeat(250), 'ä', '\ud83d\ude00', 'a b', 'date ', 'Date', 'do', '😀[0].id']) {
    const form = await editor.open('activity', id);
    form.values.set(name, 'x');
    const answer = await form.send();
    assert.ok(answer.status < 500, `${name}: ${answer.status}`);
    if (answer.status === 303) assert.match(answer.location, /done=unchanged$/, name);
  }
  assert.deepEqual(await everything(database), before);
  for (const button of ['add:', 'add:x', 'add:[', 'add:outcomes[999999].responsible', 'remove:', 'remove:outcomes', 'remove:outcomes[', 'remove:outcomes[0', 'remove:outcomes[-1]', 'remove:outcomes[99999999999999999999]', 'up:outcomes[0]', 'up:outcomes[7]',
    'up:[1]', 'move:x', 'save:', '', ':', 'a'.repeat(5000), `add:${'x['.repeat(1000)}`, 'add:title', 'remove:title[0]', 'add:<script>', 'edit', 'save\n']) {
    const answer = await (await editor.open('activity', id)).send(button);
    assert.ok(answer.status < 500, `${button}: ${answer.status}`);
    assertHarmless(answer.text || '<p></p>', button);
  }
  assert.deepEqual(await everything(database), before);
});

test('thousands of fields, rows and choices are refused or answered in time', async () => {
  const id = await editor.make('activity', meeting);
  for (const [what, fields] of [
    ['fields', Array.from({ length: 6000 }, (_, i) => [`x${i}`, ''])], ['many, not too many', Array.from({ length: 4000 }, (_, i) => [`x${i}`, 'y'])],
    ['rows', Array.from({ length: 4000 }, (_, i) => [`outcomes[${i}].id`, ''])], ['ticks', Array.from({ length: 4000 }, (_, i) => [`fields.${i}`, '1'])],
    ['references', Array.from({ length: 2000 }, (_, i) => [[`places[${i}]`, 'Kattowitz'], [`places[${i}].id`, '']]).flat()], ['unknown names', Array.from({ length: 2000 }, (_, i) => [[`places[${i}]`, `Kattowitzens ${i}`], [`places[${i}].id`, '']]).flat()],
    ['languages', Array.from({ length: 600 }, (_, i) => [`title.${String.fromCharCode(97 + Math.floor(i / 26) % 26)}${String.fromCharCode(97 + (i % 26))}`, 'x'])], ['collisions', Array.from({ length: 4000 }, (_, i) => [`choice:${i}`, 'mine'])],
  ]) {
    const form = await editor.open('activity', id);
    for (const [name, value] of fields) form.values.set(name, value);
    const began = performance.now();
    const answer = await form.send();
    assert.ok(answer.status < 500, `${what}: ${answer.status}`);
    assert.ok(performance.now() - began < 8000, `${what}: ${performance.now() - began} ms`);
    if (answer.status === 303 && what !== 'languages') assert.match(answer.location, /unchanged/, what);
  }
  await everything(database);
  assert.equal((await site.get('/de/')).status, 200);
});

test('huge values are refused with what was typed, not cut', async () => {
  const id = await editor.make('activity', meeting);
  for (const [name, value] of [['title.de', 'x'.repeat(5000)], ['summary.de', 'x'.repeat(20_000)], ['body.de', 'x'.repeat(100_000)], ['date', '8'.repeat(100_000)], ['edition', '9'.repeat(1000)], ['edition', '99999999999999999999']])
    await refused(`${name} of ${value.length}`, async () => (await editor.open('activity', id)).set({ [name]: value }).send());
  await refused('a body of megabytes', async () => (await editor.open('activity', id)).set({ 'body.de': 'x'.repeat(3_000_000) }).send());
  const deep = '['.repeat(50_000);
  const nested = await (await editor.open('activity', id)).set({ 'body.de': `${'> '.repeat(15_000)}x` }).send();
  assert.ok(nested.status < 500);
  assert.ok((await (await editor.open('activity', id)).set({ 'body.de': deep }).send()).status < 500);
  assert.equal((await editor.get(at.record('activity', id))).status, 200);
  assert.equal((await editor.get(at.history('activity', id))).status, 200);
});

test('bytes that are no text are refused', async () => {
  const id = await editor.make('activity', meeting);
  const token = await editor.visitor.formToken('/de/arbeitsbereich/profil');
  for (const bytes of ['%FF', '%C3%28', '%ED%A0%80', '%F8%88%80%80%80', '%C0%AF', '%00', '%1B%5B', '%ZZ', '%']) {
    const body = `form_token=${token}&version=1&do=save&title.de=${bytes}`;
    await refused(bytes, () => editor.visitor.send(at.edit('activity', id), { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }));
  }
  for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded; charset=utf-16', 'multipart/form-data', ''])
    await refused(type, () => editor.visitor.send(at.edit('activity', id), { method: 'POST', body: `form_token=${token}&do=save`, headers: { 'content-type': type } }));
});

test('ids of other kinds, of nothing, and in other writings are not there', async () => {
  const ids = {};
  for (const [kind, key] of [['place', 'essen'], ['organisation', 'rvr'], ['person', 'joerg-kemna'], ['partnership', 'ruhr-gzm']]) ids[kind] = idIn(await shown(database, kind, key));
  for (const [of, id] of Object.entries(ids))
    for (const kind of kinds.filter((each) => each !== of))
      for (const path of [at.record(kind, id), at.edit(kind, id), at.history(kind, id)]) assert.equal((await publisher.visitor.get(path)).status, 404, path);
  for (const id of ['x', '0', '00000000-0000-0000-0000-000000000000', '00000000-0000-7000-8000-000000000000', `${ids.place}x`, `{${ids.place}}`, '%00', '..%2f..', "'", `${ids.place}%20`])
    for (const path of [at.record('place', id), at.edit('place', id), at.history('place', id)]) {
      const { status } = await publisher.visitor.get(path);
      assert.ok([400, 404].includes(status), `${path}: ${status}`);
    }
  // As references.
  for (const name of ['series.id', 'places[0].id', 'series.chosen', 'places[0].chosen', 'sources[0].chosen'])
    for (const id of [ids.organisation, '00000000-0000-0000-0000-000000000000', '00000000-0000-7000-8000-000000000000'])
      await refused(`${name} ${id}`, async () => {
        const form = (await editor.open('activity')).set({ ...meeting, [name.replace(/\.(id|chosen)$/, '')]: 'Gibtesnicht' });
        form.values.set(name, id);
        return form.send();
      }, 422);
  // Rows of another record.
  const mine = await editor.make('activity', meeting);
  const foreign = sql(database, 'SELECT id FROM activity_outcomes LIMIT 1');
  if (foreign) {
    const form = await (await editor.open('activity', mine)).add('outcomes');
    form.values.set('outcomes[0].id', foreign);
    const before = sql(database, `SELECT count(*) FROM activity_outcomes WHERE id = '${foreign}'`);
    const answer = await form.set({ 'outcomes[0].text.de': 'Gestohlen', 'outcomes[0].kind': 'outcome' }).send();
    assert.ok(answer.status < 500, String(answer.status));
    assert.equal(sql(database, `SELECT count(*) FROM activity_outcomes WHERE id = '${foreign}'`), before);
    assert.notEqual(sql(database, `SELECT record_id FROM activity_outcomes WHERE id = '${foreign}'`), mine, 'the row is still that of the other');
  }
});

test('another person’s token, none, or a foreign origin: nothing is saved', async () => {
  const id = await editor.make('activity', meeting);
  const token = await publisher.visitor.formToken('/de/arbeitsbereich/profil');
  for (const value of [token, '', 'x', undefined])
    await refused(`token ${value}`, async () => {
      const form = (await editor.open('activity', id)).set({ 'title.de': 'Fremd' });
      if (value === undefined) form.values.delete('form_token');
      else form.values.set('form_token', value);
      return form.send();
    });
  for (const [header, value] of [['origin', 'https://evil.example'], ['origin', 'null'], ['sec-fetch-site', 'cross-site']]) {
    const form = (await editor.open('activity', id)).set({ 'title.de': 'Fremd' });
    await refused(`${header} ${value}`, () => editor.visitor.send(form.action, { method: 'POST', fields: [...form.values, ['do', 'save']], headers: { [header]: value } }));
  }
  const frames = await editor.visitor.get(at.edit('activity', id));
  assert.match(frames.headers['content-security-policy'], /frame-ancestors 'none'/);
  assert.match(frames.headers['cache-control'], /no-store/);
});

test('fields that are sent twice, and texts sent as files, do not get through', async () => {
  const id = await editor.make('activity', { ...meeting, 'title.de': 'Einmal' });
  const form = await editor.open('activity', id);
  const answer = await editor.visitor.send(form.action, { method: 'POST', fields: [...form.values, ['title.de', 'Zweimal'], ['do', 'save']] });
  assert.ok(answer.status < 500);
  const twice = await editor.visitor.send(form.action, { method: 'POST', fields: [...form.values, ['do', 'save'], ['do', 'edit']] });
  assert.ok(twice.status < 500);
});

test('a name that nobody has, of any length and of any characters, is refused and does not end the server', async () => {
  const alone = await siteWithPeople(); // what ends a server would take the other tests with it
  const by = new Editor(await alone.person('editor'));
  for (const name of ['"', '<b>', '%', '%zz', '\\', '?&#/', '//evil.example', 'ü', '😀', 'a\tb', 'a\nb', '\u202e', "'", '..', 'y'.repeat(255), 'ü'.repeat(1000), 'y'.repeat(2100), 'y'.repeat(10_000), '%'.repeat(100_000), 'y '.repeat(150_000)])
    for (const field of ['places[0]', 'series']) {
      const answer = await (await by.open('activity')).set({ ...meeting, [field]: name }).send().catch((error) => error);
      assert.equal(answer.status, 422, `${JSON.stringify(name.slice(0, 20))}, ${name.length} characters in ${field}: ${answer.message ?? answer.status}`);
      assertHarmless(answer.text, name.slice(0, 20));
    }
});

test('who has not signed in cannot make the server keep a large body', async () => {
  const stranger = new Visitor(site);
  const large = 'x'.repeat(1_000_000);
  const path = at.made('image');
  const refused = await stranger.send(path, { method: 'POST', body: large, headers: { 'content-type': 'multipart/form-data; boundary=b' } });
  assert.equal(refused.status, 413);
  const invented = await stranger.send(path, { method: 'POST', body: large, headers: { 'content-type': 'multipart/form-data; boundary=b', cookie: '__Host-session=' + 'A'.repeat(43) } });
  assert.equal(invented.status, 413);
  const small = await stranger.send(path, { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } });
  assert.equal(small.status, 303);
});

test('the server has failed at nothing of it, and the record is whole', async () => {
  assert.deepEqual(server.log.filter(({ level, event }) => level === 'error' || event === 'failed'), []);
  assert.equal(sql(database, 'PRAGMA integrity_check'), 'ok');
  assert.equal(sql(database, 'PRAGMA foreign_key_check'), '');
});
