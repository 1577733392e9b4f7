import { plantConfidants } from './circles-of-trust.ts';
import { plantCollaborations } from './collaborations.ts';
import { plantCommunities } from './communities.ts';
import { plantGatherings } from './gatherings.ts';
import { plantNeeds } from './needs.ts';
import { plantNetwork } from './network.ts';
import { plantOffers } from './offers.ts';
import { plantOrganizations } from './organizations.ts';
import { originsOf } from './origins.ts';
import { plantPeople } from './people.ts';
import { plantRelationships } from './relationships.ts';
import { plantSources } from './sources.ts';
import { plantTeams } from './teams.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/** All records of Harbour County, an invented one; the same on every machine. */
export function harbourCounty(): NetworkData {
  const organizations = plantOrganizations();
  const people = plantPeople();
  const { working, stated } = originsOf(plantTeams(organizations), organizations);
  const relationships = plantRelationships(stated, organizations);
  const collaborations = plantCollaborations(working, organizations);
  return {
    network: plantNetwork(),
    organizations: organizations.map(({ record }) => record),
    people,
    relationships: [...relationships, ...plantConfidants()],
    collaborations,
    communities: plantCommunities(),
    gatherings: plantGatherings({ organizations, people, relationships, collaborations }),
    needs: plantNeeds(),
    offers: plantOffers(organizations, relationships),
    sources: plantSources(),
  };
}
