import type { ZodType } from 'zod';
import type { Graph, Groups } from '#analysis/graph/graph.ts';

/** What a measure is handed beside the graph. Randomness comes from the seed through Random alone. */
export interface MeasureContext {
  readonly seed: number;
  readonly signal: AbortSignal;
  /** The partition in use; null where a caller has none (a measure that needs groups then gives null). */
  readonly groups: Groups | null;
  /** 0…1, called at most some tens of times. */
  readonly progress: (done: number) => void;
}

/** One value a node; NaN stands for "does not exist" and becomes null at the border (JSON, tables). */
export type NodeValues = Float64Array;

interface MeasureText {
  /** The JSON key. */
  readonly id: string;
  /** In the words of the field, as a table head. */
  readonly label: string;
  readonly family: 'centrality' | 'paths' | 'structure' | 'community' | 'brokerage';
  /** One paragraph: definition with its formula, range, what null means. */
  readonly definition: string;
  /** Unit and range in a few words: "ties, 0…n−1". */
  readonly unit: string;
  readonly cost: string;
  readonly references: readonly string[];
  /** Needs the partition in use. */
  readonly needsGroups: boolean;
  /** Which ties and strengths it reads. */
  readonly reads: 'ties' | 'strengths' | 'arcs' | 'lengths';
}

export interface NodeMeasure<Params> extends MeasureText {
  readonly level: 'organization';
  readonly params: ZodType<Params>;
  readonly run: (graph: Graph, params: Params, context: MeasureContext) => NodeValues;
}

/** A flag or a record of numbers a node, where one number is not enough (articulation, brokerage roles). */
export interface NodeRecordMeasure<Params> extends MeasureText {
  readonly level: 'organizationRecord';
  readonly keys: readonly string[];
  readonly params: ZodType<Params>;
  /** One column a key. */
  readonly run: (
    graph: Graph,
    params: Params,
    context: MeasureContext,
  ) => Readonly<Record<string, NodeValues>>;
}

export interface NetworkMeasure<Params> extends MeasureText {
  readonly level: 'network';
  readonly params: ZodType<Params>;
  readonly run: (graph: Graph, params: Params, context: MeasureContext) => number | null;
}

export interface FlagMeasure<Params> extends MeasureText {
  readonly level: 'organizationFlag';
  readonly params: ZodType<Params>;
  /** 0 or 1 a node. */
  readonly run: (graph: Graph, params: Params, context: MeasureContext) => Uint8Array;
}

export type Measure<Params = unknown> =
  NodeMeasure<Params> | NodeRecordMeasure<Params> | NetworkMeasure<Params> | FlagMeasure<Params>;

/** Declares a measure; the registry, command line, routes, documentation pages and tests enumerate what it returns. */
export function defineMeasure<Params, M extends Measure<Params>>(measure: M): M {
  return measure;
}
