import type { Analysis, OrganizationRow, SiloRow } from '#api/contract/analysis.ts';
import {
  type ReportGroup,
  bestConnected,
  groupName,
  reportGroups,
  smallestGroup,
} from '#viz/report/report-groups.ts';
import { clipped } from '#viz/report/figures/clipped.ts';
import type { OrganizationDetails, ReportInput } from '#viz/report/report-input.ts';
import { type Phrases, reportPhrases } from '#viz/report/report-words.ts';

/** A longer name would be the sentence; tables have it whole. */
const longestInProse = 110;

/** One organization with everything the report says of it. */
export interface ReportOrganization {
  readonly row: OrganizationRow;
  /** As sentences have it. */
  readonly label: string;
  readonly details: OrganizationDetails;
  /** Index of its sector's mark; −1: not known. */
  readonly category: number;
  /** Letter of its group; null: in no group of four. */
  readonly letter: string | null;
  readonly partners: readonly number[];
  /** Groups of its partners and its own; 0 without a partner. */
  readonly groupsReached: number;
}

/** A tested group, under the letter of the same group on the map where there is one. */
export interface Candidate {
  readonly silo: SiloRow;
  readonly letter: string;
  readonly name: string;
  /** Its best-connected member. */
  readonly around: string;
}

/** What all pages read: the analysis, looked up and counted once. */
export interface ReportFacts {
  readonly input: ReportInput;
  readonly analysis: Analysis;
  readonly phrases: Phrases;
  /** In node order. */
  readonly organizations: readonly ReportOrganization[];
  readonly byId: ReadonlyMap<string, ReportOrganization>;
  readonly groups: readonly ReportGroup[];
  readonly candidates: readonly Candidate[];
  /** Names of the sectors by their mark. */
  readonly categories: readonly string[];
}

export function reportFacts(input: ReportInput): ReportFacts {
  const { analysis, map } = input;
  const groups = reportGroups(analysis);
  const letters = new Map(groups.map((group) => [group.index, group.letter]));
  const details = new Map(input.organizations.map((one) => [one.id, one]));
  const partners = partnersByNode(input);
  const organizations = analysis.organizations.map((row, node) => {
    const own = partners[node] ?? [];
    return {
      row,
      label: clipped(row.label, longestInProse),
      details: details.get(row.id) ?? { id: row.id, collaborations: null, joint: null, led: null },
      category: map.nodes[node]?.category ?? -1,
      letter: letters.get(row.group ?? -1) ?? null,
      partners: own,
      groupsReached: groupsReached(analysis, row, own),
    };
  });
  return {
    input,
    analysis,
    phrases: reportPhrases(input),
    organizations,
    byId: new Map(organizations.map((one) => [one.row.id, one])),
    groups,
    candidates: candidates(analysis, groups),
    categories: map.categories.map((category) => category.name),
  };
}

function partnersByNode(input: ReportInput): number[][] {
  const partners: number[][] = input.analysis.organizations.map(() => []);
  for (const { a, b } of input.map.ties) {
    partners[a]?.push(b);
    partners[b]?.push(a);
  }
  return partners;
}

function groupsReached(analysis: Analysis, row: OrganizationRow, partners: readonly number[]): number {
  if (partners.length === 0) return 0;
  const reached = new Set<number>();
  if (row.group !== undefined && row.group !== null) reached.add(row.group);
  for (const partner of partners) {
    const group = analysis.organizations[partner]?.group ?? null;
    if (group !== null) reached.add(group);
  }
  return reached.size;
}

/** Largest first; a candidate that is a group in use has its letter, another one a number. */
function candidates(analysis: Analysis, groups: readonly ReportGroup[]): Candidate[] {
  const rows = new Map(analysis.organizations.map((row) => [row.id, row]));
  const byMembers = new Map(groups.map((group) => [memberKey(group.members), group.letter]));
  return (analysis.silos ?? [])
    .filter((silo) => silo.size >= smallestGroup)
    .sort((a, b) => b.size - a.size)
    .map((silo, place) => {
      const members = silo.members.flatMap((id) => rows.get(id) ?? []);
      return {
        silo,
        letter: byMembers.get(memberKey(silo.members)) ?? String(place + 1),
        name: groupName(members),
        around: clipped(bestConnected(members, 1)[0]?.label ?? '', longestInProse),
      };
    })
    .sort((a, b) => byLetter(a.letter, b.letter));
}

function byLetter(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function memberKey(members: readonly string[]): string {
  return JSON.stringify([...members].sort());
}

/** A measure of an organization, null where it was not computed or does not exist. */
export function measureOf(organization: ReportOrganization, measure: string): number | null {
  const value = organization.row.measures[measure];
  return typeof value === 'number' ? value : null;
}

/** The mark before a name; none where no sector is known at all. */
export function markOf(facts: ReportFacts, organization: ReportOrganization): { readonly mark?: number } {
  return facts.categories.length === 0 ? {} : { mark: organization.category };
}

/** The label of an organization; its id where the analysis has no such row. */
export function labelOf(facts: ReportFacts, id: string): string {
  return facts.byId.get(id)?.label ?? id;
}
