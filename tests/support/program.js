// Runs the real program, as a person at a shell would.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const binary = resolve(root, process.env.INTERREGIO_BINARY ?? 'build/release/interregio');
export const demo = resolve(root, 'demo');

/** Exit codes of all commands, as `--help` documents them. */
export const exit = { success: 0, refused: 1, usage: 2, failure: 3 };

/** The environment for the program: without the variables of the tests, which it would refuse, and in English. */
export function environment(extra = {}) {
  const clean = {};
  for (const [name, value] of Object.entries(process.env))
    if (!/^(INTERREGIO_|LC_|LANG)/.test(name)) clean[name] = value;
  return { ...clean, LANG: 'en_GB.UTF-8', ...extra };
}

/** Starts the program and leaves it running. */
export function start(parameters, { env = {}, cwd = root } = {}) {
  return spawn(binary, parameters, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the program to its end; gives { code, stdout, stderr, all }. */
export function run(parameters, { seconds = 60, ...options } = {}) {
  return new Promise((done, failed) => {
    const child = start(parameters, options);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code: code ?? signal, stdout, stderr, all: stdout + stderr });
    });
  });
}

/** The one line of JSON that `--json` prints. */
export function json(result) {
  const lines = result.stdout.trim().split('\n');
  if (lines.length !== 1) throw new Error(`one line of JSON expected, found:\n${result.all}`);
  return JSON.parse(lines[0]);
}
