import { always, dateSpan, firstDay, overlaps, type DateSpan } from '#data/lens/date-span.ts';
import { freshness } from '#data/lens/freshness.ts';
import type { TieRules } from '#data/lens/judged-tie.ts';
import { speaker } from '#data/lens/speaker.ts';
import { TieClaims } from '#data/lens/tie-claims.ts';
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
  const sideOf = speaker(data);
  const stated = new TieClaims(rules, index.size, sideOf);
  const returned = new TieClaims(rules, index.size, sideOf);
  const isKept = keptBy(rules, lens.hide, during);
  for (const record of data.relationships) {
    const from = index.get(record.from);
    const to = index.get(record.to);
    if (from === undefined || to === undefined || !isKept(record)) continue;
    if (hasStatements(record)) stated.add(record, from, to);
    else if (needsReturn(record, rules)) returned.addStatedByFrom(record, from, to);
    else if (isFactKept(record, rules)) {
      const strength = (record.strength ?? 1) * fresh(record.kind, dayOf(record));
      rows.add(from, to, strength, record.direction === 'directed');
    }
  }
  for (const { verdict, kind, from, to, directed } of [...stated.ties, ...returned.ties]) {
    if (verdict !== null) rows.add(from, to, verdict.strength * fresh(kind, verdict.lastConfirmed), directed);
  }
  return { unheard: stated.unheard };
}

function hasStatements({ statements }: Relationship): boolean {
  return statements !== undefined && statements.length > 0;
}

function needsReturn({ direction }: Relationship, { rule }: TieRules): boolean {
  return rule === 'confirmed' && direction === 'directed';
}

function isFactKept({ strength = 1 }: Relationship, { minStrength = 0, minTrust }: TieRules): boolean {
  // NaN passes here, for the graph to refuse it by name.
  return minTrust === undefined && !(strength < minStrength);
}

function dayOf({ since }: Relationship): number | null {
  return since === undefined ? null : firstDay(since);
}

/** By kind, dates and what is hidden. */
function keptBy({ kinds }: TieRules, hide: readonly string[] | undefined, during: DateSpan) {
  const wanted = kinds === undefined ? null : new Set(kinds);
  const hidden = new Set(hide);
  return ({ id, kind, since, until }: Relationship): boolean =>
    !hidden.has(id) &&
    wanted?.has(kind) !== false &&
    (during === always || overlaps(dateSpan(since, until), during));
}
