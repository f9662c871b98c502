// Proves: several pictures are sent, described and saved together, without script; a file that is refused does not take
// the others with it; what is saved is in one piece or not at all; the same file is pointed out; nobody sees more by it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { Editor, idIn, problemsOn, recordAt, saved, shown, sql } from '../support/editing.js';
import { temporaryFolder } from '../support/folders.js';
import { demo } from '../support/program.js';
import { siteWithPeople } from '../support/people.js';
import { noise, picture } from '../support/picture.js';
import { loadedBy } from '../support/site.js';

const { site, database, person } = await siteWithPeople();
const editor = new Editor(await person('editor'));
const publisher = new Editor(await person('publisher'));
const at = recordAt();
const path = `${at.list('image')}/hinzufuegen`;
const meeting = { 'title.de': 'Ein Treffen', kind: 'forum', status: 'planned', date: '2030', form: 'online' };
const file = (name, bytes = picture(name)) => ({ name, type: 'image/png', bytes });
const count = (table) => Number(sql(database, `SELECT count(*) FROM ${table}`));
const last = () => sql(database, 'SELECT max(sequence) FROM journal');

/** The page after these files were sent. */
async function sent(files, by = editor, query = '') {
  const answer = await by.get(path + query);
  assert.equal(answer.status, 200);
  return answer.form.choose('files', files).send('look');
}

/** A picture whose file says whom it is owed to. */
function credited(credit) {
  const name = join(temporaryFolder(), 'photo.webp');
  writeFileSync(name, readFileSync(join(demo, 'images/tram.webp')));
  execFileSync('exiftool', ['-q', '-overwrite_original', `-XMP-photoshop:Credit=${credit}`, name]);
  return { name: 'photo.webp', type: 'image/webp', bytes: readFileSync(name) };
}

test('pictures of an activity: sent, described, saved at once, in their order, behind those that are there', async () => {
  const activity = await editor.make('activity', meeting);
  const button = (await editor.get(at.record('activity', activity))).page.all('a').find((link) => link.text === 'Bilder hinzufügen');
  assert.equal(button.get('href'), `${path}?activity=${activity}`);
  for (const [names, total] of [[['one', 'two'], 2], [['three'], 3]]) {
    const { form, status, page } = await sent(names.map((name) => file(`${name}.png`)), editor, `?activity=${activity}`);
    assert.equal(status, 200);
    assert.match(page.text, /Ein Treffen/);
    for (const [number, name] of names.entries()) form.set({ [`pictures[${number}].alt.de`]: `Bild ${name}`, [`pictures[${number}].alt.pl`]: `Zdjęcie ${name}`, [`pictures[${number}].credit`]: `© ${name}` });
    const before = Number(last());
    const answer = await form.send('save');
    assert.equal(answer.status, 303, problemsOn(answer).join('\n'));
    assert.equal(answer.location, `${at.record('activity', activity)}?done=pictures_added`);
    assert.equal(Number(last()), before + names.length + 1, 'an entry of the journal for each picture and one for the activity');
    assert.equal(sql(database, `SELECT count(*) FROM activity_images WHERE owner_id = '${activity}'`), String(total));
  }
  const credits = sql(database, `SELECT i.credit FROM activity_images a JOIN images i ON i.id = a.target_id WHERE a.owner_id = '${activity}' ORDER BY a.position`);
  assert.equal(credits, '© one\n© two\n© three');
  const { page } = await editor.get(`${at.record('activity', activity)}?done=pictures_added`);
  assert.match(page.text, /Die Bilder sind gespeichert/);
  assert.ok(loadedBy(page).filter((address) => /\/bilder\/[0-9a-f-]{36}\/datei/.test(address)).length >= 3);
  const image = sql(database, `SELECT target_id FROM activity_images WHERE owner_id = '${activity}' LIMIT 1`);
  assert.equal((await site.get(`/api/v1/images/${image}`)).status, 404, 'a draft is not public');
});

test('a file that is refused is named, and does not take the others with it', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const pages = Buffer.concat([Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), picture('x')]);
  const answer = await sent([file('good.png'), file('drawing.svg', svg), file('page.png', pages), file('empty.png', Buffer.alloc(0)), file('half.png', picture('half').subarray(0, 60)), file('also-good.png')]);
  assert.equal(answer.status, 422);
  const problems = problemsOn(answer);
  assert.equal(problems.length, 4);
  for (const [index, name] of ['drawing.svg', 'page.png', 'empty.png', 'half.png'].entries()) assert.ok(problems[index].startsWith(`${name}: `), problems[index]);
  assert.deepEqual([...answer.form.values.keys()].filter((name) => name.endsWith('.file')), ['pictures[0].file', 'pictures[1].file']);
  const taken = await answer.form.set({ 'pictures[0].alt.de': 'Gut', 'pictures[1].alt.de': 'Auch gut', 'pictures[0].credit': '© A', 'pictures[1].credit': '© B' }).send('save');
  assert.equal(taken.status, 303, problemsOn(taken).join('\n'));
  assert.equal(taken.location, `${at.list('image')}?done=pictures_added`);
});

test('a picture of more pixels than are allowed is refused before it is unpacked', async () => {
  const bytes = Buffer.from(picture('bomb'));
  bytes.writeUInt32BE(30_000, 16);
  bytes.writeUInt32BE(30_000, 20);
  const crc = (part) => { let all = 0xffffffff; for (const byte of part) { all ^= byte; for (let bit = 0; bit < 8; bit += 1) all = all & 1 ? (all >>> 1) ^ 0xedb88320 : all >>> 1; } return ~all >>> 0; };
  bytes.writeUInt32BE(crc(bytes.subarray(12, 29)), 29);
  const answer = await sent([file('bomb.png', bytes), file('zeros.png', deflateSync(Buffer.alloc(10_000_000)))]);
  assert.equal(answer.status, 422);
  assert.match(problemsOn(answer)[0], /bomb\.png: .*30\D?000.*100 Megapixel/);
  assert.equal(problemsOn(answer).length, 2);
});

test('what is missing is asked for at its picture, nothing is saved, and what was typed stays', async () => {
  const { form } = await sent([file('first.png'), file('second.png')]);
  const before = [last(), count('images')];
  const answer = await form.set({ 'pictures[0].alt.de': 'Ein Boot', 'pictures[0].credit': '© Boot' }).send('save');
  assert.equal(answer.status, 422);
  assert.deepEqual([last(), count('images')], before);
  const problems = problemsOn(answer);
  assert.ok(problems.length >= 2 && problems.every((words) => words.startsWith('Bild 2, ')), problems.join('\n'));
  const ids = new Set(answer.page.all('*').map((each) => each.get('id')));
  for (const link of answer.page.withClass('kern-alert--danger')[0].all('a')) assert.ok(ids.has(link.get('href').slice(1)), link.get('href'));
  assert.equal(answer.form.get('pictures[0].alt.de'), 'Ein Boot');
  // The second is left out; the numbers of the others stay.
  const less = await answer.form.send('remove:pictures[0]');
  assert.equal(less.status, 200);
  assert.equal(less.form.get('pictures[0].file'), undefined);
  const done = await less.form.set({ 'pictures[1].alt.pl': 'Łódź', 'pictures[1].credit': '© Łódź' }).send('save');
  const { id } = saved(done);
  assert.match(sql(database, `SELECT group_concat(language || ':' || body) FROM texts WHERE record_id = '${id}'`), /pl:Łódź/, 'who writes in one language only writes the original');
});

test('the credit is taken from the file, and what is not there is asked for', async () => {
  const { form } = await sent([credited('© Hafen / Foto Müller'), file('without.png')]);
  assert.equal(form.get('pictures[0].credit'), '© Hafen / Foto Müller');
  assert.equal(form.get('pictures[1].credit'), '');
});

test('more files can be sent to those that are there, and files that were chosen are never lost', async () => {
  const first = await sent([file('a.png')]);
  first.form.set({ 'pictures[0].alt.de': 'Ein A' }).choose('files', [file('b.png')]);
  const second = await first.form.send('save');
  assert.equal(second.status, 200, 'described first');
  assert.equal(second.form.get('pictures[0].alt.de'), 'Ein A');
  assert.ok(second.form.get('pictures[1].file').endsWith('/b.png'));
  const none = await (await editor.get(path)).form.send('save');
  assert.equal(none.status, 422);
  assert.match(problemsOn(none)[0], /mindestens eine/);
});

test('a file that is in the record already is pointed out, not refused, and only to who sees it', async () => {
  const bytes = noise();
  const first = await sent([file('same.png', bytes)]);
  assert.equal(first.page.withClass('same-pictures').length, 0);
  const { id } = saved(await first.form.set({ 'pictures[0].alt.de': 'Das erste', 'pictures[0].credit': '© A' }).send('save'));
  const again = await sent([file('same-again.png', bytes)]);
  assert.equal(again.status, 200);
  const [notice] = again.page.withClass('same-pictures');
  assert.equal(notice.all('a')[0].get('href'), at.record('image', id));
  const second = saved(await again.form.set({ 'pictures[0].alt.de': 'Das zweite', 'pictures[0].credit': '© A' }).send('save'));
  assert.match((await editor.get(at.record('image', second.id))).page.withClass('same-pictures')[0].text, /Das erste/);
  // Who may not see the first is not told that it is there.
  sql(database, 'SELECT 1');
  const { addUser, setPassword, Visitor } = await import('../support/people.js');
  await setPassword(site, (await addUser(database, 'maciej-biskupski', 'gzm', 'm@gzm.example', ['editor'])).link);
  const foreign = new Editor(new Visitor(site));
  assert.equal((await foreign.visitor.signIn('m@gzm.example')).status, 303);
  const elsewhere = await sent([file('same.png', bytes)], foreign);
  assert.equal(elsewhere.status, 200);
  assert.equal(elsewhere.page.withClass('same-pictures').length, 0);
  assert.doesNotMatch(elsewhere.text, /Das erste/);
  // Nor can they put pictures into what they do not see.
  const hidden = await editor.make('activity', { ...meeting, 'title.de': 'Verborgen' });
  const foreignPage = await foreign.get(`${path}?activity=${hidden}`);
  assert.equal(foreignPage.status, 404);
  const stolen = elsewhere.form.set({ 'pictures[0].alt.de': 'X', 'pictures[0].credit': '© X' });
  stolen.values.set('activity', hidden);
  assert.equal((await stolen.send('save')).status, 404);
});

test('the picture is shown while it is described, to who has sent it and to nobody else', async () => {
  const { page } = await sent([file('seen.png')]);
  const [address] = loadedBy(page).filter((each) => each.includes('proof='));
  const answer = await editor.visitor.get(address.replaceAll('&amp;', '&'));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'image/jpeg');
  assert.match(answer.headers['cache-control'], /no-store/);
  assert.equal((await publisher.visitor.get(address.replaceAll('&amp;', '&'))).status, 404, 'of another session');
  assert.equal((await editor.visitor.get(address.replace(/proof=.{4}/, 'proof=0000'))).status, 404);
  const foreign = sql(database, 'SELECT file_hash FROM images LIMIT 1');
  assert.equal((await editor.visitor.get(address.replaceAll('&amp;', '&').replace(/file=[0-9a-f]+/, `file=${foreign}`))).status, 404);
});

test('fifty pictures at once, and no more; strange names of fields are no pictures', async () => {
  const { form, status, page } = await sent(Array.from({ length: 51 }, (_, number) => file(`${number}.png`)));
  assert.equal(status, 422);
  assert.match(page.withClass('kern-alert--danger')[0].text, /50\.png: Mehr als 50 Bilder/);
  assert.equal([...form.values.keys()].filter((name) => name.endsWith('.file')).length, 50);
  const { form: small } = await sent([file('small.png')]);
  for (const name of ['pictures[99999].file', 'pictures[-1].file', 'pictures[x].file', 'pictures[1.file', 'pictures[].file', 'pictures[1]file']) small.values.set(name, 'x');
  const answer = await small.set({ 'pictures[0].alt.de': 'Klein', 'pictures[0].credit': '© K' }).send('save');
  assert.equal(answer.status, 303);
});

test('what refers to no file, to one that nobody has sent, or to an activity that only publishers may change is refused', async () => {
  const before = [last(), count('images')];
  for (const value of ['', 'x', `${'0'.repeat(64)}/a.png`]) {
    const { form } = await sent([file('given.png')]);
    form.values.set('pictures[0].file', value);
    const answer = await form.set({ 'pictures[0].alt.de': 'Ein Bild', 'pictures[0].credit': '© A' }).send('save');
    assert.equal(answer.status, 422, value);
  }
  const open = idIn(await shown(database, 'activity', 'createyourope-2021'));
  assert.equal((await editor.get(`${path}?activity=${open}`)).status, 403);
  assert.equal((await publisher.get(`${path}?activity=${open}`)).status, 200);
  assert.equal((await editor.get(`${path}?activity=nonsense`)).status, 404);
  assert.deepEqual([last(), count('images')], before);
});
