import { readFile } from 'node:fs/promises';
import type { Analysis } from '#api/contract/analysis.ts';
import { chooseMeasures } from '#api/services/analyze/choose-measures.ts';

/**
 * The whole analysis that is kept at a path, as if some measures of it had been asked for: each is computed alike, alone
 * or beside others. null where none is kept.
 */
export async function knownAnalysis(path: string | undefined, measures: string): Promise<Analysis | null> {
  if (path === undefined) return null;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return null;
  }
  const analysis = JSON.parse(text) as Analysis;
  return { ...analysis, receipt: { ...analysis.receipt, measures: [...chooseMeasures(measures).ids] } };
}
