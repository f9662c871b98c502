// A file of assets/scripts as a module of the tests.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { temporaryFolder } from './folders.js';
import { root } from './program.js';

/** What the files together export; `names` are paths below assets/scripts. */
export async function scriptModule(...names) {
  const outfile = join(temporaryFolder(), 'module.mjs');
  const contents = names.map((name) => `export * from './${name}';`).join('\n');
  await esbuild.build({ stdin: { contents, resolveDir: join(root, 'assets/scripts') }, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });
  return import(pathToFileURL(outfile));
}
