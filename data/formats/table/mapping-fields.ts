import type { TableKind } from '#data/formats/table/table-plan.ts';

interface KindFields {
  readonly fields: readonly string[];
  /** Each group: at least one of them must be named. */
  readonly required: readonly (readonly string[])[];
}

const party = ['id', 'name', 'aliases', 'topics', 'place', 'lat', 'lon', 'description'];
const time = ['since', 'until'];

/** The fields that a mapping may name, by what the table holds. “identifier:SCHEME” is an organization's number of that scheme. */
export const mappingFields: Readonly<Record<TableKind, KindFields>> = {
  organizations: {
    fields: [...party, 'sector', 'website', 'size', 'identifier:SCHEME'],
    required: [['id', 'name']],
  },
  people: { fields: [...party, 'practice', 'organization', 'role'], required: [['id', 'name']] },
  relationships: {
    fields: [
      'id',
      'from',
      'to',
      'kind',
      'direction',
      'strength',
      'trust',
      'trust:reliability',
      'trust:support',
      'trust:openness',
      'statedBy',
      ...time,
    ],
    required: [['from'], ['to']],
  },
  collaborations: {
    fields: [
      'id',
      'name',
      'kind',
      'topics',
      'amount',
      'currency',
      'status',
      'place',
      'lat',
      'lon',
      'description',
      ...time,
    ],
    required: [['id', 'name']],
  },
  participation: {
    fields: ['organization', 'person', 'collaboration', 'role', ...time],
    required: [['organization', 'person'], ['collaboration']],
  },
  communities: {
    fields: ['id', 'name', 'kind', 'domain', 'topics', 'place', 'lat', 'lon', 'description'],
    required: [['id', 'name']],
  },
  membership: {
    fields: ['organization', 'person', 'community', 'role', 'concern', 'practice', ...time],
    required: [['organization', 'person'], ['community']],
  },
  gatherings: {
    fields: ['id', 'name', 'at', 'until', 'community', 'topics', 'place', 'lat', 'lon', 'notes'],
    required: [['id', 'name'], ['at']],
  },
  attendance: {
    fields: ['organization', 'person', 'gathering', 'via'],
    required: [['organization', 'person'], ['gathering']],
  },
  needs: {
    fields: [
      'id',
      'title',
      'askedBy',
      'category',
      'quantity',
      'openedAt',
      'closedAt',
      'place',
      'lat',
      'lon',
      'description',
    ],
    required: [['title'], ['askedBy'], ['openedAt']],
  },
  offers: {
    fields: ['id', 'party', 'category', 'capacity', 'place', 'lat', 'lon', 'description', ...time],
    required: [['party'], ['category']],
  },
};

/** Fields that hold lists, which patterns may fill. */
export const listFields: ReadonlySet<string> = new Set(['topics', 'aliases', 'domain']);

export function isMappingField(kind: TableKind, field: string): boolean {
  return (
    mappingFields[kind].fields.includes(field) ||
    (kind === 'organizations' && /^identifier:\S{1,100}$/u.test(field))
  );
}
