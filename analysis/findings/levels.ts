import type { Graph } from '#analysis/graph/graph.ts';

/**
 * Distances in whole steps, rounded down, so that a sum of levels is never more than the distance it stands for.
 * In hops a level is a hop.
 */
export class Levels {
  readonly width: number;
  readonly #highest: number;

  /** @param fromRemoved  distances from the removed node: with lengths a level is a sixteenth of their mean */
  constructor(graph: Graph, fromRemoved: Float64Array) {
    let sum = 0;
    let count = 0;
    for (const distance of fromRemoved) {
      if (distance === Infinity || distance === 0) continue;
      sum += distance;
      count++;
    }
    this.width = graph.lengths === null || count === 0 ? 1 : sum / count / 16;
    // Tables of n × levels stay under 64 MB; a distance beyond them is taken for the last level.
    this.#highest = Math.max(64, Math.floor(8e6 / Math.max(1, graph.n)));
  }

  of(distance: number): number {
    const level = Math.floor(distance / this.width);
    return level < this.#highest ? level : this.#highest;
  }

  /** Whether this level may stand for more than one distance. */
  isCut(level: number): boolean {
    return level >= this.#highest;
  }
}
