// Proves: the program tells every address that it answers and who may ask for it, for people and for programs, without a
// database.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { temporaryFolder } from '../support/folders.js';
import { exit, json, run } from '../support/program.js';

test('routes lists the routing table, one route a line, and touches no database', async () => {
  const cwd = temporaryFolder();
  const listed = await run(['routes', '--database', 'none.db'], { cwd });
  assert.equal(listed.code, exit.success, listed.all);
  assert.equal(listed.stderr, '');
  assert.deepEqual(readdirSync(cwd), [], 'nothing was written');
  const lines = listed.stdout.trimEnd().split('\n');
  for (const line of lines)
    assert.match(line, /^(GET|POST|OPTIONS) \/\S* (anyone|signed_in|reader|editor|publisher|administrator)$/);
  assert.equal(new Set(lines).size, lines.length, 'each is there once');
  for (const line of ['GET / anyone', 'GET /de/ anyone', 'GET /pl/ anyone', 'GET /en/ anyone', 'GET /healthz anyone',
    'GET /robots.txt anyone', 'GET /api/v1 anyone', 'OPTIONS /api/v1 anyone'])
    assert.ok(lines.includes(line), line);
});

test('routes --json gives the same as one array', async () => {
  const { stdout } = await run(['routes']);
  const listed = json(await run(['routes', '--json']));
  assert.ok(Array.isArray(listed));
  assert.deepEqual(Object.keys(listed[0]), ['method', 'pattern', 'access']);
  assert.equal(listed.map(({ method, pattern, access }) => `${method} ${pattern} ${access}\n`).join(''), stdout);
});

test('what is public is for anyone, and only the workspace takes forms', async () => {
  const listed = json(await run(['routes', '--json']));
  for (const { method, pattern, access } of listed)
    if (access !== 'anyone' || method === 'POST')
      assert.match(pattern, /^\/(de\/(arbeitsbereich|anmelden|abmelden|passwort-festlegen)|pl\/(panel|logowanie|wyloguj|ustaw-haslo)|en\/(workspace|sign-in|sign-out|set-password))(\/|$)/);
});
