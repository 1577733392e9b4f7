import { Dice } from './dice.ts';
import type { Planted } from './organizations.ts';
import type { Sector } from './roster.ts';
import { grantsRegister, today } from './sources.ts';
import type { Team } from './teams.ts';
import { sectorProjects, sectorTopics } from './words.ts';
import { slug } from './slug.ts';
import type { Collaboration } from '#data/model/collaboration.ts';

const wanted = 312;
const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

/** Ten years of collaborations: one of each working team, and what some of them did together again. */
export function plantCollaborations(
  working: readonly Team[],
  organizations: readonly Planted[],
): Collaboration[] {
  const dice = new Dice('collaborations');
  const maker = new CollaborationMaker(dice, organizations);
  const first = working.map((team) => maker.make(team));
  if (first.length > wanted) throw new Error(`${first.length} teams are more than ${wanted}.`);
  const again = new Dice('done again').some(wanted - first.length, working).map((team) => maker.make(team));
  return [...first, ...again].sort((one, two) => order(one) - order(two) || (one.id < two.id ? -1 : 1));
}

function order({ since }: Collaboration): number {
  return Number((since ?? '').replace('-', ''));
}

class CollaborationMaker {
  readonly #dice: Dice;
  readonly #byId: ReadonlyMap<string, Planted>;
  readonly #ids = new Set<string>();

  constructor(dice: Dice, organizations: readonly Planted[]) {
    this.#dice = dice;
    this.#byId = new Map(organizations.map((planted) => [planted.record.id, planted]));
  }

  make({ members }: Team): Collaboration {
    const dice = this.#dice;
    const leader = this.#planted(dice.one(members));
    const field = leader.practice === null ? leader.sector : 'Food';
    const year = dice.weighted(years, (each) => each - 2008);
    const month = dice.between(1, year === today.year ? today.month - 1 : 12);
    const until = dice.chance(0.7) ? laterMonth(year, month, dice.between(3, 48)) : undefined;
    const name = this.#name(leader.record.place?.name ?? '', field, year);
    const kind = this.#kind(members);
    return {
      id: `collaboration-${slug(name)}`,
      name,
      kind,
      topics: dice.some(dice.between(1, 2), sectorTopics[field]),
      participants: members.map((party) => ({ party, role: this.#role(party, leader.record.id, kind) })),
      since: monthOf(year, month),
      ...(until === undefined ? {} : { until }),
      status: until !== undefined && until < monthOf(today.year, today.month) ? 'finished' : 'under way',
      ...this.#money(kind),
      ...(leader.record.place === undefined ? {} : { place: leader.record.place }),
    };
  }

  /** A grant needs somebody who gives. */
  #kind(members: readonly string[]): string {
    if (members.length > 3) return this.#dice.one(['coalition', 'working group']);
    if (members.some(gives) && this.#dice.chance(0.7)) return 'grant';
    return this.#dice.one(['project', 'project', 'programme', 'shared service']);
  }

  #money(kind: string): Pick<Collaboration, 'amount' | 'sources'> {
    if (kind !== 'grant' && kind !== 'programme') return {};
    return {
      amount: { value: this.#dice.between(4, 180) * 500, currency: 'USD' },
      sources: [grantsRegister],
    };
  }

  #role(party: string, leader: string, kind: string): string {
    if (kind === 'grant') return gives(party) ? 'funder' : 'recipient';
    if (party === leader) return 'lead';
    return this.#dice.one(['partner', 'partner', 'partner', 'host', 'supporter']);
  }

  /** Place and project, then the year or a number where that name is taken. */
  #name(place: string, field: Sector, year: number): string {
    const name = `${place} ${this.#dice.one(sectorProjects[field])}`;
    const later = [2, 3, 4, 5, 6].map((round) => `${name} ${year}, round ${round}`);
    const names = [name, `${name} ${year}`, ...later];
    const free = names.find((each) => !this.#ids.has(slug(each)));
    if (free === undefined) throw new Error(`${name} is taken too often.`);
    this.#ids.add(slug(free));
    return free;
  }

  #planted(id: string): Planted {
    const planted = this.#byId.get(id);
    if (planted === undefined) throw new Error(`Nobody is called ${id}.`);
    return planted;
  }
}

/** Whether an organization’s id says that it gives or lends money. */
function gives(id: string): boolean {
  return /foundation|credit|fund$|bail-fund|chamber/u.test(id);
}

function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function laterMonth(year: number, month: number, months: number): string {
  const count = year * 12 + month - 1 + months;
  return monthOf(Math.floor(count / 12), (count % 12) + 1);
}
