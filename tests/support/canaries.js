// A record in which a word stands in whatever is restricted, to look for it where it may not be.
import { readFileSync } from 'node:fs';
import { copyOf, edit, fixture, write } from './folders.js';
import { picture } from './picture.js';

/** The words, and who may see what they stand in. */
export const canaries = { brzegcanary: '{organisation: brzeg}', ufercanary: '{organisation: ufer}', partnercanary: '{partnership: two-banks}' };

/** Writes the record; gives its folder. */
export function canaryRecord() {
  const folder = copyOf(fixture('small'));
  const template = readFileSync(fixture('canaries/hidden.yaml'), 'utf8');
  for (const [number, [word, scope]] of Object.entries(canaries).entries()) {
    write(folder, `${word}.yaml`, template.replaceAll('canary-', `${word}-`).replaceAll('CANARY', word).replaceAll('{SCOPE}', scope).replaceAll('{NUMBER}', number));
    write(folder, `images/${word}.png`, picture(word));
    write(folder, `documents/${word}.pdf`, `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n% ${word}\n`);
    edit(folder, 'record.yaml', '  - activities.yaml\n', `  - activities.yaml\n  - ${word}.yaml\n`);
  }
  return folder;
}
