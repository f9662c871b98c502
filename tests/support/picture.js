// Pictures that are like no other: a PNG of 16 × 16 pixels in a colour made from a word, and a larger one of noise.
import { createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** The check sum of PNG (ISO/IEC 15948, annex D), bit by bit. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** A PNG file of `size` × `size` pixels; each row is three bytes a pixel. */
function png(size, rows) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8); // 8 bits of red, green and blue each
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flatMap((row) => [Buffer.from([0]), row])))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function picture(word) {
  const size = 16;
  const colour = createHash('sha256').update(word).digest().subarray(0, 3);
  return png(size, Array(size).fill(Buffer.concat(Array(size).fill(colour))));
}

/** A picture of some 190 kilobytes, which no compression makes smaller. */
export function noise() {
  const size = 250;
  return png(size, Array.from({ length: size }, () => randomBytes(3 * size)));
}
