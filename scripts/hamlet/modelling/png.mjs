// Writes PNG without compressing it: packers pack differently from version to version.
import { crc32 } from "node:zlib";

/** A picture in grey: a value from 0 to 255 for each pixel. */
export function png(size, valueAt) {
  const rows = Buffer.alloc((size + 1) * size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) rows[y * (size + 1) + 1 + x] = valueAt(x, y);
  const header = Buffer.concat([words(size, size), Buffer.from([8, 0, 0, 0, 0])]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("IDAT", stored(rows)), chunk("IEND", Buffer.alloc(0))]);
}

/** One block of deflate as it is, in zlib's frame. */
function stored(bytes) {
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(bytes.length, 0);
  lengths.writeUInt16LE(~bytes.length & 0xffff, 2);
  return Buffer.concat([Buffer.from([0x78, 0x01, 0x01]), lengths, bytes, words(adler(bytes))]);
}

function adler(bytes) {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

function chunk(type, bytes) {
  const named = Buffer.concat([Buffer.from(type), bytes]);
  return Buffer.concat([words(bytes.length), named, words(crc32(named))]);
}

function words(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}
