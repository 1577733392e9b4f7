import type { SharedEvent } from '#data/lens/lensed-network.ts';
import type { ReportTimeline } from '#viz/report/report-input.ts';

/** More years than this are a mistake in the data, not a history. */
const yearsAtMost = 200;

/** Collaborations running in each year; null where fewer than two years are known. Without an end: the year it began. */
export function reportTimeline(events: readonly SharedEvent[]): ReportTimeline | null {
  const dated = events.flatMap(({ since, until, members }) => {
    if (since === undefined) return [];
    const from = Number(since.slice(0, 4));
    return [{ from, to: until === undefined ? from : Number(until.slice(0, 4)), joint: members.length > 1 }];
  });
  const first = dated.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last = dated.reduce((most, { to }) => Math.max(most, to), -Infinity);
  if (!(last > first) || last - first > yearsAtMost) return null;
  const years = Array.from({ length: last - first + 1 }, (_, index) => {
    const running = dated.filter(({ from, to }) => from <= first + index && first + index <= to);
    const joint = running.filter((event) => event.joint).length;
    return { year: first + index, joint, alone: running.length - joint };
  });
  return {
    years,
    withoutStart: events.filter(({ since }) => since === undefined).length,
    withoutEnd: events.filter(({ until }) => until === undefined).length,
    commonEnd: commonEnd(events),
  };
}

function commonEnd(events: readonly SharedEvent[]): ReportTimeline['commonEnd'] {
  const counts = new Map<number, number>();
  for (const { until } of events) {
    if (until !== undefined)
      counts.set(Number(until.slice(0, 4)), (counts.get(Number(until.slice(0, 4))) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? { year: most[0], count: most[1] } : null;
}
