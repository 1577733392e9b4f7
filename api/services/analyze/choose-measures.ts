import { AnalysisError } from '#analysis/errors.ts';
import type { Measure } from '#analysis/measure.ts';
import { measures } from '#analysis/registry.ts';
import type { AnalysisEngine } from '#api/services/analyze/analysis-engine.ts';

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
 * Reads "a,b" or "all": with an engine, all that it has.
 *
 * Errors   MEASURE_UNKNOWN, with the ids that there are; MEASURE_NOT_AVAILABLE, with those that the engine has
 */
export function chooseMeasures(words: string, engine?: Pick<AnalysisEngine, 'name' | 'ids'>): Chosen {
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
  const lacking = engine && asked.find((word) => word !== 'all' && !engine.ids.has(word));
  if (lacking !== undefined) {
    throw new AnalysisError(
      'MEASURE_NOT_AVAILABLE',
      `${lacking} is not computed by ${engine?.name ?? ''}, which has ${known.filter((id) => engine?.ids.has(id)).join(', ')}.`,
      'Other --measures, or no --engine.',
    );
  }
  const all = asked.includes('all');
  const wanted = (id: string): boolean =>
    asked.includes(id) || (all && !onRequest.has(id) && (engine === undefined || engine.ids.has(id)));
  return {
    measures: measures.filter(({ id }) => wanted(id)),
    findings: new Set(findings.filter(wanted)),
    ids: known.filter(wanted),
  };
}
