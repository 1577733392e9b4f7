import { classes, graduates, housedTonight } from './communities.ts';
import { Dice } from './dice.ts';
import type { Planted } from './organizations.ts';
import { circles } from './roster.ts';
import { personId } from './slug.ts';
import { areStrangers } from './teams.ts';
import { sectorTopics } from './words.ts';
import type { Collaboration } from '#data/model/collaboration.ts';
import type { Gathering } from '#data/model/gathering.ts';
import type { Person } from '#data/model/person.ts';
import type { Relationship } from '#data/model/relationship.ts';

export interface County {
  readonly organizations: readonly Planted[];
  readonly people: readonly Person[];
  readonly relationships: readonly Relationship[];
  readonly collaborations: readonly Collaboration[];
}

type Attendee = NonNullable<Gathering['attendees']>[number];

/** All gatherings in the order of their days. In none of them farmers sit with chefs, or food with justice. */
export function plantGatherings(county: County): Gathering[] {
  const rooms = new Rooms(county);
  const gatherings = [
    rooms.fireCall(),
    ...rooms.housedTonight(),
    ...rooms.cohort(),
    ...rooms.graduates(),
    ...rooms.openTables(),
    ...rooms.circleMeetings(),
  ];
  return gatherings.sort((one, two) => (one.at < two.at || (one.at === two.at && one.id < two.id) ? -1 : 1));
}

/** The Food circle met about food in 2025, without a chef; since then nobody has. */
const foodTable = { year: 2025, month: 5, day: 14 };

class Rooms {
  readonly #dice = new Dice('gatherings');
  readonly #county: County;
  readonly #organizations: ReadonlyMap<string, Planted>;
  readonly #homes: ReadonlyMap<string, string>;

  constructor(county: County) {
    this.#county = county;
    this.#organizations = new Map(county.organizations.map((planted) => [planted.record.id, planted]));
    this.#homes = new Map(
      county.people.flatMap(({ id, affiliations }) =>
        (affiliations ?? []).map(({ organization }) => [id, organization] as const),
      ),
    );
  }

  /** Neighbourhood leaders were on a call when the apartment burned. */
  fireCall(): Gathering {
    return {
      id: 'gathering-neighbourhood-call-2020-04-09',
      name: 'Neighbourhood leaders online',
      at: '2020-04-09T19:00:00-04:00',
      until: '2020-04-09T20:30:00-04:00',
      community: 'community-housed-tonight',
      conveners: [personId('Ruth Okafor')],
      attendees: this.#together(housedTonight.map(personId)),
      topics: ['homelessness', 'tenancy'],
      notes: 'At 19:42 the apartment fire came up; by 19:56 every item was taken.',
    };
  }

  housedTonight(): Gathering[] {
    return [2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => ({
      id: `gathering-housed-tonight-${year}`,
      name: `Housed tonight, autumn ${year}`,
      ...evening(year, 10, 13),
      community: 'community-housed-tonight',
      conveners: [personId(this.#dice.one(housedTonight))],
      attendees: this.#together([
        ...housedTonight.map(personId),
        ...this.#some(8, ({ record }) => (record.topics ?? []).includes('homelessness')),
      ]),
      topics: ['homelessness'],
    }));
  }

  /** Each class meets in its autumn and in the spring after; the alumni come in spring. */
  cohort(): Gathering[] {
    return Object.entries(classes).flatMap(([begun, names]) => {
      const year = Number(begun);
      const alumni = Object.entries(classes).flatMap(([earlier, those]) =>
        Number(earlier) < year ? those : [],
      );
      const meet = (
        id: string,
        name: string,
        day: ReturnType<typeof evening>,
        who: readonly string[],
      ): Gathering => ({
        id: `gathering-emerging-leaders-${id}`,
        name,
        ...day,
        community: 'community-emerging-leaders',
        conveners: [personId('Abena Mensah')],
        attendees: this.#together(who.map(personId)),
        topics: ['youth', 'workforce'],
      });
      const autumn = meet(`${year}-10`, `Emerging leaders, class of ${year}`, evening(year, 10, 2), names);
      if (year === 2026) return [autumn];
      const spring = meet(
        `${year + 1}-04`,
        `Emerging leaders and alumni, spring ${year + 1}`,
        evening(year + 1, 4, 17),
        [...names, ...alumni],
      );
      return [autumn, spring];
    });
  }

  graduates(): Gathering[] {
    return [2022, 2023, 2024, 2025].map((year) => ({
      id: `gathering-native-entrepreneurs-${year}`,
      name: `Graduates’ weekend ${year}`,
      ...evening(year, 9, 20),
      community: 'community-native-entrepreneurs',
      conveners: [personId('Marie Oxendine')],
      attendees: this.#together(
        graduates.filter(([, since]) => Number(since) <= year).map(([name]) => personId(name)),
      ),
      topics: ['local economy', 'credit'],
    }));
  }

  /** Rooms from which collaborations followed: some of those there began their first one within the year. */
  openTables(): Gathering[] {
    return [2019, 2021, 2023].map((year) => {
      const followed = this.#firstTies(`${year}-06`, `${year + 1}-05`)
        .slice(0, 5)
        .flat();
      const others = this.#some(8, ({ circle }) => circle > 0);
      return {
        id: `gathering-open-table-${year}`,
        name: `Open table ${year}`,
        ...evening(year, 5, 21),
        conveners: [personId('Søren Lindqvist')],
        attendees: this.#together([...followed, ...others]),
        topics: ['workforce', 'homelessness'],
      };
    });
  }

  circleMeetings(): Gathering[] {
    const dice = this.#dice;
    return Array.from({ length: 22 }, (_, at) => {
      const food = at === 0;
      const circle = food ? 0 : 1 + (at % (circles.length - 1));
      const { year, month, day } = food
        ? foodTable
        : { year: 2016 + Math.floor(at / 2), month: dice.between(1, 10), day: dice.between(1, 28) };
      const members = this.#county.organizations.filter(
        (one) => one.circle === circle && (!food || one.practice !== 'Chef'),
      );
      const attendees = this.#together(
        dice.some(dice.between(7, 15), members).map(({ record }) => record.id),
      );
      const first = this.#organizations.get(attendees[0]?.party ?? '');
      if (first === undefined) throw new Error('Nobody came.');
      const topics = food ? ['food', 'markets'] : dice.some(2, sectorTopics[first.sector]);
      const time = evening(year, month, day);
      return {
        id: `gathering-${food ? 'food-table' : 'round-table'}-${time.at.slice(0, 10)}`,
        name: `${circles[circle]?.place ?? ''} ${food ? 'food table' : 'round table'}`,
        ...time,
        conveners: [first.record.id],
        attendees,
        topics,
      };
    });
  }

  /** Pairs of two circles whose only tie is a collaboration that began in these months. */
  #firstTies(from: string, until: string): string[][] {
    const stated = new Set(
      this.#county.relationships.flatMap((tie) => [`${tie.from} ${tie.to}`, `${tie.to} ${tie.from}`]),
    );
    const first = new Map<string, Collaboration>();
    for (const collaboration of this.#county.collaborations) {
      const parties = (collaboration.participants ?? []).map(({ party }) => party);
      const key = parties.join(' ');
      if (parties.length === 2 && !stated.has(key) && !first.has(key)) first.set(key, collaboration);
    }
    return [...first]
      .filter(([, { since = '' }]) => since >= from && since <= until)
      .map(([key]) => key.split(' '))
      .filter(
        ([one = '', two = '']) =>
          this.#organizations.get(one)?.circle !== this.#organizations.get(two)?.circle,
      );
  }

  #some(count: number, which: (planted: Planted) => boolean): string[] {
    return this.#dice.some(count, this.#county.organizations.filter(which)).map(({ record }) => record.id);
  }

  /** Those of them who may sit together, in their order; people come for their organizations. */
  #together(parties: readonly string[]): Attendee[] {
    const seated: Planted[] = [];
    const attendees: Attendee[] = [];
    for (const party of new Set(parties)) {
      const via = this.#homes.get(party);
      const organization = this.#organizations.get(via ?? party);
      if (organization !== undefined) {
        if (seated.some((other) => other !== organization && keptApart(other, organization))) continue;
        seated.push(organization);
      }
      attendees.push({ party, ...(via === undefined ? {} : { via }) });
    }
    return attendees;
  }
}

/** Farmers may sit with farmers, and chefs with chefs. */
function keptApart(one: Planted, two: Planted): boolean {
  return areStrangers(one, two) && (one.practice === null || one.practice !== two.practice);
}

/** Six to eight in the evening, winter or summer time as the month has it. */
function evening(year: number, month: number, day: number): { at: string; until: string } {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const offset = month > 3 && month < 11 ? '-04:00' : '-05:00';
  return { at: `${date}T18:00:00${offset}`, until: `${date}T20:00:00${offset}` };
}
