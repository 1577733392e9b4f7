import type { Collaboration } from '#data/model/collaboration.ts';
import type { Community } from '#data/model/community.ts';
import type { Gathering } from '#data/model/gathering.ts';
import type { Need } from '#data/model/need.ts';
import type { Network } from '#data/model/network.ts';
import type { Offer } from '#data/model/offer.ts';
import type { Organization } from '#data/model/organization.ts';
import type { Person } from '#data/model/person.ts';
import type { Relationship } from '#data/model/relationship.ts';
import type { Source } from '#data/model/source.ts';

/**
 * All current records of one network in memory: what a reader makes of files, and what a store's snapshot gives.
 * The order of organizations (and people) is the node order. Every id is unique among organizations and people.
 */
export interface NetworkData {
  network?: Network;
  organizations: Organization[];
  people: Person[];
  relationships: Relationship[];
  collaborations: Collaboration[];
  communities: Community[];
  gatherings: Gathering[];
  needs: Need[];
  offers: Offer[];
  sources: Source[];
}

export function emptyNetworkData(): NetworkData {
  return {
    organizations: [],
    people: [],
    relationships: [],
    collaborations: [],
    communities: [],
    gatherings: [],
    needs: [],
    offers: [],
    sources: [],
  };
}
