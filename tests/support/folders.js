// Folders for tests: temporary ones, copies of record folders, comparisons.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const made = new Set();
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, removed when the test file ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'interregio-test-'));
  made.add(folder);
  return folder;
}

/** A path of a fixture below tests/fixtures. */
export const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** A copy of a record folder that may be changed. */
export function copyOf(folder) {
  const copy = join(temporaryFolder(), 'record');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Writes a file into a folder, with the folders it needs. */
export function write(folder, name, contents) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), contents);
}

/** Replaces exactly one piece of a text file; a piece that is not there, or twice, is an error in the test. */
export function edit(folder, name, from, to) {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${name}`);
  writeFileSync(file, parts.join(to));
}

/** The files below a folder, sorted. */
export function filesOf(folder, below = folder) {
  return readdirSync(below)
    .flatMap((name) => {
      const path = join(below, name);
      return statSync(path).isDirectory() ? filesOf(folder, path) : [relative(folder, path)];
    })
    .sort();
}

/** { name: hash } of all files of a folder: equal for folders with the same bytes. */
export function bytesOf(folder) {
  const hash = (name) => createHash('sha256').update(readFileSync(join(folder, name))).digest('hex');
  return Object.fromEntries(filesOf(folder).map((name) => [name, hash(name)]));
}
