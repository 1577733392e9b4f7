import type { Loss } from '#data/formats/format.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/** A part of the records that a format may be unable to hold, and how many there are of it. */
const parts = {
  'network (name, vocabularies, default lens)': (data) => (data.network === undefined ? 0 : 1),
  people: (data) => data.people.length,
  relationships: (data) => data.relationships.length,
  collaborations: (data) => data.collaborations.length,
  communities: (data) => data.communities.length,
  gatherings: (data) => data.gatherings.length,
  needs: (data) => data.needs.length,
  offers: (data) => data.offers.length,
  sources: (data) => data.sources.length,
  'affiliations of people': (data) =>
    data.people.reduce((sum, one) => sum + (one.affiliations?.length ?? 0), 0),
  'statements about relationships (who said so, trust, value)': (data) =>
    data.relationships.reduce((sum, one) => sum + (one.statements?.length ?? 0), 0),
  'identifiers of organizations': (data) =>
    data.organizations.reduce((sum, one) => sum + (one.identifiers?.length ?? 0), 0),
  // One that is the record's own id is in the file as that.
  'ids that other sources gave': (data) =>
    [...data.organizations, ...data.people, ...data.relationships, ...data.collaborations].reduce(
      (sum, one) => sum + (one.external?.filter(({ id }) => id !== one.id).length ?? 0),
      0,
    ),
  'sources of collaborations': (data) =>
    data.collaborations.reduce((sum, one) => sum + (one.sources?.length ?? 0), 0),
} as const satisfies Record<string, (data: NetworkData) => number>;

/** The losses of a format, in the order asked for; what the network has none of is left away. */
export function countLoss(data: NetworkData, what: readonly (keyof typeof parts)[]): Loss[] {
  return what.map((part) => ({ what: part, count: parts[part](data) })).filter((loss) => loss.count > 0);
}
