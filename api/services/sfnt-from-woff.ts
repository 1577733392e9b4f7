import { inflateSync } from 'node:zlib';

const woffSignature = 0x774f4646;

/**
 * The TrueType font inside a WOFF 1 file: the same tables, inflated and laid out with an sfnt directory.
 *
 * Input    the bytes of a .woff file
 * Output   the tables by tag; `sfntBytes` writes them as a font file
 * Errors   plain Error when the bytes are no WOFF: the fonts ship with Weft, so it is a fault of the installation
 * Source   W3C, WOFF File Format 1.0 (2012), sections 3–5
 */
export function tablesFromWoff(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 44 || view.getUint32(0) !== woffSignature)
    throw new Error('The font is not a WOFF file.');
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(12); i++) {
    const entry = 44 + 20 * i;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 4);
    const packed = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    const body = bytes.subarray(offset, offset + packed);
    // A table that did not get smaller is stored as it is.
    tables.set(tag, packed < length ? new Uint8Array(inflateSync(body)) : body);
  }
  return tables;
}

/** A font file from its tables; they are written in order of tag, each on a border of four bytes. */
export function sfntBytes(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + 16 * entries.length;
  const total = entries.reduce((sum, [, body]) => sum + padded(body.length), start);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const log = Math.floor(Math.log2(entries.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  view.setUint16(6, 16 << log);
  view.setUint16(8, log);
  view.setUint16(10, 16 * entries.length - (16 << log));
  let offset = start;
  entries.forEach(([tag, body], i) => {
    const entry = 12 + 16 * i;
    for (let c = 0; c < 4; c++) bytes[entry + c] = tag.charCodeAt(c);
    bytes.set(body, offset);
    view.setUint32(entry + 4, checksum(view, offset, padded(body.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, body.length);
    offset += padded(body.length);
  });
  return bytes;
}

const padded = (length: number): number => (length + 3) & ~3;

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
