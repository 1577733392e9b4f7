import type { Relationship, Statement } from '#data/model/relationship.ts';

/** What both sides' statements come to. */
export interface Judgement {
  readonly strength: number;
  /** Mean of the trust said; null where nobody said. */
  readonly trust: number | null;
  /** The last day on which somebody said so; null where no date is known. */
  readonly confirmed: string | null;
}

/**
 * Judges the relationships of one kind between the same two together. union: one side says so, the largest agreeing
 * strength; confirmed: both do, the smallest. A relationship without statements counts as stated by `from`, by both
 * ends if undirected or mutual; a strength that nobody says is 1.
 *
 * Output   null: there is no tie.
 */
export function judgeStatements(
  relationships: readonly Relationship[],
  rule: 'union' | 'confirmed',
): Judgement | null {
  const agreeing = relationships.flatMap(statementsOf).filter(({ agrees }) => agrees);
  if (agreeing.length === 0) return null;
  const [first] = relationships;
  const said = new Set(agreeing.map(({ by }) => by));
  if (rule === 'confirmed' && first && !(said.has(first.from) && said.has(first.to))) return null;
  const pick = rule === 'union' ? Math.max : Math.min;
  const trusts = agreeing.map(meanTrust).filter((trust) => trust !== null);
  const dates = agreeing.flatMap(({ at }) => (at === undefined ? [] : [at.slice(0, 10)])).sort();
  return {
    strength: pick(...agreeing.map(({ strength }) => strength ?? 1)),
    trust: trusts.length === 0 ? null : pick(...trusts),
    confirmed: dates.at(-1) ?? null,
  };
}

function statementsOf(relationship: Relationship): readonly Statement[] {
  const { statements, from, to, direction, strength } = relationship;
  if (statements !== undefined && statements.length > 0) return statements;
  const ends = direction === 'directed' ? [from] : [from, to];
  return ends.map((by) => ({ by, agrees: true, ...(strength === undefined ? {} : { strength }) }));
}

function meanTrust({ trust }: Statement): number | null {
  const parts = Object.values(trust ?? {}).filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
