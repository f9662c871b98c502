// Proves: what takes longer than a second says how far it is: with a bar on a terminal, in plain lines elsewhere, and not
// at all among the results.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { before } from 'node:test';
import { copyOf, temporaryFolder } from '../support/folders.js';
import { binary, environment, json, run } from '../support/program.js';
import { small } from '../support/record.js';

const folder = copyOf(small);
const activities = 16000;
before(() => {
  const records = Array.from({ length: activities }, (_, i) =>
    [`  - key: run-${i}`, '    kind: other', '    status: held', '    date: "2020"', '    form: online', '    partnerships: [two-banks]',
      `    title: {pl: Bieg ${i}, de: Lauf ${i}, en: Run ${i}}`].join('\n'));
  writeFileSync(join(folder, 'activities.yaml'), `activities:\n${records.join('\n')}\n`);
});

test('plain lines where nobody watches, and the result alone on standard output', async () => {
  const result = await run(['import', folder, '--database', join(temporaryFolder(), 'x.db'), '--json']);
  assert.equal(result.code, 0, result.all);
  assert.ok(json(result).created > activities);
  const lines = result.stderr.trim().split('\n');
  assert.ok(lines.length >= 1 && lines.length < 40, result.stderr);
  for (const line of lines) assert.match(line, /^\p{Lu}[\p{L} …,]+ (\d0|100|0) %$/u);
  assert.doesNotMatch(result.stderr, /[\r\x1b]/);
});

test('a bar on a terminal, which is gone at the end', () => {
  const command = [binary, 'import', folder, '--database', join(temporaryFolder(), 'x.db')].map((word) => `'${word}'`).join(' ');
  const typed = spawnSync('script', ['-qec', command, '/dev/null'], { env: { ...environment(), TERM: 'xterm' }, encoding: 'utf8' });
  assert.equal(typed.status, 0, typed.stdout);
  assert.match(typed.stdout, /\[#*\.*\] \d+ %/);
  const last = typed.stdout.trimEnd().split('\n').map((line) => line.replace(/^[^]*\x1b\[K/, '').replace(/\r/g, ''));
  assert.ok(last.slice(-3).every((line) => !/[[\]%]/.test(line)), last.slice(-3).join('\n'));
});

test('what is quick is silent', async () => {
  // On a machine that is busy with something else even this may take a second, and then it may speak.
  for (let attempt = 0; attempt < 10; ++attempt) {
    const began = Date.now();
    const result = await run(['import', small, '--database', join(temporaryFolder(), 'x.db')]);
    assert.equal(result.code, 0, result.all);
    if (Date.now() - began > 1000) continue;
    assert.equal(result.stderr, '');
    return;
  }
  assert.fail('the small record was never imported within a second');
});
