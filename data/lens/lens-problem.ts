import { DataError } from '#data/errors.ts';

const list = 'a list of texts';
const projections = '{"projection": "newman", "count" or "none"}';

/** What each part of a lens accepts, by its path; '' is the lens itself. */
const acceptedAt: Readonly<Record<string, string>> = {
  '': 'an object of during, knownAt, nodes, include, filter, distance, halfLife, hide',
  during: '"all" or [from, until], each YYYY, YYYY-MM or YYYY-MM-DD',
  knownAt: 'a revision, a whole number of 0 or more',
  nodes: '"organizations", "people" or "both"',
  include: 'an object of relationships, collaborations, gatherings, communities, affiliations',
  'include.relationships': 'null or an object of kinds, rule, minStrength, minTrust',
  'include.relationships.kinds': list,
  'include.relationships.rule': '"union" or "confirmed"',
  'include.relationships.minStrength': 'a number of 0 or more',
  'include.relationships.minTrust': 'a number from 1 to 4',
  'include.collaborations': 'null or an object of kinds, roles, projection',
  'include.collaborations.kinds': list,
  'include.collaborations.roles': list,
  'include.collaborations.projection': '"newman", "count" or "none"',
  'include.gatherings': `null or ${projections}`,
  'include.gatherings.projection': '"newman", "count" or "none"',
  'include.communities': `null or ${projections}`,
  'include.communities.projection': '"newman", "count" or "none"',
  'include.affiliations': 'true, false or null',
  filter: 'null or an object of sectors, topics, places, communities, text',
  'filter.sectors': list,
  'filter.topics': list,
  'filter.places': list,
  'filter.communities': 'a list of ids or names',
  'filter.text': 'a text of 1 to 500 characters',
  distance: '"hops" or "inverseStrength"',
  halfLife: 'null or an object from kinds of tie to months above 0',
  hide: 'a list of ids',
};

/** "include.relationships.rule is "both"; accepted: "union" or "confirmed"." */
export function lensProblem(path: string, value: unknown, accepted?: string): string {
  const where = path === '' ? 'The lens' : path;
  return `${where} is ${shown(value)}; accepted: ${accepted ?? nearest(path)}.`;
}

export function lensNotValid(problems: readonly string[]): DataError {
  return new DataError(
    'LENS_NOT_VALID',
    problems.join(' '),
    'Any part of a lens; null removes a part. An example: {"include": {"relationships": null}}.',
  );
}

/** What is accepted there or, for a part that does not exist, in the part around it. */
function nearest(path: string): string {
  let at = path.replace(/\[\d+\]/gu, '');
  while (at !== '' && !Object.hasOwn(acceptedAt, at)) at = at.slice(0, Math.max(0, at.lastIndexOf('.')));
  return acceptedAt[at] ?? '';
}

function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
