/** A column's name for comparing: small letters, punctuation and camelCase as blanks: “ (from)” → “from”, “orgType” → “org type”. */
export function headerWords(name: string): string {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words of both ends of a tie, preferred pair first. */
export const endWords: readonly (readonly [string, string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['sender', 'receiver'],
  ['ego', 'alter'],
  ['tail', 'head'],
  ['node1', 'node2'],
  ['node 1', 'node 2'],
  ['node a', 'node b'],
  ['org1', 'org2'],
  ['org 1', 'org 2'],
  ['org a', 'org b'],
  ['organization 1', 'organization 2'],
  ['organization a', 'organization b'],
  ['organisation 1', 'organisation 2'],
  ['organisation a', 'organisation b'],
  ['v1', 'v2'],
];

/** What else a column of ties can be, first match first. */
export const tieWords = {
  id: ['id', 'tie id', 'edge id', 'link id'],
  direction: ['direction', 'directed', 'type'],
  strength: ['weight', 'strength', 'tie strength', 'edge weight'],
  kind: ['kind', 'relation', 'relationship', 'tie type', 'edge type', 'connection type', 'type', 'label'],
  since: ['since', 'start', 'startdate', 'start date', 'valid from'],
  until: ['until', 'end', 'enddate', 'end date', 'valid to'],
} as const;

/** What a column of a node table can be, first match first. */
export const nodeWords = {
  id: [
    'id',
    'node id',
    'key',
    'org id',
    'organization id',
    'organisation id',
    'identifier',
    'node',
    'nodes',
    'organization',
    'organisation',
    'org',
    'company',
    'agency name',
    'code',
  ],
  name: [
    'label',
    'name',
    'names',
    'title',
    'organization name',
    'organisation name',
    'org name',
    'full name',
  ],
  aliases: ['aliases', 'alias', 'alternate name', 'also known as'],
  sector: [
    'sector',
    'type',
    'org type',
    'organization type',
    'organisation type',
    'element type',
    'category',
    'kind',
  ],
  topics: ['topics', 'topic', 'tags', 'themes', 'keywords'],
  place: ['place', 'city', 'town', 'municipality'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'long', 'longitude'],
  website: ['website', 'url', 'homepage', 'web site'],
  description: ['description', 'about'],
} as const;

/** Columns of a two-mode list: who takes part. */
export const partyWords: readonly string[] = [
  'org id',
  'organization id',
  'organisation id',
  'organization',
  'organisation',
  'org',
  'organization name',
  'organisation name',
  'org name',
  'member',
  'partner',
  'participant',
  'party',
  'company',
  'institution',
  'agency',
  'actor',
];

/** Columns of a two-mode list: in what. */
export const collaborationWords: readonly string[] = [
  'project id',
  'collaboration id',
  'event id',
  'programme id',
  'program id',
  'coalition id',
  'grant id',
  'project',
  'collaboration',
  'event',
  'programme',
  'program',
  'coalition',
  'partnership',
  'initiative',
  'working group',
  'committee',
  'board',
  'grant',
  'activity',
  'project name',
  'collaboration name',
];

export const participationWords = {
  role: ['role', 'collaborative role', 'participant role'],
  since: tieWords.since,
  until: tieWords.until,
} as const;
