import { brokerage } from '#analysis/brokerage/brokerage.ts';
import { constraint } from '#analysis/brokerage/constraint.ts';
import { effectiveSize } from '#analysis/brokerage/effective-size.ts';
import { efficiency } from '#analysis/brokerage/efficiency.ts';
import { eiIndex, networkEiIndex } from '#analysis/brokerage/ei-index.ts';
import { participation } from '#analysis/brokerage/participation.ts';
import { withinModuleZ } from '#analysis/brokerage/within-module-z.ts';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import { closeness } from '#analysis/centrality/closeness.ts';
import { coreness } from '#analysis/centrality/coreness.ts';
import { degreeCentralization } from '#analysis/centrality/degree-centralization.ts';
import { degree } from '#analysis/centrality/degree.ts';
import { eigenvector } from '#analysis/centrality/eigenvector.ts';
import { harmonic } from '#analysis/centrality/harmonic.ts';
import { inDegree } from '#analysis/centrality/in-degree.ts';
import { outDegree } from '#analysis/centrality/out-degree.ts';
import { pagerank } from '#analysis/centrality/pagerank.ts';
import { strength } from '#analysis/centrality/strength.ts';
import { groupsModularity } from '#analysis/community/groups-modularity.ts';
import type { Measure } from '#analysis/measure.ts';
import { averageDistance } from '#analysis/paths/average-distance.ts';
import { crossEfficiency } from '#analysis/paths/cross-efficiency.ts';
import { diameter } from '#analysis/paths/diameter.ts';
import { articulation } from '#analysis/structure/articulation.ts';
import { assortativity } from '#analysis/structure/assortativity.ts';
import { bridges } from '#analysis/structure/bridges.ts';
import { clustering } from '#analysis/structure/clustering.ts';
import { components } from '#analysis/structure/components.ts';
import { corePeriphery } from '#analysis/structure/core-periphery.ts';
import { degreeAssortativity } from '#analysis/structure/degree-assortativity.ts';
import { density } from '#analysis/structure/density.ts';
import { fragmentation } from '#analysis/structure/fragmentation.ts';
import { isolates } from '#analysis/structure/isolates.ts';
import { largestComponent } from '#analysis/structure/largest-component.ts';
import { reciprocity } from '#analysis/structure/reciprocity.ts';
import { transitivity } from '#analysis/structure/transitivity.ts';

/**
 * Every measure, in the order in which answers list them: of each organization, of the whole network, of ties.
 * The command line, routes, forms, documentation pages and contract tests enumerate it. An id may stand twice where an
 * organization and the network each have such a number (the E-I index).
 */
export const measures: readonly Measure[] = [
  degree,
  inDegree,
  outDegree,
  strength,
  betweenness,
  closeness,
  harmonic,
  eigenvector,
  pagerank,
  coreness,
  clustering,
  constraint,
  effectiveSize,
  efficiency,
  participation,
  withinModuleZ,
  eiIndex,
  articulation,
  brokerage,
  density,
  components,
  largestComponent,
  isolates,
  reciprocity,
  transitivity,
  averageDistance,
  diameter,
  degreeCentralization,
  degreeAssortativity,
  fragmentation,
  corePeriphery,
  groupsModularity,
  networkEiIndex,
  assortativity,
  crossEfficiency,
  bridges,
];
