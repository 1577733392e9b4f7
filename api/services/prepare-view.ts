import { findingOperations } from '#api/contract/findings.ts';
import { keptResult, wholeAnalysis, type ResultDeps } from '#api/services/kept-results.ts';

/**
 * Begins what the first page of a network asks for, findings and map as they are usually looked at, so that they are
 * there when somebody comes; who comes earlier waits for the same work.
 *
 * Errors   NOT_FOUND, QUEUE_FULL
 */
export async function prepareView(results: ResultDeps, slug: string): Promise<void> {
  const { wait, width, height, theme, view, ...look } = findingOperations.map.query.parse({});
  await keptResult(results, slug, look, wholeAnalysis, wait);
  await keptResult(results, slug, look, { kind: 'map', width, height, theme, view }, wait);
}
