import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The share of arcs that are returned. */
export const reciprocity = defineMeasure({
  level: 'network',
  id: 'reciprocity',
  label: 'Reciprocity',
  family: 'structure',
  definition:
    'The share of arcs that are returned: those a → b for which b → a is there too. An undirected or mutual tie is two arcs. Null in an undirected network and without an arc.',
  unit: 'share, 0…1',
  cost: 'time O(n + arcs)',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, chapter 13'],
  needsGroups: false,
  reads: 'arcs',
  params: noParams,
  run: ({ n, arcs }) => {
    if (arcs === null || arcs.count === 0) return null;
    const { outOffsets, outTargets, inOffsets, inTargets } = arcs;
    let returned = 0;
    for (let v = 0; v < n; v++) {
      // Both rows ascend: walk them side by side.
      let to = outOffsets[v]!;
      let from = inOffsets[v]!;
      while (to < outOffsets[v + 1]! && from < inOffsets[v + 1]!) {
        const difference = outTargets[to]! - inTargets[from]!;
        if (difference === 0) returned++;
        if (difference <= 0) to++;
        if (difference >= 0) from++;
      }
    }
    return returned / arcs.count;
  },
});
