import { dateSpan, firstDay, overlaps, type DateSpan } from '#data/lens/date-span.ts';
import { freshness } from '#data/lens/freshness.ts';
import type { TieRules } from '#data/lens/judged-tie.ts';
import { TieClaims, type KeptRelationship } from '#data/lens/tie-claims.ts';
import type { TieRowList } from '#data/lens/tie-row-list.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Relationship } from '#data/model/relationship.ts';

/**
 * Adds the ties that parties state themselves.
 *
 * Records with statements are judged together with those of the same kind between the same two, in the same direction
 * if directed: one row. A record without statements is a fact of its own: one row, its own strength or 1, so that the
 * rows of a plain file add up; it counts as stated by both ends if undirected or mutual, else by `from`. Under
 * "confirmed" a directed fact therefore needs one of its kind the other way: the two are one row without direction, of
 * the smallest strength. A fact carries no trust.
 *
 * Input    index: which parties are nodes; a tie to anybody else is none.
 * Output   how many relationships make no tie only because neither end says anything about them.
 * Cost     O(relationships + statements)
 */
export function addStatedTies(
  rows: TieRowList,
  data: NetworkData,
  lens: Lens,
  during: DateSpan,
  index: ReadonlyMap<string, number>,
): { unheard: number } {
  const rules = lens.include.relationships;
  if (rules === undefined) return { unheard: 0 };
  const fresh = freshness(data, lens, during);
  const stated = new TieClaims(rules, index.size, data);
  const returned = new TieClaims(rules, index.size, data);
  for (const kept of keptRelationships(data, rules, lens.hide, during, index)) {
    const { kind, direction, since, strength = 1, statements = [] } = kept.record;
    if (statements.length > 0) stated.add(kept);
    else if (rules.rule === 'confirmed' && direction === 'directed') returned.addStatedByFrom(kept);
    else if (isFactKept(strength, rules)) {
      const day = since === undefined ? null : firstDay(since);
      rows.add(kept.from, kept.to, strength * fresh(kind, day), direction === 'directed');
    }
  }
  for (const { verdict, kind, from, to, directed } of [...stated.ties, ...returned.ties]) {
    if (verdict !== null) rows.add(from, to, verdict.strength * fresh(kind, verdict.lastConfirmed), directed);
  }
  return { unheard: stated.unheard };
}

function isFactKept(strength: number, { minStrength = 0, minTrust }: TieRules): boolean {
  // NaN passes here, for the graph to refuse it by name.
  return minTrust === undefined && !(strength < minStrength);
}

function keptRelationships(
  data: NetworkData,
  { kinds }: TieRules,
  hide: readonly string[] | undefined,
  during: DateSpan,
  index: ReadonlyMap<string, number>,
): readonly KeptRelationship[] {
  const wanted = kinds === undefined ? null : new Set(kinds);
  const hidden = new Set(hide);
  const isKept = ({ id, kind, since, until }: Relationship): boolean =>
    !hidden.has(id) && wanted?.has(kind) !== false && overlaps(dateSpan(since, until), during);
  const kept: KeptRelationship[] = [];
  for (const record of data.relationships) {
    const from = index.get(record.from);
    const to = index.get(record.to);
    if (from !== undefined && to !== undefined && isKept(record)) kept.push({ record, from, to });
  }
  return kept;
}
