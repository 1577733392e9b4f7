import type { Organization } from '#data/model/organization.ts';
import type { Person } from '#data/model/person.ts';
import type { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { readOwnId } from '#data/formats/table/records/read-own-id.ts';
import { readPlace } from '#data/formats/table/records/read-place.ts';
import { takeRepeated } from '#data/formats/table/records/take-repeated.ts';
import { present } from '#data/formats/table/records/present.ts';
import { RowReader } from '#data/formats/table/row-reader.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Adds the organizations of a table, in its order. */
export function readOrganizations(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  const at = new Map(known.data.organizations.map(({ id }, index) => [id, index]));
  for (const row of plan.rows) {
    reader.open(row);
    const organization = organizationOf(reader, known);
    if (organization === undefined) {
      known.rowRefused(reader);
      continue;
    }
    const { id } = organization;
    if (!known.parties.has(id)) {
      at.set(id, known.data.organizations.length);
      known.addOrganization(organization);
    } else takeRepeated(reader, organization, known.data.organizations, at.get(id));
  }
}

function organizationOf(reader: RowReader, known: KnownRecords): Organization | undefined {
  const own = readOwnId(reader, 'An organization', 1_000);
  if (own === undefined) return undefined;
  const aliases = reader.list('aliases');
  const identifiers = identifiersOf(reader);
  const sector = reader.text('sector', 500);
  const topics = reader.list('topics');
  const place = readPlace(reader);
  const description = reader.text('description', 10_000);
  const website = reader.text('website', 2_000);
  const size = reader.number('size', 0, Number.MAX_VALUE, 'a number of 0 or more');
  const custom = reader.custom();
  if (reader.bad) return undefined;
  return {
    ...own,
    ...present({ aliases }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...present({ sector, topics, place, description, website, size, custom }),
    external: known.external(own.id),
  };
}

function identifiersOf(reader: RowReader): { scheme: string; value: string }[] {
  return [...reader.plan.columns.keys()].flatMap((field) => {
    const value = field.startsWith('identifier:') ? reader.text(field, 500) : undefined;
    return value === undefined ? [] : [{ scheme: field.slice('identifier:'.length), value }];
  });
}

/** Adds the people of a table, in its order. */
export function readPeople(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  const at = new Map(known.data.people.map(({ id }, index) => [id, index]));
  for (const row of plan.rows) {
    reader.open(row);
    const person = personOf(reader, known);
    if (person === undefined) {
      known.rowRefused(reader);
      continue;
    }
    if (!known.parties.has(person.id)) {
      at.set(person.id, known.data.people.length);
      known.parties.set(person.id, 'person');
      known.data.people.push(person);
    } else takeRepeated(reader, person, known.data.people, at.get(person.id));
  }
}

function personOf(reader: RowReader, known: KnownRecords): Person | undefined {
  const own = readOwnId(reader, 'A person', 1_000);
  if (own === undefined) return undefined;
  const aliases = reader.list('aliases');
  const topics = reader.list('topics');
  const place = readPlace(reader);
  const practice = reader.text('practice', 1_000);
  const description = reader.text('description', 10_000);
  const organization =
    reader.raw('organization') === undefined
      ? undefined
      : known.party(reader, 'organization', 'The organization of a person');
  const role = reader.text('role', 200);
  const affiliation = organization === undefined ? undefined : { organization, ...present({ role }) };
  const custom = reader.custom();
  if (reader.bad) return undefined;
  return {
    ...own,
    ...present({ aliases }),
    ...(affiliation === undefined ? {} : { affiliations: [affiliation] }),
    ...present({ topics, practice, place, description, custom }),
    external: known.external(own.id),
  };
}
