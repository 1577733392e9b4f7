import { dateSpan, firstDay, overlaps, type DateSpan } from '#data/lens/date-span.ts';
import { freshness } from '#data/lens/freshness.ts';
import { JudgedTie, type Side } from '#data/lens/judged-tie.ts';
import type { TieRowList } from '#data/lens/tie-row-list.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Relationship } from '#data/model/relationship.ts';

type Index = ReadonlyMap<string, number>;

/**
 * Adds the ties that parties state themselves.
 *
 * A record without statements is a fact of its own: one row, its own strength or 1, stated by `from`, and by both ends
 * if undirected or mutual; under "confirmed" a directed one is therefore left out. It carries no trust. Records with
 * statements are judged together with those of the same kind between the same two (in the same direction if directed):
 * one row.
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
  index: Index,
): { unheard: number } {
  const rules = lens.include.relationships;
  if (rules === undefined) return { unheard: 0 };
  const fresh = freshness(data, lens, during);
  const judged = new Map<string, JudgedTie>();
  const sideOf = speaker(data);
  let unheard = 0;
  for (const kept of keptRelationships(data, rules, lens.hide, during, index)) {
    const { record, from, to } = kept;
    if (isFact(record)) {
      const strength = factStrength(record, rules);
      if (strength === null) continue;
      const day = record.since === undefined ? null : firstDay(record.since);
      rows.add(from, to, strength * fresh(record.kind, day), record.direction === 'directed');
    } else if (!hear(tieOf(judged, kept, index.size), kept, sideOf)) unheard++;
  }
  for (const tie of judged.values()) {
    const verdict = tie.verdict(rules);
    if (verdict === null) continue;
    const strength = verdict.strength * fresh(tie.kind, verdict.lastConfirmed);
    rows.add(tie.from, tie.to, strength, tie.directed);
  }
  return { unheard };
}

type Rules = NonNullable<Lens['include']['relationships']>;

function isFact(record: Relationship): boolean {
  return record.statements === undefined || record.statements.length === 0;
}

/** Null: these rules do not keep it. */
function factStrength({ strength = 1, direction }: Relationship, rules: Rules): number | null {
  if (rules.minTrust !== undefined || strength < (rules.minStrength ?? 0)) return null;
  return rules.rule === 'union' || direction !== 'directed' ? strength : null;
}

interface KeptRelationship {
  readonly record: Relationship;
  readonly from: number;
  readonly to: number;
}

function keptRelationships(
  data: NetworkData,
  { kinds }: Rules,
  hide: readonly string[] | undefined,
  during: DateSpan,
  index: Index,
): readonly KeptRelationship[] {
  const wanted = kinds === undefined ? null : new Set(kinds);
  const hidden = new Set(hide);
  const kept: KeptRelationship[] = [];
  for (const record of data.relationships) {
    const from = index.get(record.from);
    const to = index.get(record.to);
    if (from === undefined || to === undefined || hidden.has(record.id)) continue;
    if (wanted !== null && !wanted.has(record.kind)) continue;
    if (overlaps(dateSpan(record.since, record.until), during)) kept.push({ record, from, to });
  }
  return kept;
}

/** The claim that a record belongs to; without a direction the lower node comes first. */
function tieOf(judged: Map<string, JudgedTie>, { record, from, to }: KeptRelationship, n: number): JudgedTie {
  const directed = record.direction === 'directed';
  const one = directed ? from : Math.min(from, to);
  const other = directed ? to : Math.max(from, to);
  const key = `${(one * n + other) * 2 + (directed ? 1 : 0)} ${record.kind}`;
  let tie = judged.get(key);
  if (tie === undefined) {
    tie = new JudgedTie(record.kind, one, other, directed);
    judged.set(key, tie);
  }
  return tie;
}

/** Whether any of a record's statements is by one of its sides. */
function hear(
  tie: JudgedTie,
  { record, from }: KeptRelationship,
  sideOf: ReturnType<typeof speaker>,
): boolean {
  tie.record(record);
  let heard = false;
  for (const statement of record.statements ?? []) {
    const side = sideOf(statement.by, record, tie.from === from);
    heard ||= side !== null;
    tie.hear(statement, side);
  }
  return heard;
}

/** Whom a statement speaks for: an end itself, or the end that the speaker is affiliated with. */
function speaker(data: NetworkData) {
  const homes = new Map(
    data.people.map((person) => [
      person.id,
      new Set((person.affiliations ?? []).map(({ organization }) => organization)),
    ]),
  );
  return (by: string, { from, to }: Relationship, inOrder: boolean): Side => {
    if (by === from) return inOrder ? 'one' : 'other';
    if (by === to) return inOrder ? 'other' : 'one';
    const home = homes.get(by);
    if (home?.has(from) === true) return inOrder ? 'one' : 'other';
    if (home?.has(to) === true) return inOrder ? 'other' : 'one';
    return null;
  };
}
