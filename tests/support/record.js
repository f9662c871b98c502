// Record folders with one thing wrong, made from the small fixture.
import { join } from 'node:path';
import { copyOf, edit, fixture, temporaryFolder } from './folders.js';
import { json, run } from './program.js';

export const small = fixture('small');

/** The small record with one piece of a file replaced. */
export function smallWith(file, from, to) {
  const folder = copyOf(small);
  edit(folder, file, from, to);
  return folder;
}

/** What `check --json` says is wrong with a folder; fails when it is not refused. */
export async function problemsOf(folder) {
  const result = await run(['check', folder, '--json']);
  if (result.code !== 1) throw new Error(`exit code 1 expected, found ${result.code}:\n${result.all}`);
  return json(result).problems;
}

/** Exports a database into a new folder. */
export async function exported(database) {
  const folder = join(temporaryFolder(), 'export');
  const result = await run(['export', folder, '--database', database]);
  if (result.code !== 0) throw new Error(result.all);
  return folder;
}

/** Imports and gives the counts. */
export async function imported(folder, database, ...parameters) {
  const result = await run(['import', folder, '--database', database, '--json', ...parameters]);
  if (result.code !== 0) throw new Error(result.all);
  return json(result);
}
