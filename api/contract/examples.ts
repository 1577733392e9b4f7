import type { Kind } from '#data/model/define-record.ts';

/** The network that ships with Weft: the examples of all operations are about it and can be sent as they stand. */
export const exampleNetwork = 'harbour-county';

/** A record of the kind that is there, a new one, and a change of it. */
export interface RecordExample {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly change: Readonly<Record<string, unknown>>;
}

export const recordExamples: Readonly<Record<Exclude<Kind, 'network'>, RecordExample>> = {
  organization: {
    id: 'org-valley-homes',
    body: {
      name: 'Harbour Tool Library',
      sector: 'Environment',
      topics: ['repair'],
      place: { name: 'Harbour' },
    },
    change: { website: 'https://valley-homes.example', size: 106, description: null },
  },
  person: {
    id: 'person-dolores-reyes',
    body: {
      name: 'Noor Haddad',
      affiliations: [{ organization: 'org-valley-homes', role: 'volunteer', since: '2026' }],
    },
    change: { topics: ['homelessness', 'tenancy', 'mediation'] },
  },
  relationship: {
    id: 'relationship-kiln-yard-safe-streets--valley-homes',
    body: {
      from: 'org-tidewater-chapel',
      to: 'org-valley-homes',
      kind: 'coordinates',
      direction: 'mutual',
      since: '2026-03',
      strength: 3,
    },
    change: { until: '2027' },
  },
  collaboration: {
    id: 'collaboration-valley-clothing-exchange-2016',
    body: {
      name: 'Warm rooms, winter 2026',
      kind: 'programme',
      participants: [{ party: 'org-valley-homes', role: 'lead' }, { party: 'org-tidewater-chapel' }],
      since: '2026-11',
    },
    change: { status: 'ended', until: '2017' },
  },
  community: {
    id: 'community-housed-tonight',
    body: {
      name: 'Repair circle',
      kind: 'community of practice',
      members: [{ party: 'person-dolores-reyes', role: 'convener', since: '2026' }],
    },
    change: { domain: ['homelessness', 'tenancy', 'repair'] },
  },
  gathering: {
    id: 'gathering-neighbourhood-call-2020-04-09',
    body: {
      name: 'Open table 2026',
      at: '2026-10-02T18:00:00-04:00',
      attendees: [{ party: 'person-dolores-reyes' }, { party: 'org-valley-homes' }],
    },
    change: { name: 'Neighbourhood leaders’ call, 9 April 2020' },
  },
  need: {
    id: 'need-apartment-fire',
    body: {
      title: 'Beds for a family of four',
      askedBy: 'org-kiln-yard-safe-streets',
      openedAt: '2026-11-02T19:42:00-05:00',
      items: [{ category: 'housing', quantity: 1 }],
    },
    change: { title: 'Apartment fire on Kiln Yard' },
  },
  offer: {
    id: 'offer-valley-homes-housing',
    body: { party: 'org-tidewater-chapel', category: 'rooms', capacity: 40, since: '2026' },
    change: { capacity: 4 },
  },
  source: {
    id: 'source-weavers-survey-2018',
    body: { kind: 'page', title: 'Annual report 2026', url: 'https://valley-homes.example/2026' },
    change: { title: 'Weavers’ survey, spring 2018 (120 answers)' },
  },
};
