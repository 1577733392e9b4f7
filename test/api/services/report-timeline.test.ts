import { describe, expect, it } from 'vitest';
import { reportTimeline } from '#api/services/report-timeline.ts';
import type { SharedEvent } from '#data/lens/lensed-network.ts';

const event = (since?: string, until?: string, members = [0, 1]): SharedEvent => ({
  id: `c${since ?? ''}${until ?? ''}`,
  name: 'C',
  topics: [],
  members,
  roles: members.map(() => []),
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
});
const joint = (events: readonly SharedEvent[], asOf: string | null = null): (readonly [number, number])[] =>
  reportTimeline(events, asOf)?.years.map((year) => [year.year, year.joint] as const) ?? [];

describe('reportTimeline', () => {
  it('draws what has no end as still running in the last year in which anything begins', () => {
    const events = [event('2018-03'), event('2020', '2021-05-01')];
    expect(joint(events)).toEqual([
      [2018, 1],
      [2019, 1],
      [2020, 2],
    ]);
    expect(reportTimeline(events)?.endLater).toBe(true);
    expect(reportTimeline([event('2018-03'), event('2020')])?.endLater).toBe(false);
  });

  it("runs to the data's own date and not beyond", () => {
    const events = [event('2018'), event('2019', '2030')];
    expect(joint(events, '2021-06-30')).toEqual([
      [2018, 1],
      [2019, 2],
      [2020, 2],
      [2021, 2],
    ]);
    expect(joint([event('2018', '2019'), event('2025')], '2019-06-30')).toHaveLength(2);
  });

  it('counts those without a start, and of the others those without an end', () => {
    expect(
      reportTimeline([event(), event('2018'), event('2019', '2020'), event(undefined, '2020')]),
    ).toMatchObject({
      withoutStart: 2,
      withoutEnd: 1,
      commonEnd: { year: 2020, count: 2 },
    });
  });

  it('says nothing of a single year, or of years that are a mistake', () => {
    expect(reportTimeline([event('2018', '2018')])).toBeNull();
    expect(reportTimeline([event('0201', '2018')])).toBeNull();
    expect(reportTimeline([])).toBeNull();
  });
});
