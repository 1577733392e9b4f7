import type { SharedEvent } from '#data/lens/lensed-network.ts';
import type { ReportTimeline } from '#viz/report/report-input.ts';

/** More years than this are a mistake in the data, not a history. */
const yearsAtMost = 200;

/**
 * Collaborations running in each year; null where fewer than two years are known. The last year drawn is that of the
 * data's own date, or, where they carry none, the last in which anything begins: ends beyond it are plans. What has no
 * end is still running then.
 */
export function reportTimeline(
  events: readonly SharedEvent[],
  asOf: string | null = null,
): ReportTimeline | null {
  const dated = events.flatMap(({ since, until, members }) => {
    if (since === undefined) return [];
    const from = yearOf(since);
    return [{ from, to: until === undefined ? Infinity : yearOf(until), joint: members.length > 1 }];
  });
  const first = dated.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last =
    asOf === null ? dated.reduce((most, { from }) => Math.max(most, from), -Infinity) : yearOf(asOf);
  if (!(last > first) || last - first > yearsAtMost) return null;
  const years = Array.from({ length: last - first + 1 }, (_, index) => {
    const running = dated.filter(({ from, to }) => from <= first + index && first + index <= to);
    const joint = running.filter((event) => event.joint).length;
    return { year: first + index, joint, alone: running.length - joint };
  });
  return {
    years,
    endLater: dated.some(({ to }) => to !== Infinity && to > last),
    withoutStart: events.filter(({ since }) => since === undefined).length,
    withoutEnd: dated.filter(({ to }) => to === Infinity).length,
    commonEnd: commonEnd(events),
  };
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

function commonEnd(events: readonly SharedEvent[]): ReportTimeline['commonEnd'] {
  const counts = new Map<number, number>();
  for (const { until } of events) {
    if (until !== undefined) counts.set(yearOf(until), (counts.get(yearOf(until)) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? { year: most[0], count: most[1] } : null;
}
