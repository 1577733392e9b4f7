import type { Judgement } from '#data/lens/judge-statements.ts';
import { firstDay, lastDay } from '#data/lens/partial-days.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Relationship } from '#data/model/relationship.ts';

const daysAMonth = 30.4375;

/**
 * Strength on the lens's last day: it halves every H months (by kind of tie) since it was last confirmed. The last day
 * is the end of `during`, else the latest date that any statement or relationship carries: never the clock. A tie
 * without any date keeps its strength.
 */
export function fading(data: NetworkData, lens: Lens): (tie: Relationship, judgement: Judgement) => number {
  const { halfLife } = lens;
  if (halfLife === undefined) return (_, { strength }) => strength;
  const today = lens.during === 'all' ? latestDay(data.relationships) : lastDay(lens.during[1]);
  return (tie, { strength, confirmed }) => {
    const months = halfLife[tie.kind];
    const last = confirmed ?? (tie.since === undefined ? null : firstDay(tie.since));
    if (months === undefined || last === null || today === null || last >= today) return strength;
    return strength * 0.5 ** (daysBetween(last, today) / daysAMonth / months);
  };
}

function latestDay(ties: readonly Relationship[]): string | null {
  let latest: string | null = null;
  for (const { since, statements } of ties) {
    const days = [
      since === undefined ? null : firstDay(since),
      ...(statements ?? []).map(({ at }) => at?.slice(0, 10) ?? null),
    ];
    for (const day of days) if (day !== null && (latest === null || day > latest)) latest = day;
  }
  return latest;
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(from) - Date.parse(until.replace(/-31$/u, '-28'))) / -86_400_000;
}
