// Proves: what is wrong with a record folder is refused with file, line, column, path, what was found and what is
// allowed, all of it at once, in three languages; and the database is left as it was.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { bytesOf, copyOf, edit, temporaryFolder, write } from '../support/folders.js';
import { exit, json, run } from '../support/program.js';
import { exported, imported, problemsOf, small, smallWith } from '../support/record.js';

/** Line and column (from 1, in characters) of the first place where a piece of text stands in a file. */
function place(folder, name, piece) {
  const text = readFileSync(join(folder, name), 'utf8');
  const at = text.indexOf(piece);
  assert.ok(at >= 0, `${piece} stands in ${name}`);
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: [...lines.at(-1)].length + 1 };
}

/** The one problem of a folder. */
async function onlyProblem(folder) {
  const problems = await problemsOf(folder);
  assert.equal(problems.length, 1, JSON.stringify(problems, null, 1));
  return problems[0];
}

function assertNames(problem, ...words) {
  for (const word of words) assert.ok(problem.message.includes(word), `"${word}" in: ${problem.message}`);
}

test('an unknown field: where, which, and what is allowed', async () => {
  const folder = smallWith('activities.yaml', '    edition: 1\n', '    editon: 1\n');
  const problem = await onlyProblem(folder);
  assert.equal(problem.file, 'activities.yaml');
  assert.equal(problem.path, 'activities[0].editon');
  assert.deepEqual({ line: problem.line, column: problem.column }, place(folder, 'activities.yaml', 'editon'));
  assertNames(problem, 'editon', 'edition', 'title', 'series', 'outcomes');
});

test('an unknown list of records', async () => {
  const problem = await onlyProblem(smallWith('partners.yaml', 'people:', 'persons:\n  - key: x\npeople:'));
  assert.equal(problem.path, 'persons');
  assertNames(problem, 'persons', 'people', 'organisations');
});

test('a field that is required and missing', async () => {
  const problem = await onlyProblem(smallWith('library.yaml', '    file: images/square.png\n', ''));
  assert.equal(problem.path, 'images[0]');
  assert.ok(problem.line > 0);
  assertNames(problem, 'file');
});

test('a picture of which neither the record nor the file says whom it is owed to', async () => {
  const problem = await onlyProblem(smallWith('library.yaml', '    credit: © Two Banks / Jo Doe\n', ''));
  assert.equal(problem.path, 'images[0].credit');
  assert.ok(problem.line > 0);
  assertNames(problem, 'credit', 'images/square.png');
});

test('a value that is none of those allowed', async () => {
  const problem = await onlyProblem(smallWith('activities.yaml', 'status: cancelled', 'status: canceled'));
  assert.equal(problem.path, 'activities[2].status');
  assertNames(problem, 'canceled', 'cancelled', 'postponed', 'idea');
});

test('a reference to nothing', async () => {
  const folder = smallWith('activities.yaml', 'partnerships: [two-banks]\n    title: {pl: Sem', 'partnerships: [two-bans]\n    title: {pl: Sem');
  const problem = await onlyProblem(folder);
  assert.equal(problem.path, 'activities[2].partnerships[0]');
  assert.deepEqual({ line: problem.line, column: problem.column }, place(folder, 'activities.yaml', 'two-bans]'));
  assertNames(problem, 'two-bans', 'partnerships');
});

for (const date of ['2022-13-10', '2022-02-30', '10.03.2022', 'soon', '2022-03-11/2022-03-10', '2022-25'])
  test(`a date that is none: ${date}`, async () => {
    const problem = await onlyProblem(smallWith('activities.yaml', '"2022-03-10"', `"${date}"`));
    assert.equal(problem.path, 'activities[2].date');
    assertNames(problem, date);
  });

test('held is not in the future', async () => {
  const problem = await onlyProblem(smallWith('activities.yaml', 'status: announced', 'status: held'));
  assert.match(problem.path, /^activities\[3\]\.(date|status)$/);
});

test('the same key twice in a mapping', async () => {
  const folder = smallWith('activities.yaml', '    date: "2022-03-10"\n', '    date: "2022-03-10"\n    date: "2022-03-11"\n');
  const problem = await onlyProblem(folder);
  assertNames(problem, 'date');
  assert.equal(problem.line, place(folder, 'activities.yaml', 'date: "2022-03-11"').line);
});

test('the same key for two records, also in two files', async () => {
  const within = await onlyProblem(smallWith('activities.yaml', 'key: second-river-day', 'key: first-river-day'));
  assert.equal(within.path, 'activities[1].key');
  assertNames(within, 'first-river-day');
  const across = await onlyProblem(
    smallWith('record.yaml', 'places:', 'organisations:\n  - {key: ufer, kind: other, name: {de: X}}\nplaces:'),
  );
  assertNames(across, 'ufer');
});

const wrongValues = [
  ['an address that is no web address', 'record.yaml', 'https://ufer.example/minutes', 'javascript:alert(1)', 'sources[0].url'],
  ['an address with spaces', 'record.yaml', 'https://ufer.example/minutes', '"https://ufer.example/a b"', 'sources[0].url'],
  ['an e-mail address', 'partners.yaml', 'ada@brzeg.example', 'ada@@brzeg', 'partnerships[0].contacts[0].email'],
  ['a country', 'partners.yaml', 'country: PL', 'country: Poland', 'organisations[0].country'],
  ['a language', 'record.yaml', 'languages: [pl, en, de]', 'languages: [pl, english]', 'sites[0].languages[1]'],
  ['a language without an interface', 'record.yaml', 'languages: [pl, en, de]', 'languages: [pl, fr]', 'sites[0].languages[1]'],
  ['a number', 'partners.yaml', 'number: 36110', 'number: many', 'organisations[0].facts[0].number'],
  ['a language of a text', 'activities.yaml', '{pl: Seminarium o powodziach,', '{polski: Seminarium o powodziach,', 'activities[2].title.polski'],
  ['a text of nothing', 'activities.yaml', 'pl: Seminarium o powodziach', 'pl: "  "', 'activities[2].title.pl'],
  ['a text without languages', 'activities.yaml', '{pl: Seminarium o powodziach, de: Hochwasserseminar, en: Flood seminar}', 'Flood seminar', 'activities[2].title'],
  ['a list where a value belongs', 'activities.yaml', 'status: cancelled', 'status: [cancelled]', 'activities[2].status'],
  ['a value where a list belongs', 'activities.yaml', 'partnerships: [two-banks]\n    title: {pl: Sem', 'partnerships: two-banks\n    title: {pl: Sem', 'activities[2].partnerships'],
  ['an organisation that is its own parent', 'partners.yaml', 'short_name: UFE', 'short_name: UFE\n    parent: ufer', 'organisations[1].parent'],
  ['an id that is none', 'activities.yaml', '  - key: flood-seminar', '  - id: 42\n    key: flood-seminar', 'activities[2].id'],
  ['a key with spaces', 'activities.yaml', 'key: flood-seminar', 'key: Flood Seminar', 'activities[2].key'],
  ['another format', 'record.yaml', 'interregio-record/1', 'interregio-record/2', 'format'],
];
for (const [what, file, from, to, path] of wrongValues)
  test(`what is wrong is named with its path: ${what}`, async () => {
    const problem = await onlyProblem(smallWith(file, from, to));
    assert.equal(problem.file, file);
    assert.equal(problem.path, path);
    assert.ok(problem.line > 0 && problem.column > 0);
    assert.ok(problem.message.length > 10);
    assert.match(problem.key, /^refusal\./);
  });

test('wrong UTF-8: line and column of the wrong byte', async () => {
  const folder = copyOf(small);
  const file = join(folder, 'library.yaml');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('Jo Doe');
  bytes[at] = 0xff;
  writeFileSync(file, bytes);
  const problem = await onlyProblemOf(folder, 'library.yaml');
  const { line, column } = place(small, 'library.yaml', 'Jo Doe');
  assert.deepEqual({ file: problem.file, line: problem.line, column: problem.column }, { file: 'library.yaml', line, column });
  assertNames(problem, 'UTF-8');
});

test('Latin-1 and UTF-16 files', async () => {
  const folder = copyOf(small);
  writeFileSync(join(folder, 'library.yaml'), readFileSync(join(small, 'library.yaml'), 'utf8'), 'latin1');
  assertNames(await onlyProblemOf(folder, 'library.yaml'), 'UTF-8');
  writeFileSync(join(folder, 'library.yaml'), '\ufeff' + readFileSync(join(small, 'library.yaml'), 'utf8'), 'utf16le');
  assertNames(await onlyProblemOf(folder, 'library.yaml'), 'UTF-8');
});

/** The one problem of that file; others may follow from it. */
async function onlyProblemOf(folder, file) {
  const problems = (await problemsOf(folder)).filter((problem) => problem.file === file && problem.key.startsWith('refusal.yaml'));
  assert.equal(problems.length, 1);
  return problems[0];
}

test('broken YAML: where it breaks', async () => {
  const problem = await onlyProblemOf(smallWith('library.yaml', 'images:', 'images: ['), 'library.yaml');
  assert.ok(problem.line > 0);
});

test('a file that cannot be read is the only problem: what refers to its records is not called wrong', async () => {
  const problem = await onlyProblem(smallWith('library.yaml', 'images:', 'images: ['));
  assert.equal(problem.file, 'library.yaml');
});

test('an alias bomb is refused at once', async () => {
  let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
  for (let i = 1; i < 30; ++i) bomb += `a${i}: &a${i} [${Array(10).fill(`*a${i - 1}`).join(', ')}]\n`;
  const folder = copyOf(small);
  write(folder, 'library.yaml', bomb);
  const started = Date.now();
  const problem = (await problemsOf(folder)).find(({ file, line }) => file === 'library.yaml' && line > 0);
  assert.ok(Date.now() - started < 5000);
  assert.equal(problem.line, 1);
  assertNames(problem, '&a0');
});

test('a tower of brackets is refused', async () => {
  const folder = copyOf(small);
  write(folder, 'library.yaml', `images: ${'['.repeat(100_000)}`);
  const problem = (await problemsOf(folder)).find(({ file, line }) => file === 'library.yaml' && line > 0);
  assert.match(problem.key, /too_deep/);
});

test('a file of 2 GB is refused without being read, as text, picture and document', async () => {
  for (const [name, named] of [
    ['library.yaml', 'library.yaml'],
    ['images/square.png', 'images/square.png'],
    ['documents/charter.pdf', 'documents/charter.pdf'],
  ]) {
    const folder = copyOf(small);
    truncateSync(join(folder, name), 2 ** 31);
    const started = Date.now();
    const problems = await problemsOf(folder);
    assert.ok(Date.now() - started < 5000, name);
    const problem = problems.find(({ message }) => message.includes(named));
    assert.ok(problem, JSON.stringify(problems));
    assert.match(problem.key, /too_large/);
    assert.ok(problem.line > 0, 'where the file is named');
    assert.match(problem.message, /\d/);
  }
});

const outside = join(temporaryFolder(), 'secret');
mkdirSync(outside);
write(outside, 'secret.yaml', 'places: []\n');
write(outside, 'square.png', readFileSync(join(small, 'images/square.png')));

for (const path of [`../${outside.split('/').at(-1)}/square.png`, '../../../../../../etc/passwd', `${outside}/square.png`, 'images/../../x.png'])
  test(`a picture outside of the folder is refused: ${path.startsWith('/') ? 'an absolute path' : path.replace(/interregio-test-\w+/, '')}`, async () => {
    const problem = await onlyProblem(smallWith('library.yaml', 'images/square.png', path));
    assert.equal(problem.path, 'images[0].file');
    assert.match(problem.key, /outside/);
    assertNames(problem, path);
  });

for (const path of ['../secret/secret.yaml', `${outside}/secret.yaml`, '/etc/passwd'])
  test(`a file of the record outside of the folder is refused: ${path.split('/').at(-1)} by ${path[0] === '/' ? 'an absolute' : 'a relative'} path`, async () => {
    const folder = smallWith('record.yaml', '- activities.yaml', `- activities.yaml\n  - ${path}`);
    const problem = await onlyProblem(folder);
    assert.equal(problem.file, 'record.yaml');
    assert.equal(problem.path, 'include[3]');
    assert.match(problem.key, /outside/);
  });

test('links that lead out of the folder are refused: a file, a folder, a chain; links within are followed', async () => {
  const links = [
    ['images/square.png', join(outside, 'square.png')],
    ['images', outside],
  ];
  for (const [name, target] of links) {
    const folder = copyOf(small);
    rmSync(join(folder, name), { recursive: true });
    symlinkSync(target, join(folder, name));
    const problem = await onlyProblem(folder);
    assert.match(problem.key, /outside/, name);
    assert.equal(problem.path, 'images[0].file');
  }
  const chain = copyOf(small);
  rmSync(join(chain, 'images/square.png'));
  symlinkSync('second.png', join(chain, 'images/square.png'));
  symlinkSync(join(outside, 'square.png'), join(chain, 'images/second.png'));
  assert.match((await onlyProblem(chain)).key, /outside/);

  const record = copyOf(small);
  rmSync(join(record, 'library.yaml'));
  symlinkSync(join(outside, 'secret.yaml'), join(record, 'library.yaml'));
  assert.ok((await problemsOf(record)).some(({ key, path }) => /outside/.test(key) && path === 'include[1]'));

  const within = copyOf(small);
  rmSync(join(within, 'images/square.png'));
  write(within, 'real.png', readFileSync(join(small, 'images/square.png')));
  symlinkSync('../real.png', join(within, 'images/square.png'));
  assert.equal((await run(['check', within])).code, exit.success);
});

test('a pipe or a folder instead of a file is refused and not waited for', async () => {
  const folder = copyOf(small);
  rmSync(join(folder, 'images/square.png'));
  assert.equal(spawnSync('mkfifo', [join(folder, 'images/square.png')]).status, 0);
  assert.match((await onlyProblem(folder)).key, /not_regular/);
  const other = smallWith('library.yaml', 'images/square.png', 'images');
  assert.match((await onlyProblem(other)).key, /not_regular/);
});

test('a picture that is none is refused with what it is', async () => {
  const contents = [
    ['text', 'This is no picture.'],
    ['HTML', '<!DOCTYPE html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['nothing', ''],
    ['half a PNG', readFileSync(join(small, 'images/square.png')).subarray(0, 120)],
    ['a PDF', readFileSync(join(small, 'documents/charter.pdf'))],
  ];
  for (const [what, bytes] of contents) {
    const folder = copyOf(small);
    write(folder, 'images/square.png', bytes);
    const problem = await onlyProblem(folder);
    assert.equal(problem.path, 'images[0].file', what);
    assert.equal(problem.file, 'library.yaml');
    assert.match(problem.key, /^refusal\.media\./, what);
    assertNames(problem, 'images/square.png');
  }
});

test('a document that is none is refused', async () => {
  for (const bytes of ['%PDF-1.4 and nothing else', 'MZ\x90\x00', '<html></html>', '']) {
    const folder = copyOf(small);
    write(folder, 'documents/charter.pdf', bytes);
    const problem = await onlyProblem(folder);
    assert.equal(problem.path, 'documents[0].file');
    assert.match(problem.key, /^refusal\.media\./);
  }
});

test('a file that is not there, a folder that is not there, a folder without a record', async () => {
  const folder = copyOf(small);
  rmSync(join(folder, 'images/square.png'));
  assertNames(await onlyProblem(folder), 'images/square.png');
  const nowhere = await run(['check', '/nowhere/at/all']);
  assert.equal(nowhere.code, exit.refused, nowhere.all);
  assert.ok(nowhere.stderr.includes('/nowhere/at/all'));
  const empty = await run(['check', temporaryFolder()]);
  assert.equal(empty.code, exit.refused, empty.all);
  assert.ok(empty.stderr.includes('record.yaml'));
});

/** Five errors in three files. */
function severalErrors() {
  const folder = copyOf(small);
  edit(folder, 'activities.yaml', 'status: cancelled', 'status: canceled');
  edit(folder, 'activities.yaml', 'date: "2023-06"', 'date: "June"');
  edit(folder, 'partners.yaml', 'ada@brzeg.example', 'ada');
  edit(folder, 'library.yaml', 'images/square.png', '../square.png');
  edit(folder, 'record.yaml', 'publisher: ufer', 'publisher: nobody');
  return folder;
}

test('all errors of all files are reported at once, in the order of files and lines', async () => {
  const problems = await problemsOf(severalErrors());
  assert.deepEqual(
    problems.map(({ file, path }) => `${file} ${path}`),
    [
      'activities.yaml activities[1].date',
      'activities.yaml activities[2].status',
      'library.yaml images[0].file',
      'partners.yaml partnerships[0].contacts[0].email',
      'record.yaml sources[0].publisher',
    ],
  );
});

test('people read them as file:line:column: path: message, in their language', async () => {
  const folder = severalErrors();
  const messages = new Set();
  for (const language of ['de', 'pl', 'en']) {
    const result = await run(['check', folder, '--language', language]);
    assert.equal(result.code, exit.refused);
    assert.equal(result.stdout, '');
    const lines = result.stderr.trim().split('\n');
    assert.equal(lines.length, 6, result.stderr);
    const { line, column } = place(folder, 'activities.yaml', '"June"');
    assert.ok(lines[0].startsWith(`activities.yaml:${line}:${column}: activities[1].date: `), lines[0]);
    assert.match(lines[5], /\b5\b/, 'their number');
    assert.doesNotMatch(result.stderr, /\b(refusal|cli)\.[a-z_.]+/);
    messages.add(lines[0]);
  }
  assert.equal(messages.size, 3);
});

test('every refusal of this file has words in three languages', async () => {
  const folders = [
    severalErrors(),
    smallWith('activities.yaml', '    edition: 1\n', '    editon: 1\n'),
    smallWith('library.yaml', '    credit: © Two Banks / Jo Doe\n', ''),
    smallWith('activities.yaml', 'status: announced', 'status: held'),
    smallWith('library.yaml', 'images:', 'images: ['),
    ...wrongValues.map(([, file, from, to]) => smallWith(file, from, to)),
  ];
  for (const folder of folders)
    for (const language of ['de', 'pl', 'en']) {
      const { stderr } = await run(['check', folder, '--language', language]);
      assert.doesNotMatch(stderr, /\b(refusal|cli)\.[a-z_.]+/);
      assert.doesNotMatch(stderr, /[{}]/, 'no placeholder is left');
    }
});

test('a refused import leaves the database as it was, and makes none', async () => {
  const database = join(temporaryFolder(), 'record.db');
  await imported(small, database);
  const before = bytesOf(await exported(database));
  const folder = severalErrors();
  edit(folder, 'activities.yaml', 'en: Great regatta', 'en: Greatest regatta');
  const refused = await run(['import', folder, '--database', database, '--json']);
  assert.equal(refused.code, exit.refused);
  assert.equal(json(refused).problems.length, 5);
  assert.deepEqual(bytesOf(await exported(database)), before);

  const empty = join(temporaryFolder(), 'none.db');
  assert.equal((await run(['import', folder, '--database', empty])).code, exit.refused);
  const again = await imported(small, empty);
  assert.equal(again.changed + again.unchanged, 0, 'nothing of the refused folder had been kept');
});

test('an error found only while saving leaves the database as it was, too', async () => {
  const database = join(temporaryFolder(), 'record.db');
  await imported(small, database);
  const before = bytesOf(await exported(database));
  const folder = copyOf(small);
  edit(folder, 'activities.yaml', 'en: Great regatta', 'en: Greatest regatta');
  // The address of another activity.
  edit(folder, 'activities.yaml', '  - key: flood-seminar\n', '  - key: flood-seminar\n    slugs: {en: [second-river-day]}\n');
  const refused = await run(['import', folder, '--database', database, '--json']);
  assert.equal(refused.code, exit.refused, refused.all);
  const [problem] = json(refused).problems;
  assert.ok(problem.message.includes('second-river-day'), problem.message);
  assert.ok(problem.line > 0);
  assert.deepEqual(bytesOf(await exported(database)), before);
});
