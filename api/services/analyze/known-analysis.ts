import { readFile, rm } from 'node:fs/promises';
import type { Analysis } from '#api/contract/analysis.ts';
import { chooseMeasures } from '#api/services/analyze/choose-measures.ts';

/**
 * The whole analysis that is kept at a path, as if some measures of it had been asked for: each is computed alike, alone
 * or beside others. null where none is kept.
 */
export async function knownAnalysis(path: string | undefined, measures: string): Promise<Analysis | null> {
  if (path === undefined) return null;
  let analysis: Analysis;
  try {
    analysis = JSON.parse(await readFile(path, 'utf8')) as Analysis;
  } catch {
    // One that the disk has damaged makes room for a whole one.
    await rm(path, { force: true });
    return null;
  }
  return { ...analysis, receipt: { ...analysis.receipt, measures: [...chooseMeasures(measures).ids] } };
}
