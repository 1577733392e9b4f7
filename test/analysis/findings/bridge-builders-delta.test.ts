import { beforeAll, describe, expect, it } from 'vitest';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import { detect } from '#analysis/community/detect.ts';
import { bridgeBuilders, type BridgeBuilder } from '#analysis/findings/bridge-builders.ts';
import type { Groups } from '#analysis/graph/graph.ts';
import { delta, hasDelta } from '#test/analysis/delta.ts';

/** rank: betweenness, loss, parted, across, F, dependence, restores, equal backups (REPORT, reference numbers). */
const reference = [
  [1923.783, 0.050606, 0, 0, 0.271146, 0.1539, 0.0853, 2],
  [935.335, 0.030314, 116, 93, 0.283598, 0.0649, 0.4731, 1],
  [771.84, 0.041601, 344, 252, 0.308072, 0.0639, 0.5325, 2],
  [751.766, 0.035359, 231, 186, 0.295942, 0.053, 0.3992, 2],
  [739.761, 0.038381, 231, 200, 0.295942, 0.054, 0.41, 2],
  [656.202, 0.045107, 345, 279, 0.308179, 0.0601, 0.3072, 3],
  [482.505, 0.030571, 231, 190, 0.295942, 0.0427, 0.454, 2],
  [441.054, 0.032467, 230, 210, 0.295835, 0.0465, 0.8576, 2],
  [433.774, 0.015613, 116, 93, 0.283598, 0.0198, 0.9332, 1],
  [384.482, 0.028752, 231, 190, 0.295942, 0.0359, 0.4903, 2],
] as const;

/** The bridge-builders of the tracker; nothing is read while tests are collected, where it may not be there. */
function found(): readonly BridgeBuilder[] {
  const { graph } = delta('newman');
  const detection = detect(graph, { seed: 1 });
  const groups: Groups = {
    of: Int32Array.from(detection.membership),
    count: detection.count,
    names: Array.from({ length: detection.count }, (_, group) => String(group)),
  };
  const signal = new AbortController().signal;
  const context = { seed: 1, signal, groups, progress: () => undefined };
  return bridgeBuilders(graph, groups, betweenness.run(graph, { sample: null }, context));
}

describe.runIf(hasDelta)('Delta Science Tracker, newman, communities of seed 1', () => {
  let all: readonly BridgeBuilder[];
  beforeAll(() => {
    all = found();
  });

  it.each(reference.map((row, at) => [at + 1, ...row] as const))(
    'rank %i',
    (rank, routes, loss, parted, across, fragmentation, dependence, restores, equal) => {
      const bridge = all[rank - 1]!;
      expect(bridge.betweenness).toBeCloseTo(routes, 3);
      expect(bridge.loss).toBeCloseTo(loss, 6);
      expect(bridge).toMatchObject({ rank, parted, partedAcross: across });
      expect(bridge.fragmentation).toBeCloseTo(fragmentation, 6);
      expect(bridge.dependence).toBeCloseTo(dependence, 4);
      expect(bridge.backup?.restores).toBeCloseTo(restores, 4);
      expect(bridge.backup).toMatchObject({ equal, exact: true });
    },
  );
});
