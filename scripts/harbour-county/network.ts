import { sectors } from './roster.ts';
import { collaborationKinds, places, roles, sectorTopics, tieKinds } from './words.ts';
import type { Network } from '#data/model/network.ts';

export function plantNetwork(): Network {
  return {
    id: 'network-harbour-county',
    slug: 'harbour-county',
    name: 'Harbour County',
    description:
      'An invented county: 240 organizations in eight sectors, 2016–2026. Every name and fact is made up by a seeded script.',
    timeZone: 'America/New_York',
    vocabularies: {
      sectors: [...sectors],
      topics: [...new Set([...Object.values(sectorTopics).flat(), 'food'])].sort(),
      tieKinds: [...tieKinds],
      roles: [...roles],
      places: [...places],
    },
    strengthScale: {
      min: 1,
      max: 5,
      words: ['now and then', 'a few times a year', 'every month', 'every week', 'hand in hand'],
    },
    custom: { invented: true, collaborationKinds: [...collaborationKinds] },
  };
}
