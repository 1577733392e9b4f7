import { AnalysisError } from '#analysis/errors.ts';
import type { Measure } from '#analysis/measure.ts';
import { measures } from '#analysis/registry.ts';

/** Findings and what the detection gives: ids beside those of the registry. */
const findings = [
  'modularity',
  'communities',
  'silos',
  'bridgeBuilders',
  'sectorPairs',
  'louvain',
  'labelPropagation',
  'convening',
] as const;
export type FindingId = (typeof findings)[number];

/** What an analysis computes. */
export interface Chosen {
  readonly measures: readonly Measure[];
  readonly findings: ReadonlySet<FindingId>;
  /** Every id that is computed, in the order of the registry, for the receipt. */
  readonly ids: readonly string[];
}

/** What needs a parameter of its own, and detections beside the one in use, come only when asked for. */
const onRequest: ReadonlySet<string> = new Set(['louvain', 'labelPropagation', 'convening']);

/**
 * Reads "a,b" or "all".
 *
 * Errors   MEASURE_UNKNOWN, with the ids that there are
 */
export function chooseMeasures(words: string): Chosen {
  const known = [...new Set([...measures.map(({ id }) => id), ...findings])];
  const asked = words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = asked.find((word) => word !== 'all' && !known.includes(word));
  if (unknown !== undefined || asked.length === 0) {
    throw new AnalysisError(
      'MEASURE_UNKNOWN',
      `No measure or finding is called ${JSON.stringify(unknown ?? '')}; there are all, ${known.join(', ')}.`,
    );
  }
  const all = asked.includes('all');
  const wanted = (id: string): boolean => asked.includes(id) || (all && !onRequest.has(id));
  return {
    measures: measures.filter(({ id }) => wanted(id)),
    findings: new Set(findings.filter(wanted)),
    ids: known.filter(wanted),
  };
}
