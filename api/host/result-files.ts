import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pruneResults, type ResultLimits } from '#api/host/prune-results.ts';
import type { NetworkId } from '#data/store/port.ts';

const roomEveryMs = 60_000;
/** The last byte of every document of JSON. */
const lineFeed = 10;

/** Results as files named by the hash of what they were made from: they outlive the process. */
export class ResultFiles {
  readonly #folder: string;
  readonly #limits: ResultLimits;
  #roomMade = 0;

  constructor(dataFolder: string, limits: ResultLimits) {
    this.#folder = join(dataFolder, 'results');
    this.#limits = limits;
  }

  /** Where the result of a key is or will be; networks apart. Only the hash of a network's id is part of the path. */
  path(network: NetworkId, key: string, ending: string): string {
    return join(this.#folder, sha256(network).slice(0, 32), `${key}.${ending}`);
  }

  /** Whether it is there, and not cut short as far as can be seen at once; it counts as used now. */
  async has(path: string): Promise<boolean> {
    try {
      const file = await open(path);
      try {
        const { size, mtime } = await file.stat();
        if (size === 0) return false;
        await file.utimes(new Date(), mtime);
        if (!path.endsWith('.json')) return true;
        const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
        return buffer[0] === lineFeed;
      } finally {
        await file.close();
      }
    } catch {
      return false;
    }
  }

  /**
   * Removes what is over the limits, the longest unused first, and what crashes left half-written: at most once a
   * minute, beside whatever else is done. What cannot be removed now can be the next time.
   */
  makeRoom(): void {
    const now = Date.now();
    if (now - this.#roomMade < roomEveryMs) return;
    this.#roomMade = now;
    pruneResults(this.#folder, this.#limits, now).catch(() => undefined);
  }

  /** Removes every result of a network: they are made again when somebody asks. */
  async removeAll(network: NetworkId): Promise<void> {
    await rm(dirname(this.path(network, 'any', 'json')), { recursive: true, force: true });
  }
}

/** The same value, the same key: keys of objects in any order. */
export function resultKey(madeFrom: unknown): string {
  return sha256(JSON.stringify(sorted(madeFrom)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]: [string, unknown]) => [key, sorted(item)]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
