import { describe, expect, it } from 'vitest';
import { brokerage } from '#analysis/brokerage/brokerage.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import { complete, fromTies, groupsOf, karate, karateClub, path } from '#test/analysis/graphs.ts';
import { columns, measureContext } from '#test/analysis/run-measure.ts';

const roles = (graph: Graph, groups: Groups) => columns(brokerage, graph, measureContext({ groups }));

/** What node 1 of 0 → 1 → 2 is. */
const middle = (labels: number[]): string[] =>
  Object.entries(
    roles(
      fromTies(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        { directed: true },
      ),
      groupsOf(labels),
    ),
  )
    .filter(([, values]) => values[1] === 1)
    .map(([role]) => role);

describe('brokerage', () => {
  it('names the five roles', () => {
    expect(middle([0, 0, 0])).toEqual(['coordinator']);
    expect(middle([0, 1, 0])).toEqual(['consultant']);
    expect(middle([0, 1, 1])).toEqual(['gatekeeper']);
    expect(middle([0, 0, 1])).toEqual(['representative']);
    expect(middle([0, 1, 2])).toEqual(['liaison']);
  });

  it('needs a → c to be absent; directed, c → a does not matter', () => {
    const closed = fromTies(
      3,
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      { directed: true },
    );
    expect(Object.values(roles(closed, groupsOf([0, 0, 0]))).flat()).toEqual(Array(15).fill(0));
    const back = fromTies(
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      { directed: true },
    );
    expect(roles(back, groupsOf([0, 0, 0])).coordinator).toEqual([1, 1, 1]);
    expect(roles(complete(3), groupsOf([0, 0, 0])).coordinator).toEqual([0, 0, 0]);
  });

  it('counts both orders of an undirected pair', () => {
    expect(roles(path(3), groupsOf([0, 0, 0])).coordinator).toEqual([0, 2, 0]);
    const across = roles(path(3), groupsOf([0, 0, 1]));
    expect([across.gatekeeper?.[1], across.representative?.[1]]).toEqual([1, 1]);
  });

  it('of the karate club: totals by club', () => {
    const total = Object.entries(roles(karate(), karateClub())).map(([role, values]) => [
      role,
      values.reduce<number>((sum, value) => sum + value!, 0),
    ]);
    expect(Object.fromEntries(total)).toEqual({
      coordinator: 510,
      gatekeeper: 128,
      representative: 128,
      consultant: 20,
      liaison: 0,
    });
  });

  it('leaves out triples with who is in no group; they have no roles themselves', () => {
    expect(roles(path(3), groupsOf([-1, 0, 0])).coordinator).toEqual([null, 0, 0]);
  });
});
