// Proves: the command line explains itself in three languages, and refuses what it does not know by its name, with exit
// code 2 and without doing anything.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { temporaryFolder, write } from '../support/folders.js';
import { exit, json, run } from '../support/program.js';

const commands = ['serve', 'import', 'export', 'check', 'migrate', 'backup', 'restore', 'show', 'schema', 'routes', 'version'];
const rawKey = /\b(cli|refusal|import|export|backup|restore)\.[a-z_]+(\.[a-z_]+)*\b/;

test('--help names every command, every common option and the exit codes', async () => {
  const help = await run(['--help']);
  assert.equal(help.code, exit.success);
  assert.equal(help.stderr, '');
  for (const command of commands) assert.match(help.stdout, new RegExp(`^\\s+${command}\\b`, 'm'));
  for (const option of ['--help', '--config', '--database', '--language', '--json'])
    assert.ok(help.stdout.includes(option), option);
  for (const code of ['0', '1', '2', '3']) assert.match(help.stdout, new RegExp(`\\b${code} \\w+`));
});

test('--help keeps within the width of a terminal', async () => {
  for (const language of ['de', 'pl', 'en']) {
    const help = await run(['--help', '--language', language]);
    const long = help.stdout.split('\n').filter((line) => [...line].length > 120);
    assert.deepEqual(long, [], language);
  }
});

for (const command of commands)
  test(`${command} --help explains ${command} in three languages`, async () => {
    const texts = new Set();
    for (const language of ['de', 'pl', 'en']) {
      const help = await run([command, '--help', '--language', language]);
      assert.equal(help.code, exit.success, help.all);
      assert.doesNotMatch(help.stdout, rawKey);
      texts.add(help.stdout);
    }
    assert.equal(texts.size, 3, 'three different texts');
  });

test('--help speaks the language of --language, LC_ALL, LC_MESSAGES or LANG, and English otherwise', async () => {
  const german = await run(['--help', '--language', 'de']);
  const polish = await run(['--help', '--language', 'pl']);
  const english = await run(['--help', '--language', 'en']);
  assert.match(german.stdout, /[äöüß]/);
  assert.match(polish.stdout, /[ąćęłńóśźż]/);
  assert.equal(new Set([german.stdout, polish.stdout, english.stdout]).size, 3);
  for (const help of [german, polish, english]) {
    assert.equal(help.code, exit.success);
    assert.doesNotMatch(help.stdout, rawKey);
  }
  const said = async (env, ...parameters) => (await run(['--help', ...parameters], { env })).stdout;
  assert.equal(await said({ LANG: 'pl_PL.UTF-8' }), polish.stdout);
  assert.equal(await said({ LANG: 'pl_PL.UTF-8', LC_MESSAGES: 'de_DE.UTF-8' }), german.stdout);
  assert.equal(await said({ LANG: 'pl_PL.UTF-8', LC_ALL: 'de' }), german.stdout);
  assert.equal(await said({ LANG: 'pl_PL.UTF-8' }, '--language=de'), german.stdout);
  assert.equal(await said({ LANG: 'C.UTF-8' }), english.stdout);
  assert.equal(await said({ LANG: 'fr_FR.UTF-8' }), english.stdout);
});

const wrong = [
  ['no command', [], {}, null],
  ['an unknown command', ['imprt', 'demo'], {}, 'imprt'],
  ['an unknown option', ['version', '--colour'], {}, '--colour'],
  ['an unknown option of a command', ['import', '--remove-mising', '.'], {}, '--remove-mising'],
  ['an option of another command', ['version', '--listen', '127.0.0.1:0'], {}, '--listen'],
  ['a missing argument', ['import'], {}, 'DIR'],
  ['one argument too many', ['check', 'demo', 'demo2'], {}, 'demo2'],
  ['a wrong address', ['serve', '--listen', 'localhost'], {}, 'localhost'],
  ['a port out of range', ['serve', '--listen', '127.0.0.1:70000'], {}, '127.0.0.1:70000'],
  ['a wrong base address', ['serve', '--base-url', 'partner.example'], {}, 'partner.example'],
  ['a base address with a path', ['serve', '--base-url', 'https://partner.example/x'], {}, 'https://partner.example/x'],
  ['a proxy that is no address', ['serve', '--trusted-proxies', '127.0.0.1,proxy.example'], {}, 'proxy.example'],
  ['a network of proxies with bits beyond its prefix', ['serve'], { INTERREGIO_TRUSTED_PROXIES: '10.0.0.1/8' }, '10.0.0.1/8'],
  ['a wrong log level', ['serve', '--log-level', 'loud'], {}, '--log-level'],
  ['a time-out of nothing', ['serve', '--idle-timeout', '0'], {}, '--idle-timeout'],
  ['a number that is none', ['serve', '--threads', 'many'], {}, '--threads'],
  ['an unknown variable', ['version'], { INTERREGIO_FOO: '1' }, 'INTERREGIO_FOO'],
  ['a wrong value in a variable', ['serve'], { INTERREGIO_LISTEN: 'everywhere' }, 'everywhere'],
  ['a configuration file that is not there', ['version', '--config', '/nowhere/interregio.toml'], {}, '/nowhere/interregio.toml'],
];

for (const [what, parameters, env, named] of wrong)
  test(`${what} is refused with exit code 2, in three languages`, async () => {
    const cwd = temporaryFolder();
    for (const language of ['de', 'pl', 'en']) {
      const result = await run(parameters, { env: { ...env, LANG: `${language}_XX.UTF-8` }, cwd });
      assert.equal(result.code, exit.usage, result.all);
      assert.equal(result.stdout, '');
      if (named) assert.ok(result.stderr.includes(named), `${named} is named in: ${result.stderr}`);
      assert.match(result.stderr, /--help/);
      assert.doesNotMatch(result.stderr, rawKey);
      // Words of the library that reads the command line.
      if (language !== 'en')
        assert.doesNotMatch(result.stderr, /\b(required|subcommand|could|convert|value|range|argument|expected|excess|failed|opened|readable)\b/i);
    }
    assert.ok(!existsSync(join(cwd, 'interregio.db')), 'nothing was written');
  });

test('a configuration file gives values, and its unknown keys are refused by name', async () => {
  const folder = temporaryFolder();
  write(folder, 'good.toml', 'database = "from-file.db"\n[serve]\nlisten = "127.0.0.1:0"\n');
  const made = await run(['migrate', '--config', 'good.toml'], { cwd: folder });
  assert.equal(made.code, exit.success, made.all);
  assert.ok(existsSync(join(folder, 'from-file.db')));

  write(folder, 'bad.toml', 'database = "x.db"\nlisen = "127.0.0.1:0"\n');
  write(folder, 'bad-serve.toml', '[serve]\nlisen = "127.0.0.1:0"\n');
  for (const name of ['bad.toml', 'bad-serve.toml'])
    for (const parameters of [['version', '--config', name], ['serve', '--config', name]]) {
      const refused = await run(parameters, { cwd: folder, seconds: 10 });
      assert.equal(refused.code, exit.usage, refused.all);
      assert.match(refused.stderr, /lisen/);
    }
  assert.ok(!existsSync(join(folder, 'x.db')));
});

test('flags win over variables, variables over the configuration file', async () => {
  const folder = temporaryFolder();
  write(folder, 'c.toml', 'database = "file.db"\n');
  const env = { INTERREGIO_CONFIG: 'c.toml' };
  await run(['migrate'], { cwd: folder, env });
  assert.ok(existsSync(join(folder, 'file.db')));
  await run(['migrate'], { cwd: folder, env: { ...env, INTERREGIO_DATABASE: 'variable.db' } });
  assert.ok(existsSync(join(folder, 'variable.db')));
  await run(['migrate', '--database', 'flag.db'], { cwd: folder, env: { ...env, INTERREGIO_DATABASE: 'other.db' } });
  assert.ok(existsSync(join(folder, 'flag.db')));
  assert.ok(!existsSync(join(folder, 'other.db')));
  const nowhere = await run(['migrate'], { cwd: folder, env: { INTERREGIO_CONFIG: 'none.toml' } });
  assert.equal(nowhere.code, exit.usage, nowhere.all);
  assert.match(nowhere.stderr, /none\.toml/);
});

test('version tells the version, for people and for programs', async () => {
  const plain = await run(['version']);
  assert.equal(plain.code, exit.success);
  const { version } = json(await run(['version', '--json']));
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.ok(plain.stdout.includes(version));
  assert.equal(plain.stdout.trim().split('\n').length, 1);
});
