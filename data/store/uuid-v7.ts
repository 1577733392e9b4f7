import { randomFillSync } from 'node:crypto';

/** Random bytes are asked for in portions: an import of 100,000 records would ask the system as often. */
const portion = 4_096;
const bytesPerId = 16;

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
  const random = Buffer.alloc(portion);
  let used = portion;
  return () => {
    if (used === portion) {
      fill(random);
      used = 0;
    }
    const bytes = random.subarray(used, (used += bytesPerId));
    // The 12 bits after the version count within a millisecond from a random start; a full count borrows from the next.
    const time = now();
    if (time > last) [last, counter] = [time, bytes.readUInt16BE(6) & 0x7ff];
    else if (++counter > 0xfff) [last, counter] = [last + 1, 0];
    bytes.writeUIntBE(last, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const digits = bytes.toString('hex');
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
  };
}

/** A new id by this machine's clock and random numbers. */
export const newId = uuidV7Maker(Date.now, randomFillSync);

/** Whether an id can only be one that was made so: no other file's records are called like that by chance. */
export function isMadeId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id);
}
