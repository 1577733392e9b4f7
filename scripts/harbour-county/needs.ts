import { orgId, personId } from './slug.ts';
import type { Need } from '#data/model/need.ts';

type Item = NonNullable<Need['items']>[number];

/** The evening of the apartment fire: three items, each taken by somebody the asker trusted before. */
const fire: Need = {
  id: 'need-apartment-fire',
  title: 'Apartment fire on Kiln Yard: three families, 13 people',
  askedBy: orgId('Kiln Yard Safe Streets'),
  place: { name: 'Valley' },
  description:
    'Asked on the neighbourhood leaders’ call. A nonprofit, a church and a neighbourhood leader took every item.',
  openedAt: '2020-04-09T19:42:00-04:00',
  closedAt: '2020-05-02T17:00:00-04:00',
  items: [
    taken('housing', 3, orgId('Valley Homes'), '2020-04-09T19:46:00-04:00', '2020-04-09T21:10:00-04:00'),
    taken('food', 13, orgId('Tidewater Chapel'), '2020-04-09T19:48:00-04:00', '2020-04-12T20:00:00-04:00'),
    taken(
      're-housing',
      3,
      personId('Dolores Reyes'),
      '2020-04-09T19:56:00-04:00',
      '2020-05-02T17:00:00-04:00',
    ),
  ],
};

const others: readonly Need[] = [
  {
    id: 'need-boiler-failure',
    title: 'Boiler failed at the day centre: heaters for a week',
    askedBy: orgId('Elder Day Centre'),
    place: { name: 'Northside' },
    openedAt: '2022-01-18T08:20:00-05:00',
    closedAt: '2022-01-25T10:00:00-05:00',
    items: [
      taken('heaters', 12, orgId('Solar Old Town'), '2022-01-18T09:35:00-05:00', '2022-01-18T15:00:00-05:00'),
      taken(
        'vans',
        1,
        orgId('Quayside Print Works'),
        '2022-01-18T10:05:00-05:00',
        '2022-01-18T15:00:00-05:00',
      ),
    ],
  },
  {
    id: 'need-laptops',
    title: 'Forty laptops before term begins',
    askedBy: orgId('Harbour Community College'),
    place: { name: 'Harbour' },
    openedAt: '2023-08-07T09:00:00-04:00',
    closedAt: '2023-08-24T12:00:00-04:00',
    items: [
      taken(
        'laptops',
        25,
        orgId('Harbour Savings Bank Foundation'),
        '2023-08-07T16:10:00-04:00',
        '2023-08-20T12:00:00-04:00',
      ),
      taken(
        'laptops',
        15,
        orgId('Harbour Chamber of Commerce'),
        '2023-08-09T11:30:00-04:00',
        '2023-08-24T12:00:00-04:00',
      ),
    ],
  },
  {
    id: 'need-flood-sandbags',
    title: 'Sandbags and hands before Saturday’s tide',
    askedBy: orgId('Foundry Rivers Trust'),
    place: { name: 'Riverside' },
    openedAt: '2024-10-03T14:00:00-04:00',
    closedAt: '2024-10-06T09:00:00-04:00',
    items: [
      taken(
        'hands',
        30,
        orgId('Linden Woodland Group'),
        '2024-10-03T14:50:00-04:00',
        '2024-10-05T12:00:00-04:00',
      ),
      taken(
        'vans',
        2,
        orgId('Quayside Credit Union'),
        '2024-10-03T18:20:00-04:00',
        '2024-10-05T12:00:00-04:00',
      ),
    ],
  },
  {
    id: 'need-storage',
    title: 'Storage for two households until August',
    askedBy: orgId('Mill Street Homes'),
    place: { name: 'Valley' },
    openedAt: '2026-11-03T10:15:00-05:00',
    items: [
      { category: 'storage', quantity: 2 },
      {
        category: 'vans',
        quantity: 1,
        acceptedBy: [orgId('Quayside Print Works')],
        acceptedAt: '2026-11-03T11:02:00-05:00',
      },
    ],
  },
  {
    id: 'need-tigrinya-interpreter',
    title: 'Someone who speaks Tigrinya, Thursday morning',
    askedBy: orgId('Saltmarsh Advice Bureau'),
    place: { name: 'Saltmarsh' },
    openedAt: '2026-11-04T15:30:00-05:00',
    items: [{ category: 'interpreting', quantity: 1 }],
  },
];

export function plantNeeds(): Need[] {
  return [fire, ...others];
}

function taken(category: string, quantity: number, by: string, acceptedAt: string, doneAt: string): Item {
  return { category, quantity, acceptedBy: [by], acceptedAt, doneAt };
}
