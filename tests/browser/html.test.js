// Proves: every page of the sitemap, and the pages for mistakes, are valid HTML for the Nu HTML checker.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { temporaryFolder, write } from '../support/folders.js';
import { hostileRecord } from '../support/hostile.js';
import { databaseOf, demoSite, serve } from '../support/server.js';
import { Editor, recordAt } from '../support/editing.js';
import { Visitor, at, siteWithPeople } from '../support/people.js';
import { Site } from '../support/site.js';
import { importAt, sendTable } from '../support/tables.js';

const checker = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

/**
 * Warnings that are let pass, each with a reason. Everything else that the checker says is an error for us.
 */
const allowed = [];

/** Downloads pages and has them checked in one run; gives the messages, with the path of the page. */
async function check(site, paths) {
  const folder = temporaryFolder();
  const names = new Map();
  for (const path of paths) {
    const name = `${names.size}.html`;
    names.set(name, path);
    write(folder, name, (await site.get(path)).body);
  }
  const child = spawn('java', ['-Xss2m', '-jar', checker, '--format', 'json', '--exit-zero-always', '--skip-non-html', folder]);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  child.stdout.resume();
  const code = await new Promise((done) => child.on('close', done));
  assert.equal(code, 0, said.slice(0, 2000));
  return JSON.parse(said).messages.map(({ type, subType, url, lastLine, lastColumn, message, extract }) => ({
    path: names.get(url?.split('/').at(-1)),
    text: `${subType ?? type}: ${message} at ${lastLine}:${lastColumn}: ${extract?.replace(/\s+/g, ' ')}`,
  }));
}

/** The messages, the same one on many pages told once. */
function grouped(messages) {
  const groups = new Map();
  for (const { path, text } of messages) {
    const key = text.replace(/ at \d+:\d+/, '').replace(/“[^”]*”/g, '“…”').split(': ').slice(0, 2).join(': ');
    if (!groups.has(key)) groups.set(key, { example: `${path} ${text}`, pages: 0 });
    ++groups.get(key).pages;
  }
  return [...groups.values()].map(({ example, pages }) => `${pages} × ${example}`);
}

const refused = (messages) => grouped(messages.filter(({ text }) => !allowed.some((pattern) => pattern.test(text))));

const { site } = await demoSite();

test('every page of the demo record', async () => {
  const paths = (await site.sitemap()).map(({ path }) => path);
  paths.push('/nirgends', '/pl/nirgends', '/de/chronik?kind=festival', '/en/timeline?year=1900', '/pl/kronika?kind=x');
  assert.deepEqual(refused(await check(site, paths)), []);
});

test('every page of a hostile record, and of an empty one', async () => {
  const hostile = await serve(await databaseOf(hostileRecord()));
  try {
    const own = new Site(hostile.url);
    assert.deepEqual(refused(await check(own, (await own.sitemap()).map(({ path }) => path))), []);
  } finally {
    await hostile.stop();
  }
  const empty = await serve(join(temporaryFolder(), 'empty.db'));
  try {
    assert.deepEqual(refused(await check(new Site(empty.url), ['/de/', '/pl/', '/en/', '/de/nirgends'])), []);
  } finally {
    await empty.stop();
  }
});

test('the pages of the workspace, and of signing in, are valid', async () => {
  const { site: workspace, person, ids } = await siteWithPeople();
  const boss = await person('boss');
  const paths = [at.desk, at.profile, at.password, at.secondFactor, at.confirm, at.accounts, at.newAccount, `${at.accounts}/${ids.editor}`, at.events,
    '/pl/panel', '/en/workspace/accounts'];
  const stranger = new Visitor(workspace);
  const editor = await person('editor');
  const pictures = ['/de/arbeitsbereich/akte/bilder', '/de/arbeitsbereich/akte/bilder/hinzufuegen'];
  assert.deepEqual(grouped([...(await check(boss, paths)), ...(await check(editor, pictures)), ...(await check(stranger, [at.signIn, '/de/passwort-festlegen/nothing']))]), []);
});

test('the steps of importing activities are valid', async () => {
  const { person } = await siteWithPeople();
  const editor = new Editor(await person('editor'));
  const table = 'Titel;Datum;Ort;Art\n"<b>Eins</b> & ""zwei""";2019;Essen;\nFalsch;neulich;"Nirgends <i>";Unsinn\n"<b>Eins</b> & ""zwei""";2019;;\n';
  const { location } = await sendTable(editor, table, 'a & "b".csv');
  const columns = await editor.get(location);
  const preview = (await columns.form.send('preview')).location;
  assert.deepEqual(grouped(await check(editor.visitor, [importAt('de').start, location, preview])), []);
  const done = (await (await editor.get(preview)).form.send('import')).location;
  assert.deepEqual(grouped(await check(editor.visitor, [importAt('de').start, done])), []);
});

test('the pages about requests and rules are valid, in three languages', async () => {
  const { person } = await siteWithPeople();
  const editor = new Editor(await person('editor'));
  const publisher = new Editor(await person('publisher'));
  const boss = await person('boss');
  const meeting = { 'title.de': 'Forum', kind: 'forum', status: 'planned', date: '2030', form: 'online' };
  const [asked, open, draft] = [await editor.make('activity', meeting), await editor.make('activity', meeting), await editor.make('activity', meeting)];
  await editor.act(recordAt().record('activity', asked), 'ask', { 'request-note': 'Bitte <b>', 'request-day': '2.3.2099', 'request-time': '10:00' });
  await publisher.publish('activity', open);
  assert.equal((await (await editor.open('activity', open)).set({ 'title.de': 'Ein Forum' }).send('propose')).status, 303);
  const records = ['de', 'pl', 'en'].map((language) => recordAt(language));
  const lists = ['/de/arbeitsbereich/anfragen', '/pl/panel/prosby', '/en/workspace/requests'];
  const seen = (who) => check(who.visitor, [...lists, ...records.flatMap((here) => [here.record('activity', asked), here.record('activity', open), here.record('activity', draft), here.edit('activity', open)])]);
  const rules = await check(boss, ['/de/arbeitsbereich/freigaberegeln', '/pl/panel/zasady-publikacji', '/en/workspace/publishing-rules']);
  const messages = [...(await seen(editor)), ...(await seen(publisher)), ...rules];
  // Which keyboard a phone shows is a kindness where it is known (HTML, 6.8.8).
  assert.deepEqual(grouped(messages.filter(({ text }) => !text.startsWith('warning: The “inputmode” attribute'))), []);
});
