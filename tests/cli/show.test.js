// Proves: any record can be shown as it stands, and as it stood after an earlier entry of the journal.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test, { before } from 'node:test';
import { copyOf, edit, temporaryFolder } from '../support/folders.js';
import { exit, run } from '../support/program.js';
import { imported, small } from '../support/record.js';

const database = join(temporaryFolder(), 'record.db');
const show = (...parameters) => run(['show', ...parameters, '--database', database]);
const last = () => Number(spawnSync('sqlite3', [database, 'SELECT max(sequence) FROM journal'], { encoding: 'utf8' }).stdout);
/** The number of the last entry after each import. */
const states = [];

before(async () => {
  const folder = copyOf(small);
  const step = async () => {
    await imported(folder, database);
    states.push(last());
  };
  await step();
  edit(folder, 'activities.yaml', 'en: Flood seminar', 'en: High water seminar');
  await step();
  edit(folder, 'activities.yaml', 'status: cancelled', 'status: postponed');
  edit(folder, 'activities.yaml', 'key: flood-seminar', 'key: flood-seminar\n    fields: [rivers]');
  await step();
  edit(folder, 'activities.yaml', '    fields: [rivers]\n    kind: online_seminar', '    kind: online_seminar');
  edit(folder, 'activities.yaml', 'en: High water seminar', 'en: Seminar on floods');
  await step();
});

test('a record as it stands', async () => {
  const shown = await show('activity', 'flood-seminar');
  assert.equal(shown.code, exit.success, shown.all);
  assert.match(shown.stdout, /^(- )?key: flood-seminar$|key: flood-seminar/m);
  assert.match(shown.stdout, /Seminar on floods/);
  assert.match(shown.stdout, /status: postponed/);
  assert.doesNotMatch(shown.stdout, /fields:/);
  for (const [kind, key, words] of [['organisation', 'brzeg', 'Miasto Brzeg'], ['person', 'ada-nowak', 'Nowak'], ['site', 'site', 'Two Banks'], ['image', 'square', 'Jo Doe']])
    assert.ok((await show(kind, key)).stdout.includes(words), `${kind} ${key}`);
});

test('a record as it stood after each change', async () => {
  const at = async (state) => (await show('activity', 'flood-seminar', '--at', String(states[state]))).stdout;
  const first = await at(0);
  assert.match(first, /en: Flood seminar|Flood seminar/);
  assert.doesNotMatch(first, /High water|on floods|fields:/);
  assert.match(first, /status: cancelled/);
  const second = await at(1);
  assert.match(second, /High water seminar/);
  assert.match(second, /status: cancelled/);
  const third = await at(2);
  assert.match(third, /status: postponed/);
  assert.match(third, /fields:/);
  assert.match(third, /High water seminar/);
  const fourth = await at(3);
  assert.match(fourth, /Seminar on floods/);
  assert.doesNotMatch(fourth, /fields:/);
});

test('what is not there, or was not there then, is refused in three languages', async () => {
  const wrong = [
    [['activity', 'nothing'], 'nothing', exit.refused],
    [['activitty', 'flood-seminar'], 'activitty', exit.refused],
    [['activity', 'flood-seminar', '--at', '1'], 'flood-seminar', exit.refused],
    [['activity', 'flood-seminar', '--at', '0'], '--at', exit.usage],
  ];
  for (const [parameters, named, code] of wrong)
    for (const language of ['de', 'pl', 'en']) {
      const refused = await show(...parameters, '--language', language);
      assert.equal(refused.code, code, refused.all);
      assert.equal(refused.stdout, '');
      assert.ok(refused.stderr.includes(named), refused.stderr);
      assert.doesNotMatch(refused.stderr, /\b(refusal|cli)\.[a-z_.]+|[{}]/);
    }
});
