// Reads the files that spreadsheet programs are given, with nothing of ours: CSV (RFC 4180) and what there is of XLSX.
import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import { unescaped } from './markup.js';

/** The rows of a CSV file, with its mark of UTF-8 in front, as lists of texts. */
export function csvRows(body, separator) {
  assert.equal(body.subarray(0, 3).toString('hex'), 'efbbbf', 'no byte order mark');
  const text = body.subarray(3).toString('utf8');
  const rows = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        cell += text[at];
        if (text[at] === '"') at += 1;
        assert.ok(at < text.length, 'a cell does not end');
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== separator && text[at] !== '\r') cell += text[at++];
    }
    rows.at(-1).push(cell);
    if (text[at] === separator) {
      at += 1;
    } else {
      assert.equal(text.slice(at, at + 2), '\r\n');
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

/** The parts of a ZIP file: name -> text. */
function unpacked(body) {
  const parts = {};
  const end = body.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = body.readUInt32LE(end + 16);
  for (let left = body.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength, extra, comment, place] = [body.readUInt16LE(at + 10), body.readUInt32LE(at + 20),
      body.readUInt16LE(at + 28), body.readUInt16LE(at + 30), body.readUInt16LE(at + 32), body.readUInt32LE(at + 42)];
    const name = body.toString('utf8', at + 46, at + 46 + nameLength);
    const begin = place + 30 + body.readUInt16LE(place + 26) + body.readUInt16LE(place + 28);
    const bytes = body.subarray(begin, begin + size);
    parts[name] = (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/**
 * The rows of the first sheet of an XLSX file, as lists of texts and numbers; empty cells are ''. Numbers that are shown
 * as days come as { day: 'YYYY-MM-DD' }. Formulas are an error.
 */
export function xlsxRows(body) {
  const parts = unpacked(body);
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => unescaped(item.replace(/<[^>]*>/g, '')));
  const formats = [...parts['xl/styles.xml'].match(/<cellXfs.*?<\/cellXfs>/s)[0].matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => Number(id));
  const column = (letters) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const sheet = parts['xl/worksheets/sheet1.xml'];
  assert.doesNotMatch(sheet, /<f[ >]/);
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells = [];
    for (const [, attributes, value] of row.matchAll(/<c ([^>]*)>(?:<is>.*?<\/is>|<v>(.*?)<\/v>)<\/c>/gs)) {
      const [, letters] = /r="([A-Z]+)\d+"/.exec(attributes);
      const style = Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0);
      let cell = /t="s"/.test(attributes) ? shared[Number(value)] : Number(value);
      if (typeof cell === 'number' && formats[style] >= 14) cell = { day: new Date(Date.UTC(1899, 11, 30) + cell * 86_400_000).toISOString().slice(0, 10) };
      cells[column(letters)] = cell;
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}
