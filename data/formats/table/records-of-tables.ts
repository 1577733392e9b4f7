import type { ReadResult } from '#data/formats/format.ts';
import { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { readCommunities, readMembership } from '#data/formats/table/records/read-communities.ts';
import { readAttendance, readGatherings } from '#data/formats/table/records/read-gatherings.ts';
import { readNeeds, readOffers } from '#data/formats/table/records/read-needs.ts';
import { readCollaborations } from '#data/formats/table/records/read-collaborations.ts';
import { readParticipation } from '#data/formats/table/records/read-participation.ts';
import { readOrganizations, readPeople } from '#data/formats/table/records/read-parties.ts';
import { readRelationships } from '#data/formats/table/records/read-relationships.ts';
import type { TableKind, TablePlan } from '#data/formats/table/table-plan.ts';

type Reader = (plan: TablePlan, known: KnownRecords) => void;

/** What is named by others comes first, whatever the order of files. */
const readers: ReadonlyMap<TableKind, Reader> = new Map([
  ['organizations', readOrganizations],
  ['people', readPeople],
  ['collaborations', readCollaborations],
  ['communities', readCommunities],
  ['gatherings', readGatherings],
  ['relationships', readRelationships],
  ['participation', readParticipation],
  ['membership', readMembership],
  ['attendance', readAttendance],
  ['needs', readNeeds],
  ['offers', readOffers],
]);

/**
 * The records of planned tables: tables of organizations first (they make the node order), then what points to them.
 * Cost O(cells).
 */
export function recordsOfTables(plans: readonly TablePlan[], source: string): ReadResult['data'] {
  const known = new KnownRecords(plans, source);
  for (const [kind, read] of readers) {
    for (const plan of plans) if (plan.is === kind) read(plan, known);
  }
  return known.data;
}
