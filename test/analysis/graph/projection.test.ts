import { describe, expect, it } from 'vitest';
import { noRows, type TieRows, type TwoMode } from '#analysis/graph/graph.ts';
import { joinRows, projectTwoMode } from '#analysis/graph/projection.ts';

const part = (events: readonly (readonly number[])[], projection: TwoMode['projection']): TwoMode => ({
  events: events.length,
  offsets: Uint32Array.from(
    events.reduce<number[]>((ends, event) => [...ends, ends.at(-1)! + event.length], [0]),
  ),
  members: Uint32Array.from(events.flat()),
  projection,
  kind: 'collaborations',
});

const listed = (rows: TieRows): number[][] =>
  Array.from(rows.from, (from, row) => [from, rows.to[row]!, rows.strength[row]!]);

describe('projectTwoMode', () => {
  it('gives each pair of an event 1/(k−1), so that a member gains 1 from each event', () => {
    expect(
      listed(
        projectTwoMode(
          part(
            [
              [0, 1, 2],
              [2, 0],
            ],
            'newman',
          ),
        ),
      ),
    ).toEqual([
      [0, 1, 0.5],
      [0, 2, 0.5],
      [1, 2, 0.5],
      [2, 0, 1],
    ]);
  });

  it('counts shared events', () => {
    expect(
      listed(
        projectTwoMode(
          part(
            [
              [0, 1, 2],
              [2, 0],
            ],
            'count',
          ),
        ),
      ).map(([, , strength]) => strength),
    ).toEqual([1, 1, 1, 1]);
  });

  it('gives nothing for an event of one or of nobody', () => {
    expect(listed(projectTwoMode(part([[0], [], [3, 1]], 'newman')))).toEqual([[3, 1, 1]]);
  });

  it('makes undirected rows', () => {
    expect([...projectTwoMode(part([[0, 1, 2]], 'count')).directed]).toEqual([0, 0, 0]);
  });
});

describe('joinRows', () => {
  it('puts rows one after another', () => {
    const one = projectTwoMode(part([[0, 1]], 'count'));
    const two = projectTwoMode(part([[4, 2, 3]], 'newman'));
    expect(listed(joinRows([one, noRows, two]))).toEqual([...listed(one), ...listed(two)]);
    expect(joinRows([])).toEqual(noRows);
  });
});
