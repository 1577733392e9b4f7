import type { Kind } from '#data/model/define-record.ts';

/** How a field that names other records is a relationship of the graph. */
export interface LinkPlan {
  /** The field of the record, or of the row that an item node stands for. */
  readonly field: string;
  /** The rows' field that holds the id, where the field is a list of rows; what else a row says is on the relationship. */
  readonly target?: string;
  readonly list?: true;
  readonly type: string;
  /** in: (named)-[type]->(who names it); out: the other way round. */
  readonly way: 'in' | 'out';
  /** Follows from another relationship; nothing is read from it. */
  readonly derived?: true;
}

/** Rows of a record that are nodes of their own, because they name records themselves or are looked for. */
export interface ItemPlan {
  readonly field: string;
  readonly label: string;
  readonly type: string;
  /** in: (item)-[type]->(record); out: the other way round. */
  readonly way: 'in' | 'out';
  readonly links: readonly LinkPlan[];
}

export interface KindPlan {
  /** The label that tells the kind. */
  readonly label: string;
  readonly party?: true;
  readonly links: readonly LinkPlan[];
  readonly items: readonly ItemPlan[];
}

const none = { links: [], items: [] } as const;

/** The graph as people see it in Neo4j: one line a label and a type, and no other is ever written. */
export const graphPlan: Readonly<Record<Kind, KindPlan>> = {
  network: { label: 'Network', ...none },
  organization: {
    label: 'Organization',
    party: true,
    links: [],
    items: [{ field: 'identifiers', label: 'Identifier', type: 'IDENTIFIED_BY', way: 'out', links: [] }],
  },
  person: {
    label: 'Person',
    party: true,
    links: [
      { field: 'affiliations', target: 'organization', list: true, type: 'AFFILIATED_WITH', way: 'out' },
    ],
    items: [],
  },
  relationship: {
    label: 'Relationship',
    links: [
      { field: 'from', type: 'FROM', way: 'out' },
      { field: 'to', type: 'TO', way: 'out' },
    ],
    items: [
      {
        field: 'statements',
        label: 'Statement',
        type: 'ABOUT',
        way: 'in',
        links: [
          { field: 'by', type: 'STATED', way: 'in' },
          { field: 'source', type: 'CITES', way: 'out' },
        ],
      },
    ],
  },
  collaboration: {
    label: 'Collaboration',
    links: [
      { field: 'participants', target: 'party', list: true, type: 'TAKES_PART_IN', way: 'in' },
      { field: 'sources', list: true, type: 'CITES', way: 'out' },
    ],
    items: [],
  },
  community: {
    label: 'Community',
    links: [{ field: 'members', target: 'party', list: true, type: 'MEMBER_OF', way: 'in' }],
    items: [
      {
        field: 'agenda',
        label: 'AgendaItem',
        type: 'HAS_ITEM',
        way: 'out',
        links: [{ field: 'proposedBy', type: 'PROPOSED', way: 'in' }],
      },
    ],
  },
  gathering: {
    label: 'Gathering',
    links: [
      { field: 'community', type: 'HELD_FOR', way: 'out' },
      { field: 'conveners', list: true, type: 'CONVENED', way: 'in' },
      { field: 'attendees', target: 'party', list: true, type: 'ATTENDED', way: 'in' },
      { field: 'attendees', target: 'via', list: true, type: 'REPRESENTED_AT', way: 'in', derived: true },
    ],
    items: [],
  },
  need: {
    label: 'Need',
    links: [{ field: 'askedBy', type: 'ASKED', way: 'in' }],
    items: [
      {
        field: 'items',
        label: 'NeedItem',
        type: 'HAS_ITEM',
        way: 'out',
        links: [{ field: 'acceptedBy', list: true, type: 'ACCEPTED', way: 'in' }],
      },
    ],
  },
  offer: { label: 'Offer', links: [{ field: 'party', type: 'OFFERS', way: 'in' }], items: [] },
  source: { label: 'Source', ...none },
};

/** All labels of a kind's node, as Cypher. :Record is what the uniqueness of ids hangs on, whatever the kind. */
export function labelsOf(kind: Kind): string {
  const { label, party } = graphPlan[kind];
  return `:Record:${label}${party ? ':Party' : ''}`;
}

/** A pattern between two nodes of a query. */
export function pattern(
  left: string,
  { type, way }: { type: string; way: 'in' | 'out' },
  right: string,
  name = '',
): string {
  const arrow = `[${name}:${type}]`;
  return way === 'out' ? `${left}-${arrow}->${right}` : `${left}<-${arrow}-${right}`;
}
