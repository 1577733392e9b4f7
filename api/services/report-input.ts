import type { Analysis } from '#api/contract/analysis.ts';
import { shownNames } from '#api/services/shown-names.ts';
import { mapInput } from '#api/services/map-input.ts';
import { reportWords } from '#api/services/report-words.ts';
import { reportTimeline } from '#api/services/report-timeline.ts';
import type { LoadedNetwork } from '#api/services/load-network.ts';
import type { SharedEvent } from '#data/lens/lensed-network.ts';
import type { Source } from '#data/model/source.ts';
import type { Network } from '#data/model/network.ts';
import type { OrganizationDetails, ReportInput } from '#viz/report/report-input.ts';

export interface ReportTitle {
  /** The network's name; from files without one, their own. */
  readonly name: string;
  /** The files it was read from, by name; none where it comes from a store. */
  readonly files: readonly string[];
}

/** A longer name stands above the title instead of in it. */
const longestInTitle = 60;

/** All that the partnership report is made from: a whole analysis and what the records say beside it. */
export function reportInput(
  analysis: Analysis,
  network: LoadedNetwork,
  { name, files }: ReportTitle,
): ReportInput {
  const { data, lensed } = network;
  const shown = shownNames(analysis);
  // A report's date is that of its revision; files have none, whatever day the lens looks at.
  const asOf = network.at?.slice(0, 10) ?? null;
  const events = lensed.events.find(({ of }) => of === 'collaborations')?.events ?? [];
  const recorded = events.length > 0;
  const timeline = reportTimeline(events, asOf);
  const words = reportWords(network);
  const sources = sourceLines(data.network, data.sources, files);
  return {
    analysis: shown,
    map: mapInput(shown, lensed, { title: name, words }),
    title: name.length > longestInTitle ? 'Who works with whom' : `Who works with whom in ${name}`,
    networkName: name,
    asOf,
    ties: tieSource(network),
    words,
    collaborations: recorded ? totals(events) : null,
    gatherings: data.gatherings.length > 0,
    organizations: details(network, events),
    ...(timeline === null ? {} : { timeline }),
    ...(sources.length === 0 ? {} : { sources }),
  };
}

const mostSources = 6;

/** Where the data came from, one line each, with address and licence where they are recorded. */
function sourceLines(
  network: Network | undefined,
  sources: readonly Source[],
  files: readonly string[],
): string[] {
  const lines = sources.map(({ title, url, custom }) =>
    [title, url, licenceOf(custom)].filter((part) => part !== undefined).join('; '),
  );
  const shown = lines.length > mostSources ? lines.slice(0, mostSources - 1) : lines;
  const rest = lines.length - shown.length;
  const licence = licenceOf(network?.custom);
  return [
    ...(files.length === 0 ? [] : [files.join(', ')]),
    ...(licence === undefined ? [] : [licence]),
    ...shown,
    ...(rest === 0 ? [] : [`and ${rest} more, in the network’s sources`]),
  ];
}

function licenceOf(custom: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const licence = custom?.['licence'] ?? custom?.['license'];
  return typeof licence === 'string' && licence !== '' ? `licence: ${licence}` : undefined;
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

function details({ data, lensed }: LoadedNetwork, events: readonly SharedEvent[]): OrganizationDetails[] {
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
  const aliases = new Map(data.organizations.map((one) => [one.id, one.aliases ?? []]));
  return lensed.nodes.map(({ id, label }, v) => ({
    id,
    ...nameInFull(label, aliases.get(id) ?? []),
    aliases: aliases.get(id) ?? [],
    collaborations: recorded ? (counts[v]?.collaborations ?? 0) : null,
    joint: recorded ? (counts[v]?.joint ?? 0) : null,
    led: recorded ? (counts[v]?.led ?? 0) : null,
  }));
}

/** An acronym's name in full: its first alias of several words. */
function nameInFull(label: string, aliases: readonly string[]): { fullName?: string } {
  const letters = label.replace(/[^\p{L}]/gu, '');
  if (!/^\p{Lu}[\p{Lu}\p{Ll}]{1,9}$/u.test(letters) || !/\p{Lu}.*\p{Lu}/u.test(letters)) return {};
  const fullName = aliases.find(
    (alias) => alias.length > label.length && alias.trim().split(/[\s-]+/u).length > 1,
  );
  return fullName === undefined ? {} : { fullName };
}
