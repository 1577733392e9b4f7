import { Dice } from './dice.ts';
import type { Planted } from './organizations.ts';
import { circles } from './roster.ts';
import { orgId } from './slug.ts';

/** Organizations that work together; every two of them have a tie. */
export interface Team {
  readonly members: readonly string[];
  /** Within one circle, or between two. */
  readonly across: boolean;
  /** A tie of a story: how strong it is said to be (1–5). */
  readonly strength?: number;
}

/** Ties planted between circles, by their numbers in the roster. The Food circle's few are stories. */
const between: readonly (readonly [number, number, number])[] = [
  [1, 2, 4],
  [1, 3, 15],
  [1, 4, 11],
  [1, 5, 20],
  [1, 6, 3],
  [1, 7, 5],
  [2, 3, 4],
  [2, 4, 5],
  [2, 5, 8],
  [2, 6, 2],
  [2, 7, 2],
  [3, 4, 18],
  [3, 5, 17],
  [3, 6, 3],
  [3, 7, 9],
  [4, 5, 20],
  [4, 6, 6],
  [4, 7, 16],
  [5, 6, 4],
  [5, 7, 10],
  [6, 7, 4],
];

/** Ties of the stories: who, with whom, how strong. */
const told: readonly (readonly [string, string, number])[] = [
  // Three organizations that only Valley Meeting House reaches.
  ['Valley Meeting House', 'Foundry Recovery Centre', 4],
  ['Valley Meeting House', 'Cedar Row Clinic', 3],
  ['Valley Meeting House', 'Tidewater Legal Aid', 4],
  // Its partners in its own circle …
  ['Valley Meeting House', 'Old Town Pantry', 5],
  ['Valley Meeting House', 'Linden Farmers Market', 4],
  ['Valley Meeting House', 'Riverside Growers', 5],
  ['Valley Meeting House', 'Tidewater Pantry', 5],
  // … and nine of the ten ties by which that circle reaches anybody else.
  ['Valley Meeting House', 'Tidewater Chapel', 3],
  ['Valley Meeting House', 'Lantern Hill Meeting House', 2],
  ['Valley Meeting House', 'Lantern Hill Youth College', 2],
  ['Valley Meeting House', 'Quayside Tenants Union', 2],
  ['Valley Meeting House', 'Orchard Road Restaurant Guild', 1],
  ['Valley Meeting House', 'Heron Care Network', 2],
  ['Valley Meeting House', 'Linden Clinic', 1],
  ['Valley Meeting House', 'Signal Hill Housing Co-op', 2],
  ['Valley Meeting House', 'Harbour Hostel', 1],
  ['Foundry Food Bank', 'Foundry Rivers Trust', 2],
  // Whom the asker of 2020 trusted already.
  ['Kiln Yard Safe Streets', 'Valley Homes', 5],
  ['Kiln Yard Safe Streets', 'Tidewater Chapel', 4],
  // The only farmers, and the only chefs, who work with each other.
  ['Riverside Growers', 'Heron Flats Farm', 3],
  ['Café Zoë', 'The Copper Pan', 3],
];

/** Whom nobody else may be tied to: what they have is told above. */
const onlyTold = new Set(
  ['Foundry Recovery Centre', 'Cedar Row Clinic', 'Tidewater Legal Aid', 'Valley Meeting House'].map(orgId),
);

/** All teams: first the stories, then each circle's own until its ties are there, then those between circles. */
export function plantTeams(organizations: readonly Planted[]): Team[] {
  const planner = new Planner(organizations);
  for (const [one, two, strength] of told) planner.tell(orgId(one), orgId(two), strength);
  circles.forEach(({ inside }, circle) => {
    planner.fillCircle(circle, inside);
  });
  for (const [one, two, ties] of between) planner.join(one, two, ties);
  return planner.teams;
}

class Planner {
  readonly teams: Team[] = [];
  readonly #dice = new Dice('teams');
  readonly #all: readonly Planted[];
  readonly #byId: ReadonlyMap<string, Planted>;
  readonly #partners = new Map<string, Set<string>>();

  constructor(organizations: readonly Planted[]) {
    this.#all = organizations;
    this.#byId = new Map(organizations.map((planted) => [planted.record.id, planted]));
  }

  tell(one: string, two: string, strength: number): void {
    const [first, second] = [this.#planted(one), this.#planted(two)];
    this.#take([first, second], first.circle !== second.circle, strength);
  }

  /** First two partners for everybody, then teams by activity until the circle has its ties. */
  fillCircle(circle: number, ties: number): void {
    const members = this.#all.filter((one) => one.circle === circle && !onlyTold.has(one.record.id));
    for (const member of members) {
      while (this.#partnersOf(member).size < 2) this.#grow([member], 2, members);
    }
    for (let left = ties - this.#tiesInside(circle); left > 0; left = ties - this.#tiesInside(circle)) {
      const first = this.#dice.weighted(members, ({ activity }) => activity);
      const size = this.#dice.one([2, 2, 3, 3, 4]);
      // A team of four has six ties: the last few are pairs, so that the count comes out.
      this.#grow([first], left < 6 ? 2 : size, members);
    }
  }

  /** Ties between two circles, most of them through their doors. */
  join(one: number, two: number, ties: number): void {
    const side = (circle: number): Planted => {
      const members = this.#all.filter(
        (planted) => planted.circle === circle && !onlyTold.has(planted.record.id),
      );
      return this.#dice.weighted(members, ({ door, activity }) => (door ? 6 : 1) * activity);
    };
    for (let made = 0; made < ties;) {
      const pair = [side(one), side(two)];
      if (!this.#mayJoin(pair)) continue;
      this.#take(pair, true);
      made++;
    }
  }

  /** Adds members to a team one by one; whoever may not work with one of it is passed over. */
  #grow(team: Planted[], size: number, from: readonly Planted[]): void {
    for (let tries = 0; team.length < size && tries < 40; tries++) {
      const next = this.#dice.weighted(from, ({ activity }) => activity);
      const grown = [...team, next];
      if (!team.includes(next) && this.#mayJoin(grown)) team = grown;
    }
    if (team.length > 1) this.#take(team, false);
  }

  #mayJoin(team: readonly Planted[]): boolean {
    return team.every((one, at) =>
      team.slice(at + 1).every((two) => !areStrangers(one, two) && !this.#partnersOf(one).has(two.record.id)),
    );
  }

  #take(team: readonly Planted[], across: boolean, strength?: number): void {
    const members = team.map(({ record }) => record.id);
    for (const one of team)
      for (const two of members) if (two !== one.record.id) this.#partnersOf(one).add(two);
    this.teams.push({ members, across, ...(strength === undefined ? {} : { strength }) });
  }

  #tiesInside(circle: number): number {
    const members = this.#all.filter((one) => one.circle === circle);
    const inside = (id: string): boolean => this.#planted(id).circle === circle;
    return members.reduce((sum, one) => sum + [...this.#partnersOf(one)].filter(inside).length, 0) / 2;
  }

  #partnersOf({ record: { id } }: Planted): Set<string> {
    const known = this.#partners.get(id) ?? new Set<string>();
    this.#partners.set(id, known);
    return known;
  }

  #planted(id: string): Planted {
    const planted = this.#byId.get(id);
    if (planted === undefined) throw new Error(`Nobody is called ${id}.`);
    return planted;
  }
}

/** Who never meets: food and justice; farmers and chefs, and each of them their own kind, for they compete. */
export function areStrangers(one: Planted, two: Planted): boolean {
  const pair = [one.sector, two.sector];
  if (pair.includes('Food') && pair.includes('Justice')) return true;
  return one.practice !== null && two.practice !== null;
}
