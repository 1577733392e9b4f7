import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkId } from '#data/store/port.ts';

/** Results as files named by the hash of what they were made from: they outlive the process. */
export class ResultFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'results');
  }

  /** Where the result of a key is or will be; networks apart. Only the hash of a network's id is part of the path. */
  path(network: NetworkId, key: string, ending: string): string {
    return join(this.#folder, sha256(network).slice(0, 32), `${key}.${ending}`);
  }

  async has(path: string): Promise<boolean> {
    try {
      return (await stat(path)).isFile();
    } catch {
      return false;
    }
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
