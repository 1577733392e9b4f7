import type { Analysis } from '#api/contract/analysis.ts';
import { mapInput } from '#api/services/map-input.ts';
import { reportTimeline } from '#api/services/report-timeline.ts';
import type { LoadedNetwork } from '#api/services/load-network.ts';
import type { SharedEvent } from '#data/lens/lensed-network.ts';
import type { OrganizationDetails, ReportInput } from '#viz/report/report-input.ts';

export interface ReportTitle {
  /** The network's name; from files without one, their own. */
  readonly name: string;
  /** The data's own date, never the clock. */
  readonly asOf: string | null;
}

/** All that the partnership report is made from: a whole analysis and what the records say beside it. */
export function reportInput(
  analysis: Analysis,
  network: LoadedNetwork,
  { name, asOf }: ReportTitle,
): ReportInput {
  const { data, lensed } = network;
  const events = lensed.events.find(({ of }) => of === 'collaborations')?.events ?? [];
  const recorded = events.length > 0;
  const timeline = reportTimeline(events);
  return {
    analysis,
    map: mapInput(analysis, lensed, name),
    title: 'Who works with whom',
    networkName: name,
    asOf,
    ties: tieSource(network),
    collaborations: recorded ? totals(events) : null,
    gatherings: data.gatherings.length > 0,
    organizations: details(network, events),
    ...(timeline === null ? {} : { timeline }),
    sources: data.sources.map(({ title }) => title),
  };
}

function tieSource({ lensed }: LoadedNetwork): ReportInput['ties'] {
  const { stated, projected } = lensed.graph.origin;
  const shared = projected.some(({ events }) => events > 0);
  if (stated.from.length === 0) return shared ? 'shared' : 'stated';
  return shared ? 'both' : 'stated';
}

function totals(events: readonly SharedEvent[]) {
  return {
    total: events.length,
    joint: events.filter(({ members }) => members.length > 1).length,
    participations: events.reduce((sum, { members }) => sum + members.length, 0),
  };
}

const leads = /^lead/iu;

function details({ lensed }: LoadedNetwork, events: readonly SharedEvent[]): OrganizationDetails[] {
  const counts = lensed.nodes.map(() => ({ collaborations: 0, joint: 0, led: 0 }));
  for (const { members, roles } of events) {
    for (const [at, member] of members.entries()) {
      const count = counts[member];
      if (!count) continue;
      count.collaborations++;
      if (members.length > 1) count.joint++;
      if (roles[at]?.some((role) => leads.test(role))) count.led++;
    }
  }
  const recorded = events.length > 0;
  return lensed.nodes.map(({ id }, v) => ({
    id,
    collaborations: recorded ? (counts[v]?.collaborations ?? 0) : null,
    joint: recorded ? (counts[v]?.joint ?? 0) : null,
    led: recorded ? (counts[v]?.led ?? 0) : null,
  }));
}
