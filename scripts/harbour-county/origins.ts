import { Dice } from './dice.ts';
import type { Planted } from './organizations.ts';
import type { Team } from './teams.ts';

/** How the ties of the teams come into the records. */
export interface Origins {
  /** Teams that did something together. */
  readonly working: readonly Team[];
  /** Pairs of which at least one side answered a survey and named the other. */
  readonly stated: readonly StatedPair[];
}

export interface StatedPair {
  readonly one: string;
  readonly two: string;
  readonly across: boolean;
  readonly strength?: number;
}

/** Shares of the teams of two that only work together, only say so, or both; larger teams always work together. */
const onlyWorking = 0.12;
const onlyStated = 0.64;
/** Share of the pairs inside larger teams that are stated as well. */
const alsoStated = 0.3;

/** Decides which tie is stated, which is drawn from a collaboration, and which is both. */
export function originsOf(teams: readonly Team[], organizations: readonly Planted[]): Origins {
  const dice = new Dice('origins');
  const answers = new Set(organizations.filter((one) => one.answers).map(({ record }) => record.id));
  const isNamed = ({ one, two }: StatedPair): boolean => answers.has(one) || answers.has(two);
  const working: Team[] = [];
  const stated: StatedPair[] = [];
  const unsaid: StatedPair[] = [];
  for (const team of teams) {
    const draw = dice.float();
    const larger = team.members.length > 2;
    const says = larger || draw >= onlyWorking || team.strength !== undefined;
    const nameable = pairsOf(team).filter(isNamed);
    if (larger || nameable.length === 0 || draw < 1 - onlyStated) working.push(team);
    for (const pair of nameable) {
      const list = says && (!larger || dice.chance(alsoStated)) ? stated : unsaid;
      list.push(pair);
    }
  }
  return { working, stated: [...stated, ...firstWords(answers, stated, unsaid)] };
}

/** For everybody who answered and named nobody yet: one pair more. */
function firstWords(
  answers: ReadonlySet<string>,
  stated: readonly StatedPair[],
  unsaid: readonly StatedPair[],
): StatedPair[] {
  const heard = new Set(stated.flatMap(({ one, two }) => [one, two]));
  const added = new Set<StatedPair>();
  for (const id of answers) {
    if (heard.has(id)) continue;
    const pair = unsaid.find(({ one, two }) => one === id || two === id);
    if (pair === undefined) throw new Error(`${id} answers, and has nobody to name.`);
    added.add(pair);
  }
  return [...added];
}

function pairsOf({ members, across, strength }: Team): StatedPair[] {
  return members.flatMap((one, at) =>
    members
      .slice(at + 1)
      .map((two) => ({ one, two, across, ...(strength === undefined ? {} : { strength }) })),
  );
}
