import { Dice } from './dice.ts';
import type { StatedPair } from './origins.ts';
import type { Planted } from './organizations.ts';
import { orgId } from './slug.ts';
import { firstSurvey, surveys, type Survey } from './sources.ts';
import type { Relationship, Statement } from '#data/model/relationship.ts';

type Kind =
  'exchanges information' | 'refers' | 'coordinates' | 'delivers together' | 'funds' | 'shares data';

/** Kinds of tie from the loosest to the closest that a strength of 1 to 5 stands for. */
const kindsByStrength: Readonly<Record<number, readonly Kind[]>> = {
  1: ['exchanges information', 'refers'],
  2: ['exchanges information', 'refers', 'coordinates'],
  3: ['exchanges information', 'refers', 'coordinates'],
  4: ['coordinates', 'delivers together', 'shares data'],
  5: ['coordinates', 'delivers together', 'funds'],
};

/** Whom the story needs to have been trusted before 2020. */
const known = new Set([orgId('Kiln Yard Safe Streets')]);

/** Stated relationships, each with what either side said in the weavers' surveys. */
export function plantRelationships(
  pairs: readonly StatedPair[],
  organizations: readonly Planted[],
): Relationship[] {
  const dice = new Dice('relationships');
  const answers = new Set(organizations.filter((one) => one.answers).map(({ record }) => record.id));
  return pairs.map((pair) => {
    const told = pair.strength !== undefined;
    const turned = dice.chance(0.5) && !told;
    const [from, to] = turned ? [pair.two, pair.one] : [pair.one, pair.two];
    const strength = pair.strength ?? (pair.across ? dice.one([1, 1, 2, 2, 3]) : dice.one([3, 3, 4, 4, 5]));
    const kind = told ? 'coordinates' : dice.one(kindsByStrength[strength] ?? []);
    const drawn = dice.weighted(surveys, ({ weight }) => weight);
    const survey = known.has(pair.one) && told ? firstSurvey : drawn;
    const sides = [from, to].filter((side) => answers.has(side));
    return {
      id: `relationship-${from.replace(/^org-/u, '')}--${to.replace(/^org-/u, '')}`,
      from,
      to,
      kind,
      direction: kind === 'funds' || kind === 'refers' ? 'directed' : 'mutual',
      since: String(dice.between(Math.max(2008, survey.year - 9), survey.year - 1)),
      statements: sides.map((by, at) => state(dice, { by, survey, strength, told, second: at > 0 })),
    };
  });
}

interface Saying {
  readonly by: string;
  readonly survey: Survey;
  readonly strength: number;
  /** Of a story: both agree. */
  readonly told: boolean;
  readonly second: boolean;
}

function state(dice: Dice, { by, survey, strength, told, second }: Saying): Statement {
  const agrees = told || !second || !dice.chance(0.1);
  const said = { by, at: survey.day(dice.between(1, 28)), agrees, source: survey.id };
  if (!agrees) return said;
  const grade = (): number => Math.min(4, Math.max(1, Math.round(strength * 0.7) + dice.between(0, 1)));
  return {
    ...said,
    strength: second && !told ? Math.min(5, Math.max(1, strength - dice.one([0, 0, 0, 1]))) : strength,
    ...(dice.chance(0.8) || told
      ? { trust: { reliability: grade(), support: grade(), openness: grade() } }
      : {}),
    ...(dice.chance(0.3)
      ? { value: { influence: dice.between(1, 4), involvement: grade(), resources: dice.between(1, 4) } }
      : {}),
  };
}
