import type { Network } from '#data/model/network.ts';

/** The words that a new network begins with; they are its own from then on. */
export const startingVocabularies: Required<NonNullable<Network['vocabularies']>> = {
  sectors: [
    'nonprofit',
    'company',
    'foundation',
    'government',
    'faith community',
    'academic institution',
    'grassroots group',
    'other',
  ],
  topics: [],
  tieKinds: [
    'knows of',
    'exchanges information',
    'refers',
    'coordinates',
    'delivers together',
    'funds',
    'shares data',
  ],
  roles: ['lead', 'partner', 'funder', 'recipient', 'accountable', 'implementing', 'host', 'supporter'],
  places: [],
};
