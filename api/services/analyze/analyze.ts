import type { Groups } from '#analysis/graph/graph.ts';
import type { Analysis, Receipt } from '#api/contract/analysis.ts';
import type { AnalysisEngine } from '#api/services/analyze/analysis-engine.ts';
import { AnalysisRun } from '#api/services/analyze/analysis-run.ts';
import { chooseMeasures, type Chosen } from '#api/services/analyze/choose-measures.ts';
import { conveningRow, type ConveningRequest } from '#api/services/analyze/convening-row.ts';
import { findingSentences } from '#api/services/analyze/finding-sentences.ts';
import {
  bridgeBuilderRows,
  communityRows,
  otherDetectionRow,
  sectorPairRows,
  siloRows,
} from '#api/services/analyze/finding-rows.ts';
import { groupsInUse } from '#api/services/analyze/groups-in-use.ts';
import { measureValues, type MeasureValues } from '#api/services/analyze/measure-values.ts';
import { organizationRows } from '#api/services/analyze/organization-rows.ts';
import type { LoadedNetwork } from '#api/services/load-network.ts';
import type { StepTimer } from '#api/services/step-timer.ts';
import { version } from '#api/version.ts';

export interface AnalyzeOptions {
  /** communities, certified, an attribute, or the name of the groups file that was loaded. */
  readonly groups: string;
  /** "a,b" or "all". */
  readonly measures: string;
  readonly seed: number;
  readonly top: number;
  readonly convening?: ConveningRequest;
}

/**
 * Measures and findings of a loaded network, as the one document that every output is made from.
 *
 * Errors   MEASURE_UNKNOWN, MEASURE_NOT_AVAILABLE, GROUPS_NOT_VALID, PARAMETER_NOT_VALID, ABORTED
 */
export async function analyze(
  network: LoadedNetwork,
  options: AnalyzeOptions,
  timer: StepTimer,
  signal: AbortSignal,
  engine: AnalysisEngine | null = null,
): Promise<Analysis> {
  const chosen = chooseMeasures(options.measures, engine ?? undefined);
  const run = new AnalysisRun(network, options.seed, timer, signal, engine);
  const detected = ['communities', 'certified'].includes(options.groups);
  const groups = !detected || needsGroups(chosen) ? await groupsInUse(run, options.groups) : null;
  const values = await measureValues(run, chosen.measures, groups);
  const findings = await findingsOf(run, chosen, options, groups, values);
  const analysis = {
    receipt: { ...receiptOf(network, options, chosen), ...(engine && { engine: engine.name }) },
    network: await networkValues(run, chosen, values, groups && groupsWord(network, options)),
    organizations: await organizationRows(run, chosen.findings, groups, values.organizations),
    ...findings.parts,
    ...(await otherDetections(run, chosen)),
    notes: [...network.notes.map(({ severity, code, omitted, ...note }) => note), ...findings.notes],
  };
  const sentences = findingSentences(analysis);
  return sentences.length > 0 ? { ...analysis, sentences } : analysis;
}

function needsGroups({ measures, findings }: Chosen): boolean {
  return (
    measures.some((measure) => measure.needsGroups) ||
    findings.has('bridgeBuilders') ||
    findings.has('convening')
  );
}

async function findingsOf(
  run: AnalysisRun,
  { findings, measures }: Chosen,
  options: AnalyzeOptions,
  groups: Groups | null,
  values: MeasureValues,
) {
  const notes: { message: string }[] = [];
  const parts: Partial<Analysis> = {};
  if (findings.has('silos')) Object.assign(parts, await siloRows(run));
  if (findings.has('communities')) {
    const detection = await run.detection();
    parts.communities = await run.timer.run('communities', () => communityRows(run, detection));
  }
  if (findings.has('bridgeBuilders') && groups) {
    parts.bridgeBuilders = await bridgeBuilderRows(run, groups, options.top, values.betweenness);
  }
  if (measures.some(({ id }) => id === 'bridges')) parts.bridges = bridgeRows(run, values.bridges);
  if (findings.has('sectorPairs')) {
    const { pairs, note } = await sectorPairRows(run);
    parts.sectorPairs = pairs;
    if (note !== null) notes.push({ message: note });
  }
  if (findings.has('convening') && groups && options.convening) {
    const room = await conveningRow(run, groups, options.convening);
    if (room) parts.convening = room;
    else notes.push({ message: 'No room was looked for: no two organizations are in different groups.' });
  }
  return { parts, notes };
}

async function otherDetections(run: AnalysisRun, { findings }: Chosen): Promise<Partial<Analysis>> {
  const found: Partial<Analysis> = {};
  for (const method of ['louvain', 'labelPropagation'] as const) {
    if (findings.has(method)) found[method] = await otherDetectionRow(run, method);
  }
  return found;
}

function bridgeRows({ graph }: AnalysisRun, flags: Uint8Array | null): { a: string; b: string }[] {
  const { ties, ids } = graph;
  return [...ties.a.keys()]
    .filter((tie) => flags?.[tie] === 1)
    .map((tie) => ({ a: ids[ties.a[tie] ?? 0] ?? '', b: ids[ties.b[tie] ?? 0] ?? '' }));
}

async function networkValues(
  run: AnalysisRun,
  { findings }: Chosen,
  { network }: MeasureValues,
  groups: string | null,
): Promise<Analysis['network']> {
  const detected: Record<string, number | null> = {};
  if (findings.has('modularity')) {
    const { modularity } = await run.detection();
    detected.modularity = await run.timer.run('modularity', () => modularity);
  }
  if (findings.has('communities')) detected.communities = (await run.detection()).count;
  return { ...network, ...detected, ...(groups === null ? {} : { groups }) };
}

function groupsWord({ groupsFile }: LoadedNetwork, { groups }: AnalyzeOptions): string {
  return groupsFile?.name ?? groups;
}

function receiptOf(network: LoadedNetwork, options: AnalyzeOptions, chosen: Chosen): Receipt {
  const { graph } = network.lensed;
  return {
    network: network.network,
    revision: network.revision,
    lens: network.lens,
    groups: groupsWord(network, options),
    measures: [...chosen.ids],
    params: {
      top: options.top,
      weights: graph.options.weights,
      ...(options.convening ? { convening: options.convening } : {}),
    },
    seed: options.seed,
    version,
    inputHash: network.inputHash,
    nodes: graph.n,
    ties: graph.ties.count,
    ...graph.counts,
    directed: graph.directed,
    weighted: graph.weighted,
  };
}
