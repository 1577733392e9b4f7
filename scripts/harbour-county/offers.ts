import { Dice } from './dice.ts';
import type { Planted } from './organizations.ts';
import type { Sector } from './roster.ts';
import { orgId, personId } from './slug.ts';
import type { Offer } from '#data/model/offer.ts';
import type { Relationship } from '#data/model/relationship.ts';

const asker = orgId('Kiln Yard Safe Streets');
/** What the fire asked for: nobody else one step from the asker offers it. */
const askedFor = ['housing', 'food', 're-housing'];
/** What organizations of a sector can bring, and how much of it. */
const resources: Readonly<Record<Sector, readonly (readonly [string, number, number])[]>> = {
  Health: [
    ['meeting room', 10, 80],
    ['interpreting', 1, 7],
    ['night nurses', 1, 4],
  ],
  Education: [
    ['meeting room', 10, 80],
    ['childcare', 4, 16],
    ['laptops', 2, 20],
    ['interpreting', 1, 7],
  ],
  Housing: [
    ['housing', 2, 8],
    ['re-housing', 1, 4],
    ['storage', 1, 6],
    ['hands', 4, 20],
  ],
  Environment: [
    ['vans', 1, 3],
    ['hands', 10, 40],
    ['storage', 1, 6],
  ],
  Food: [
    ['food', 20, 120],
    ['cold storage', 1, 4],
    ['vans', 1, 3],
  ],
  Justice: [
    ['legal advice', 2, 12],
    ['interpreting', 1, 7],
  ],
  Faith: [
    ['food', 20, 120],
    ['meeting room', 10, 80],
    ['hands', 4, 20],
  ],
  Business: [
    ['vans', 1, 3],
    ['printing', 100, 900],
    ['storage', 1, 6],
  ],
};

/** The resource bank: the three who answered the fire, one interpreter, and what 44 organizations can bring. */
export function plantOffers(
  organizations: readonly Planted[],
  relationships: readonly Relationship[],
): Offer[] {
  const dice = new Dice('offers');
  const near = new Set([
    asker,
    ...relationships.flatMap(({ from, to }) => (from === asker ? [to] : to === asker ? [from] : [])),
  ]);
  const told: Offer[] = [
    offer(orgId('Valley Homes'), 'housing', 3, '2017', 'Rooms for families, the same night.'),
    offer(orgId('Tidewater Chapel'), 'food', 90, '2014', 'Meals, and a hall that opens at any hour.'),
    offer(personId('Dolores Reyes'), 're-housing', 4, '2016', 'Knows every landlord on four streets.'),
    offer(personId('Selam Tesfay'), 'interpreting', 2, '2018', 'Tigrinya and Amharic.'),
    offer(orgId('Quayside Print Works'), 'vans', 2, '2019', 'Vans and drivers after six.'),
  ];
  const free = organizations.filter(
    ({ record, circle }) => circle >= 0 && !told.some(({ party }) => party === record.id),
  );
  const drawn = dice.some(44, free).map(({ record: { id }, sector, practice }) => {
    const field = resources[practice === null ? sector : 'Food'];
    const [category, least, most] = dice.one(
      field.filter(([name]) => !near.has(id) || !askedFor.includes(name)),
    );
    return offer(id, category, dice.between(least, most), String(dice.between(2016, 2026)));
  });
  return [...told, ...drawn].sort((one, two) => (one.id < two.id ? -1 : 1));
}

function offer(
  party: string,
  category: string,
  capacity: number,
  since: string,
  description?: string,
): Offer {
  return {
    id: `offer-${party.replace(/^(org|person)-/u, '')}-${category.replace(' ', '-')}`,
    party,
    category,
    capacity,
    since,
    ...(description === undefined ? {} : { description }),
  };
}
