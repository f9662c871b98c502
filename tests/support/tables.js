// Tables for the import of activities, and the addresses where they come in.
import { deflateRawSync } from 'node:zlib';
import { recordAt } from './editing.js';

const words = {
  de: ['uebernahme', 'vorschau', 'uebrige-zeilen'],
  pl: ['wczytywanie', 'podglad', 'pozostale-wiersze'],
  en: ['import', 'preview', 'remaining-rows'],
};

export function importAt(language = 'de') {
  const [root, preview, rest] = words[language];
  const start = `${recordAt(language).list('activity')}/${root}`;
  return { start, table: (id) => `${start}/${id}`, preview: (id) => `${start}/${id}/${preview}`, rest: (id) => `${start}/${id}/${rest}.xlsx` };
}

/** Sends a file on the page for it. */
export async function sendTable(editor, bytes, name) {
  const page = await editor.get(importAt(editor.language).start);
  if (bytes !== undefined) page.form.choose('file', { name, bytes: Buffer.from(bytes), type: 'text/csv' });
  return page.form.send('send');
}

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A workbook: { name of a sheet: rows of texts }. */
export function sheetFile(sheets) {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts = {
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}">${names.map((_, i) => `<Relationship Id="s${i}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
  };
  for (const [i, rows] of Object.values(sheets).entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${main}"><sheetData>${rows.map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`;
  return zip(parts);
}

/** The checksum of ZIP (ISO 3309), which zlib of Node 20 does not give. */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function zip(parts) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(offset, 12);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail.subarray(2), Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06'), end]);
}
