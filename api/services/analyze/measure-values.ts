import type { Groups } from '#analysis/graph/graph.ts';
import type { Measure } from '#analysis/measure.ts';
import type { OrganizationRow } from '#api/contract/analysis.ts';
import type { AnalysisRun } from '#api/services/analyze/analysis-run.ts';

type Value = OrganizationRow['measures'][string];

/** What the measures of the registry give, in the form of the document. */
export interface MeasureValues {
  /** One record of measures a node. */
  readonly organizations: Record<string, Value>[];
  readonly network: Record<string, number | null>;
  /** Raw betweenness, where it was computed. */
  readonly betweenness: Float64Array | null;
  /** 1 for each tie that is a bridge. */
  readonly bridges: Uint8Array | null;
}

/** Runs the measures one after another, each as a step of its own; NaN becomes null. */
export async function measureValues(
  run: AnalysisRun,
  measures: readonly Measure[],
  groups: Groups | null,
): Promise<MeasureValues> {
  const organizations: Record<string, Value>[] = Array.from({ length: run.graph.n }, () => ({}));
  const network: Record<string, number | null> = {};
  let betweenness: Float64Array | null = null;
  let bridges: Uint8Array | null = null;
  const put = (id: string, valueOf: (v: number) => Value): void => {
    for (const [v, row] of organizations.entries()) row[id] = valueOf(v);
  };
  for (const measure of measures) {
    switch (measure.level) {
      case 'organization': {
        const values = await run.compute(measure, groups);
        if (measure.id === 'betweenness') betweenness = values;
        put(measure.id, (v) => orNull(values[v]));
        break;
      }
      case 'organizationFlag': {
        const flags = await run.compute(measure, groups);
        put(measure.id, (v) => flags[v] === 1);
        break;
      }
      case 'organizationRecord': {
        const columns = await run.compute(measure, groups);
        put(
          measure.id,
          (v) => Object.fromEntries(measure.keys.map((key) => [key, orNull(columns[key]?.[v])])) as Value,
        );
        break;
      }
      case 'network':
        network[measure.id] = orNull((await run.compute(measure, groups)) ?? undefined);
        break;
      case 'tieFlag':
        bridges = await run.compute(measure, groups);
        break;
    }
  }
  return { organizations, network, betweenness, bridges };
}

export function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
