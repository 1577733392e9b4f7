import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface ResultLimits {
  readonly bytes: number;
  readonly days: number;
}

interface Kept {
  readonly path: string;
  readonly bytes: number;
  /** When it was last asked for, ms. */
  readonly used: number;
}

const msPerDay = 86_400_000;
/** Nothing takes so long to be written; what is older was left by a process that was killed. */
const halfWrittenMs = 3_600_000;
const besides = '.about';

/**
 * Removes results that nobody asked for in so many days, then the longest unused until the others fit; and files that
 * were never finished. A file with words about it goes together with them. Cost O(files)
 */
export async function pruneResults(folder: string, limits: ResultLimits, now: number): Promise<void> {
  const kept = (await results(folder, now)).sort((a, b) => b.used - a.used);
  let bytes = 0;
  for (const one of kept) {
    bytes += one.bytes;
    if (bytes <= limits.bytes && now - one.used <= limits.days * msPerDay) continue;
    await rm(one.path, { force: true });
    await rm(`${one.path}${besides}`, { force: true });
  }
}

async function results(folder: string, now: number): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const network of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, network))) {
      const path = join(folder, network, name);
      const file = await stat(path).catch(() => null);
      if (!file) continue;
      if (name.endsWith('.tmp')) {
        if (now - file.mtimeMs > halfWrittenMs) await rm(path, { force: true });
      } else if (!name.endsWith(besides)) {
        kept.push({ path, bytes: file.size, used: Math.max(file.atimeMs, file.mtimeMs) });
      }
    }
  }
  return kept;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}
