import { daysPerMonth, firstDay, type DateSpan } from '#data/lens/date-span.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/** What is left of a strength of this kind that was last confirmed on that day (null: no date is recorded). */
export type Freshness = (kind: string, lastConfirmed: number | null) => number;

/**
 * Half-lives: a strength counts half after as many months as the lens gives its kind, ½^(months / half-life).
 *
 * Months are counted to the end of `during`; under "all" to the latest recorded date (of statements, beginnings and
 * gatherings; an end may lie ahead), never to today. What is confirmed later than that, or at no recorded time, counts
 * in full. minStrength is asked of the strength as stated. Cost O(records) where there is a half-life, else none.
 */
export function freshness(data: NetworkData, lens: Lens, during: DateSpan): Freshness {
  const halfLife = new Map(Object.entries(lens.halfLife ?? {}));
  if (halfLife.size === 0) return () => 1;
  const day = Number.isFinite(during.until) ? during.until - 1 : latestDay(data);
  return (kind, lastConfirmed) => {
    const months = halfLife.get(kind);
    if (months === undefined || lastConfirmed === null || lastConfirmed >= day) return 1;
    return 0.5 ** ((day - lastConfirmed) / daysPerMonth / months);
  };
}

function latestDay(data: NetworkData): number {
  let latest = -Infinity;
  const see = (date: string | undefined): void => {
    if (date !== undefined) latest = Math.max(latest, firstDay(date));
  };
  for (const { since, statements } of data.relationships) {
    see(since);
    for (const { at } of statements ?? []) see(at);
  }
  for (const { since, participants } of data.collaborations) {
    see(since);
    for (const participant of participants ?? []) see(participant.since);
  }
  for (const { at } of data.gatherings) see(at);
  return latest;
}
