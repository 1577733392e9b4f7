import { degree } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The deepest k-core that an organization belongs to. */
export const coreness = defineMeasure({
  level: 'organization',
  id: 'coreness',
  label: 'Core number',
  family: 'centrality',
  definition:
    'The largest k for which an organization belongs to a part of the network in which everybody has at least k ties inside the part. An isolate has 0.',
  unit: 'ties, 0…n−1',
  cost: 'time O(n + m), memory 4n words',
  references: [
    'Seidman 1983, doi:10.1016/0378-8733(83)90028-X',
    'Batagelj, Zaveršnik 2011, doi:10.1007/s11634-010-0079-y',
  ],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => {
    const { n, offsets, targets } = graph;
    const left = Uint32Array.from({ length: n }, (_, v) => degree(graph, v));
    // Nodes sorted by the ties they have left; `starts[k]` is where those with k begin.
    const starts = new Uint32Array(n + 1);
    for (const count of left) starts[count + 1]!++;
    for (let k = 0; k < n; k++) starts[k + 1]! += starts[k]!;
    const sorted = new Uint32Array(n);
    const place = new Uint32Array(n);
    const next = starts.slice();
    for (let v = 0; v < n; v++) {
      place[v] = next[left[v]!]!++;
      sorted[place[v]!] = v;
    }
    for (let i = 0; i < n; i++) {
      const v = sorted[i]!;
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
        const w = targets[slot]!;
        const count = left[w]!;
        if (count <= left[v]!) continue;
        // w loses a tie: it changes places with the first of its own count, and that count begins one later.
        const first = starts[count]!;
        const other = sorted[first]!;
        sorted[place[w]!] = other;
        place[other] = place[w]!;
        sorted[first] = w;
        place[w] = first;
        starts[count] = first + 1;
        left[w] = count - 1;
      }
    }
    return Float64Array.from(left);
  },
});
