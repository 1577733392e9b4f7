import { randomFillSync } from 'node:crypto';

/**
 * Makes ids of records: UUID version 7 (RFC 9562), in the order in which they were made, also within a millisecond and
 * when the clock steps back.
 *
 * Input    now: milliseconds since 1970; fill: random bytes into the given ones
 * Output   a maker of ids in small letters with hyphens
 */
export function uuidV7Maker(now: () => number, fill: (bytes: Uint8Array) => void): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const bytes = Buffer.alloc(16);
    fill(bytes);
    // The 12 bits after the version count within a millisecond from a random start; a full count borrows from the next.
    const time = now();
    if (time > last) [last, counter] = [time, bytes.readUInt16BE(6) & 0x7ff];
    else if (++counter > 0xfff) [last, counter] = [last + 1, 0];
    bytes.writeUIntBE(last, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
  };
}

/** A new id by this machine's clock and random numbers. */
export const newId = uuidV7Maker(Date.now, randomFillSync);
