import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepMade, type Making, type ResultDeps, wholeAnalysis } from '#api/services/kept-results.ts';

/** The example that an empty store is filled with, whose first page the build computes. */
export const builtExample = 'harbour-county';
export const builtExampleFolder = fileURLToPath(new URL('../../dist/example', import.meta.url));

/** What is kept of it, by file. */
export const builtResults = {
  'view.json': { kind: 'view' },
  'findings.json': wholeAnalysis,
} as const satisfies Readonly<Record<string, Making>>;

/** From which sources it was computed, and of which revision it is. */
export interface BuiltExample {
  readonly sources: string;
  readonly revision: number;
}

/**
 * Keeps what the build computed of the example as results of the network that was just filled with it: same receipt, same
 * bytes, and nobody waits for them. Where there was no build, or it was of other sources, they are computed as any other.
 */
export async function keepBuiltExample(results: ResultDeps, slug: string): Promise<void> {
  try {
    const about = JSON.parse(await readFile(join(builtExampleFolder, 'about.json'), 'utf8')) as BuiltExample;
    if (about.sources !== results.sources) return;
    for (const [file, making] of Object.entries(builtResults)) {
      const bytes = await readFile(join(builtExampleFolder, file));
      await keepMade(results, { slug, revision: about.revision }, making, bytes);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
