import type { TieRows } from '#analysis/graph/graph.ts';
import { fading } from '#data/lens/fading.ts';
import { judgeStatements } from '#data/lens/judge-statements.ts';
import { overlaps } from '#data/lens/partial-days.ts';
import { TieRowsBuilder } from '#data/lens/tie-rows.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Relationship } from '#data/model/relationship.ts';

/**
 * Ties that parties state. Relationships with statements (and, where both sides must confirm, all of them) of one kind
 * between the same two are judged together and are one row; one without statements is a fact of its own, so that the
 * rows of a plain file add up.
 */
export function statedTies(data: NetworkData, lens: Lens, indexOf: ReadonlyMap<string, number>): TieRows {
  const builder = new TieRowsBuilder();
  const rules = lens.include.relationships;
  if (rules) {
    const fade = fading(data, lens);
    const taken = data.relationships.filter(({ from, to }) => indexOf.has(from) && indexOf.has(to));
    for (const together of judgedTogether(taken.filter(counts(rules, lens.during)), rules.rule)) {
      const judgement = judgeStatements(together, rules.rule);
      const [first] = together;
      if (!judgement || !first) continue;
      if (rules.minTrust !== undefined && (judgement.trust ?? 0) < rules.minTrust) continue;
      const strength = fade(first, judgement);
      if (rules.minStrength !== undefined && strength < rules.minStrength) continue;
      const oneWay = together.every(({ from, direction }) => direction === 'directed' && from === first.from);
      builder.add(indexOf.get(first.from) ?? 0, indexOf.get(first.to) ?? 0, strength, oneWay);
    }
  }
  if (lens.include.affiliations === true) addAffiliations(data, lens, indexOf, builder);
  return builder.rows;
}

type Rules = NonNullable<Lens['include']['relationships']>;

function counts({ kinds }: Rules, during: Lens['during']): (tie: Relationship) => boolean {
  return (tie) => (kinds === undefined || kinds.includes(tie.kind)) && overlaps(tie, during);
}

/** Groups in the order of their first relationship. */
function judgedTogether(
  ties: readonly Relationship[],
  rule: 'union' | 'confirmed',
): (readonly Relationship[])[] {
  const groups: Relationship[][] = [];
  const found = new Map<string, Relationship[]>();
  for (const tie of ties) {
    if (rule === 'union' && (tie.statements?.length ?? 0) === 0) {
      groups.push([tie]);
      continue;
    }
    const [a, b] = tie.from < tie.to ? [tie.from, tie.to] : [tie.to, tie.from];
    const key = JSON.stringify([tie.kind, a, b]);
    const group = found.get(key);
    if (group) group.push(tie);
    else {
      const begun = [tie];
      found.set(key, begun);
      groups.push(begun);
    }
  }
  return groups;
}

function addAffiliations(
  data: NetworkData,
  lens: Lens,
  indexOf: ReadonlyMap<string, number>,
  builder: TieRowsBuilder,
): void {
  for (const person of data.people) {
    const from = indexOf.get(person.id);
    for (const affiliation of person.affiliations ?? []) {
      const to = indexOf.get(affiliation.organization);
      if (from !== undefined && to !== undefined && overlaps(affiliation, lens.during)) {
        builder.add(from, to, 1, false);
      }
    }
  }
}
