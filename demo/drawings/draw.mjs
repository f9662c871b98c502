// Writes the SVG of every scene (or of those named) beside this file.

import { readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const scenes = readdirSync(`${here}scenes`).map((file) => basename(file, '.mjs')).filter((name) => !wanted.length || wanted.includes(name));

for (const name of scenes) {
  const { default: draw } = await import(`./scenes/${name}.mjs`);
  writeFileSync(`${here}${name}.svg`, draw().toString());
}
