import { capitalized } from '#analysis/words/capitalized.ts';
import type { Field } from '#viz/panels/edit/field.ts';
import type { RecordKind } from '#viz/client/stored.ts';

const parties = ['organizations', 'people'];
const since: Field = { as: 'date', name: 'since', label: 'Since', hint: '2019, 2019-12 or 2019-12-01' };
const until: Field = { as: 'date', name: 'until', label: 'Until', hint: 'Empty: still so' };
const topics: Field = { as: 'words', name: 'topics', label: 'Topics', vocabulary: 'topics' };
const description: Field = { as: 'long', name: 'description', label: 'Description' };
const name: Field = { as: 'text', name: 'name', label: 'Name', needed: true };
const place: Field = {
  as: 'group',
  name: 'place',
  label: 'Place',
  fields: [
    { as: 'named', name: 'name', label: 'Name of the place', vocabulary: 'places' },
    { as: 'number', name: 'lat', label: 'Latitude' },
    { as: 'number', name: 'lon', label: 'Longitude' },
  ],
};
const role: Field = { as: 'named', name: 'role', label: 'Role', vocabulary: 'roles' };
const party: Field = { as: 'record', name: 'party', label: 'Who', collections: parties, needed: true };
const grades = ['reliability', 'support', 'openness'];
const worths = ['influence', 'involvement', 'resources'];
const graded = (names: readonly string[]): readonly Field[] =>
  names.map((word) => ({
    as: 'number',
    name: word,
    label: capitalized(word),
    hint: '1 to 4',
  }));

/** Who says so: each side's word is kept apart. */
const statements: Field = {
  as: 'list',
  name: 'statements',
  label: 'Statements',
  one: 'statement',
  fields: [
    { as: 'record', name: 'by', label: 'Said by', collections: parties, needed: true },
    { as: 'flag', name: 'agrees', label: 'Says that it is so' },
    { as: 'number', name: 'strength', label: 'How strong' },
    { as: 'instant', name: 'at', label: 'Said at' },
    { as: 'group', name: 'trust', label: 'Trust', fields: graded(grades) },
    { as: 'group', name: 'value', label: 'Value', fields: graded(worths) },
    { as: 'record', name: 'source', label: 'Source', collections: ['sources'] },
  ],
};

/** What is shown and edited of each kind of record, in this order. */
export const recordFields: Readonly<Record<RecordKind, readonly Field[]>> = {
  organization: [
    name,
    { as: 'words', name: 'aliases', label: 'Also called' },
    { as: 'named', name: 'sector', label: 'Sector', vocabulary: 'sectors' },
    topics,
    place,
    { as: 'website', name: 'website', label: 'Website' },
    description,
    { as: 'number', name: 'size', label: 'Size', hint: 'People who work there' },
    {
      as: 'list',
      name: 'identifiers',
      label: 'Registered as',
      one: 'number',
      fields: [
        { as: 'text', name: 'scheme', label: 'Register', hint: 'GB-CHC, US-EIN …', needed: true },
        { as: 'text', name: 'value', label: 'Number', needed: true },
      ],
    },
  ],
  person: [
    name,
    { as: 'words', name: 'aliases', label: 'Also called' },
    { as: 'text', name: 'practice', label: 'Practice', hint: 'What they do, in their words' },
    topics,
    place,
    description,
    {
      as: 'list',
      name: 'affiliations',
      label: 'Works with',
      one: 'organization',
      fields: [
        {
          as: 'record',
          name: 'organization',
          label: 'Organization',
          collections: ['organizations'],
          needed: true,
        },
        { as: 'text', name: 'role', label: 'Role' },
        since,
        until,
      ],
    },
  ],
  relationship: [
    { as: 'record', name: 'from', label: 'From', collections: parties, needed: true },
    { as: 'record', name: 'to', label: 'To', collections: parties, needed: true },
    { as: 'named', name: 'kind', label: 'Kind', vocabulary: 'tieKinds', needed: true },
    {
      as: 'choice',
      name: 'direction',
      label: 'Direction',
      options: ['directed', 'mutual', 'undirected'],
      needed: true,
    },
    { as: 'number', name: 'strength', label: 'Strength', hint: 'Counts where nobody states one' },
    since,
    until,
    statements,
  ],
  collaboration: [
    name,
    { as: 'text', name: 'kind', label: 'Kind', hint: 'project, coalition, programme, grant …' },
    topics,
    since,
    until,
    { as: 'text', name: 'status', label: 'Status' },
    {
      as: 'group',
      name: 'amount',
      label: 'Amount',
      fields: [
        { as: 'number', name: 'value', label: 'Sum' },
        { as: 'text', name: 'currency', label: 'Currency', hint: 'EUR, USD …' },
      ],
    },
    place,
    description,
    {
      as: 'list',
      name: 'participants',
      label: 'Participants',
      one: 'participant',
      fields: [party, role, since, until],
    },
    { as: 'records', name: 'sources', label: 'Sources', collections: ['sources'] },
  ],
  community: [
    name,
    { as: 'text', name: 'kind', label: 'Kind', hint: 'community of practice, cohort, alumni' },
    { as: 'words', name: 'domain', label: 'Shared concern', hint: 'One topic a line' },
    description,
    place,
    {
      as: 'list',
      name: 'members',
      label: 'Members',
      one: 'member',
      fields: [
        party,
        {
          as: 'choice',
          name: 'role',
          label: 'Role',
          options: ['member', 'convener', 'facilitator', 'alumnus'],
          needed: true,
        },
        { as: 'text', name: 'concern', label: 'Concern' },
        { as: 'text', name: 'practice', label: 'Practice' },
        since,
        until,
      ],
    },
    {
      as: 'list',
      name: 'agenda',
      label: 'Agenda',
      one: 'item',
      fields: [
        { as: 'text', name: 'item', label: 'Item', needed: true },
        { as: 'record', name: 'proposedBy', label: 'Proposed by', collections: parties },
      ],
    },
  ],
  gathering: [
    name,
    { as: 'instant', name: 'at', label: 'Begins', needed: true },
    { as: 'instant', name: 'until', label: 'Ends' },
    { as: 'record', name: 'community', label: 'Community', collections: ['communities'] },
    { as: 'records', name: 'conveners', label: 'Convened by', collections: parties },
    topics,
    place,
    { as: 'long', name: 'notes', label: 'Notes' },
    {
      as: 'list',
      name: 'attendees',
      label: 'Who was there',
      one: 'attendee',
      fields: [party, { as: 'record', name: 'via', label: 'For', collections: ['organizations'] }],
    },
  ],
  need: [
    { as: 'text', name: 'title', label: 'Title', needed: true },
    { as: 'record', name: 'askedBy', label: 'Asked by', collections: parties, needed: true },
    { as: 'instant', name: 'openedAt', label: 'Asked at', needed: true },
    { as: 'instant', name: 'closedAt', label: 'Closed at' },
    place,
    description,
    {
      as: 'list',
      name: 'items',
      label: 'Items',
      one: 'item',
      fields: [
        { as: 'text', name: 'category', label: 'What', needed: true },
        { as: 'number', name: 'quantity', label: 'How many' },
        { as: 'records', name: 'acceptedBy', label: 'Taken by', collections: parties },
        { as: 'instant', name: 'acceptedAt', label: 'Taken at' },
        { as: 'instant', name: 'doneAt', label: 'Done at' },
      ],
    },
  ],
  offer: [
    { as: 'record', name: 'party', label: 'Offered by', collections: parties, needed: true },
    { as: 'text', name: 'category', label: 'What', needed: true },
    description,
    { as: 'number', name: 'capacity', label: 'How many' },
    place,
    since,
    until,
  ],
  source: [
    { as: 'text', name: 'title', label: 'Title', needed: true },
    {
      as: 'choice',
      name: 'kind',
      label: 'Kind',
      options: ['page', 'document', 'answer'],
      needed: true,
    },
    { as: 'website', name: 'url', label: 'Address' },
    { as: 'instant', name: 'at', label: 'Seen at' },
  ],
};
