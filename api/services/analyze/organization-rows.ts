import { memberStability } from '#analysis/community/member-stability.ts';
import type { Silo } from '#analysis/findings/silo.ts';
import type { Groups } from '#analysis/graph/graph.ts';
import type { OrganizationRow } from '#api/contract/analysis.ts';
import type { AnalysisRun } from '#api/services/analyze/analysis-run.ts';
import type { FindingId } from '#api/services/analyze/choose-measures.ts';
import { eventCounts } from '#api/services/analyze/event-counts.ts';
import { orNull } from '#api/services/analyze/measure-values.ts';

/** One row an organization, in node order. What was not computed has no key. */
export async function organizationRows(
  run: AnalysisRun,
  findings: ReadonlySet<FindingId>,
  groups: Groups | null,
  measures: readonly OrganizationRow['measures'][],
): Promise<OrganizationRow[]> {
  const detected = findings.has('communities') || findings.has('silos');
  const detection = detected ? await run.detection() : null;
  const silos = findings.has('silos') ? (await run.silos()).silos : null;
  const stable = detection && memberStability(detection);
  const counts = eventCounts(run.graph);
  return run.network.lensed.nodes.map((node, v) => ({
    id: node.id,
    label: node.label,
    sector: node.sector ?? null,
    ...(detection && { community: detection.membership[v] ?? null }),
    ...(groups && { group: indexOrNull(groups.of[v]) }),
    ...(silos && { silo: siloOf(silos, detection?.membership[v]) }),
    ...(stable && { stability: orNull(stable[v]) }),
    collaborations: counts?.[v] ?? null,
    measures: measures[v] ?? {},
  }));
}

/** −1: in no group. */
function indexOrNull(group: number | undefined): number | null {
  return group === undefined || group === -1 ? null : group;
}

function siloOf(silos: readonly Silo[], community: number | undefined): number | null {
  return community !== undefined && silos[community]?.certified === true ? community : null;
}
