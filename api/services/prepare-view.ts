import { keptResult, type ResultDeps } from '#api/services/kept-results.ts';

/**
 * Begins what the pages of a network ask for as it is usually looked at, so that it is there when somebody comes; who
 * comes earlier waits for the same work.
 *
 * Errors   NOT_FOUND, QUEUE_FULL
 */
export async function prepareView(results: ResultDeps, slug: string): Promise<void> {
  await keptResult(results, slug, {}, { kind: 'view' }, 0);
}
