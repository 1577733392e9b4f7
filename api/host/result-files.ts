import { createHash } from 'node:crypto';
import { rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pruneResults, type ResultLimits } from '#api/host/prune-results.ts';
import type { NetworkId } from '#data/store/port.ts';

const roomEveryMs = 60_000;

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

  /** Whether it is there; it counts as used now. */
  async has(path: string): Promise<boolean> {
    try {
      const file = await stat(path);
      if (file.isFile()) await utimes(path, new Date(), file.mtime);
      return file.isFile();
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
