import { classes, graduates } from './communities.ts';
import { Dice } from './dice.ts';
import { fireLog, firstSurvey, lastSurvey } from './sources.ts';
import { orgId, personId } from './slug.ts';
import type { Relationship } from '#data/model/relationship.ts';

/** What people say about each other, and a neighbourhood leader about the asker of 2020. */
export function plantConfidants(): Relationship[] {
  const dice = new Dice('confidants');
  const cohort = Object.entries(classes).flatMap(([year, names]) =>
    ring(dice, names, Number(year), 'exchanges information'),
  );
  const residence = ring(
    dice,
    graduates.map(([name]) => name),
    2020,
    'confides in',
  );
  return [neighbour(), ...cohort, ...residence].sort((one, two) => (one.id < two.id ? -1 : 1));
}

function neighbour(): Relationship {
  const [asker, leader] = [orgId('Kiln Yard Safe Streets'), personId('Dolores Reyes')];
  const trust = { reliability: 4, support: 4, openness: 3 };
  return {
    id: 'relationship-kiln-yard-safe-streets--dolores-reyes',
    from: asker,
    to: leader,
    kind: 'coordinates',
    direction: 'mutual',
    since: '2015',
    statements: [
      { by: asker, at: firstSurvey.day(12), agrees: true, strength: 5, trust, source: firstSurvey.id },
      { by: leader, at: '2020-04-09T20:15:00-04:00', agrees: true, strength: 5, trust, source: fireLog },
    ],
  };
}

/** Everybody names the next one. */
function ring(dice: Dice, names: readonly string[], since: number, kind: string): Relationship[] {
  return names.map((name, at) => {
    const [from, to] = [personId(name), personId(names[(at + 1) % names.length] ?? name)];
    const grade = (): number => dice.between(3, 4);
    return {
      id: `relationship-${from}--${to}`,
      from,
      to,
      kind,
      direction: 'mutual',
      since: String(since),
      statements: [from, to].map((by) => ({
        by,
        at: lastSurvey.day(dice.between(1, 28)),
        agrees: true,
        strength: dice.between(3, 5),
        trust: { reliability: grade(), support: grade(), openness: grade() },
        source: lastSurvey.id,
      })),
    };
  });
}
