import type { Community } from '#data/model/community.ts';
import type { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { noteCustomLeftOut } from '#data/formats/table/records/note-custom-left-out.ts';
import { partyField } from '#data/formats/table/records/party-field.ts';
import { readOwnId } from '#data/formats/table/records/read-own-id.ts';
import { readPlace } from '#data/formats/table/records/read-place.ts';
import { present } from '#data/formats/table/records/present.ts';
import { RowReader } from '#data/formats/table/row-reader.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Adds the communities of a table, in its order. */
export function readCommunities(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  for (const row of plan.rows) {
    reader.open(row);
    const own = readOwnId(reader, 'A community', 1_000);
    if (own === undefined) {
      known.rowRefused(reader);
      continue;
    }
    const kind = reader.text('kind', 200);
    const domain = reader.list('domain') ?? reader.list('topics');
    const place = readPlace(reader);
    const description = reader.text('description', 10_000);
    const custom = reader.custom();
    if (reader.bad || known.refuseRepeated(reader, known.data.communities, own.id)) {
      known.rowRefused(reader);
      continue;
    }
    known.data.communities.push({
      ...own,
      ...present({ kind, domain, place, description, custom }),
      external: known.external(own.id),
    });
  }
}

type Role = NonNullable<Community['members']>[number]['role'];
const roles: readonly Role[] = ['member', 'convener', 'facilitator', 'alumnus'];

/** Adds who belongs to which community, one row a membership. Without a role it is a member. */
export function readMembership(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  noteCustomLeftOut(plan, 'A membership holds role, concern, practice and dates only');
  for (const row of plan.rows) {
    reader.open(row);
    const party = known.party(reader, partyField(reader), 'A member');
    const community = communityOf(reader, known);
    const role = roleOf(reader);
    const concern = reader.text('concern', 2_000);
    const practice = reader.text('practice', 2_000);
    const time = reader.validTime();
    if (reader.bad || party === undefined || community === undefined) continue;
    (community.members ??= []).push({
      party,
      ...present({ concern, practice }),
      role,
      ...time,
    });
  }
}

function roleOf(reader: RowReader): Role {
  const text = reader.raw('role');
  const role = roles.find((name) => name === text?.toLowerCase());
  if (text !== undefined && role === undefined) {
    reader.refuse(
      'ROLE_NOT_VALID',
      'role',
      `The role is “${text}”; ${roles.join(', ')} and an empty cell are accepted.`,
      text,
    );
  }
  return role ?? 'member';
}

function communityOf(reader: RowReader, known: KnownRecords): Community | undefined {
  const id = reader.required('community', 500, 'A community');
  if (id === undefined) return undefined;
  const there = known.data.communities.find((community) => community.id === id);
  if (there !== undefined) return there;
  if (known.lists('communities')) {
    reader.refuse(
      'COMMUNITY_NOT_FOUND',
      'community',
      known.notListed(id, `“${id}” is no community that the tables list`),
      id,
    );
    return undefined;
  }
  if (reader.bad) return undefined;
  const made: Community = { id, name: id, external: known.external(id) };
  known.data.communities.push(made);
  return made;
}
