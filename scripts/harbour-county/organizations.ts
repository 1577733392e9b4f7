import { Dice } from './dice.ts';
import { alone, chefs, circles, farmers, namesIn, sectors, type Sector } from './roster.ts';
import { orgId, slug } from './slug.ts';
import { places, sectorTopics } from './words.ts';
import type { Organization } from '#data/model/organization.ts';

/** An organization as the county's maker knows it: the record, and what it was planted as. */
export interface Planted {
  readonly record: Organization;
  readonly sector: Sector;
  /** Which of the circles; −1: alone. */
  readonly circle: number;
  readonly practice: 'Farmer' | 'Chef' | null;
  readonly door: boolean;
  /** How readily it works with others. */
  readonly activity: number;
  /** Whether it answered the weavers' surveys. */
  readonly answers: boolean;
}

const answering = 171;

/** The 240 organizations, by id. */
export function plantOrganizations(): Planted[] {
  const dice = new Dice('organizations');
  const planted = [
    ...circles.flatMap((circle, at) =>
      sectors.flatMap((sector) =>
        namesIn(circle.names[sector]).map((name) =>
          plant(dice, {
            name,
            sector,
            circle: at,
            place: circle.place,
            door: namesIn(circle.doors).includes(name),
          }),
        ),
      ),
    ),
    ...Object.entries(alone).map(([name, sector]) =>
      plant(dice, { name, sector, circle: -1, place: dice.one(places), door: false }),
    ),
  ];
  planted.sort((one, two) => (one.record.id < two.record.id ? -1 : 1));
  const untied = planted.filter(({ circle }) => circle < 0);
  const silent = planted.filter(
    ({ record, door, circle }) => circle >= 0 && !door && !mustAnswer.has(record.name),
  );
  const missing = planted.length - untied.length - answering;
  const without = new Set([...untied, ...new Dice('who answers').some(missing, silent)]);
  return planted.map((organization) => ({ ...organization, answers: !without.has(organization) }));
}

/** Those whose word a story needs. */
const mustAnswer = new Set([
  'Kiln Yard Safe Streets',
  'Valley Homes',
  'Tidewater Chapel',
  'Valley Meeting House',
]);

interface Seedling {
  readonly name: string;
  readonly sector: Sector;
  readonly circle: number;
  readonly place: string;
  readonly door: boolean;
}

function plant(dice: Dice, { name, sector, circle, place, door }: Seedling): Planted {
  const practice = practiceOf(name);
  const own = places.find((known) => name.startsWith(known));
  const drawn = dice.chance(0.7) ? place : dice.one(places);
  const topics = practice === null ? dice.some(dice.between(1, 3), sectorTopics[sector]) : ['food'];
  const founded = dice.between(1948, 2015);
  const registered = dice.chance(0.6);
  const number = dice.between(10_000, 99_999);
  const size = dice.weighted([3, 8, 20, 60, 240], (people) => 1 / (people + 40));
  return {
    record: {
      id: orgId(name),
      name,
      ...(aliases[name] === undefined ? {} : { aliases: aliases[name] }),
      ...(registered ? { identifiers: [{ scheme: 'HARBOUR-REGISTER', value: `HC-${number}` }] } : {}),
      sector,
      topics,
      place: { name: own ?? drawn },
      website: `https://${slug(name)}.example`,
      size: size + dice.between(0, size),
      custom: { founded, ...(practice === null ? {} : { practice }) },
    },
    sector,
    circle,
    practice,
    door,
    activity: practice === null ? dice.one([1, 1, 1, 2, 2, 4]) : practice === 'Chef' ? 5 : 2,
    answers: true,
  };
}

const practices = new Map<string, 'Farmer' | 'Chef'>([
  ...namesIn(farmers).map((name) => [name, 'Farmer'] as const),
  ...namesIn(chefs).map((name) => [name, 'Chef'] as const),
]);

function practiceOf(name: string): 'Farmer' | 'Chef' | null {
  return practices.get(name) ?? null;
}

const aliases: Readonly<Record<string, string[]>> = {
  'Valley Meeting House': ['VMH', 'The Meeting House'],
  'Harbour Tenants Union': ['HTU'],
  'Foundry Food Bank': ['The Food Bank'],
  'Northside General Hospital': ['Northside General', 'NGH'],
};
