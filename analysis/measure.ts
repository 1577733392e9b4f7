import { z, type ZodType } from 'zod';
import { AnalysisError, checkAborted } from '#analysis/errors.ts';
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

/** What a measure gives, by what it speaks about. */
export interface MeasureResults {
  organization: NodeValues;
  /** 0 or 1 a node. */
  organizationFlag: Uint8Array;
  /** One column a key, where one number is not enough (brokerage roles). */
  organizationRecord: Readonly<Record<string, NodeValues>>;
  network: number | null;
  /** 0 or 1 a tie, in the order of graph.ties. */
  tieFlag: Uint8Array;
}

export type Level = keyof MeasureResults;

interface MeasureText<L extends Level> {
  readonly level: L;
  /** The JSON key; unique within organizations, within the network and within ties. */
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
  /** The keys of a record, in order; empty for the other levels. */
  readonly keys?: readonly string[];
}

/** What the author of a measure writes: its run gets parameters that the schema has read. */
interface MeasureDefinition<L extends Level, Params> extends MeasureText<L> {
  readonly params: ZodType<Params>;
  readonly run: (graph: Graph, params: Params, context: MeasureContext) => MeasureResults[L];
}

/** What everybody else sees: any parameters are taken and read by the schema, so that measures stand in one list. */
export interface MeasureOf<L extends Level> extends MeasureText<L> {
  readonly keys: readonly string[];
  readonly params: ZodType;
  /** Errors: PARAMETER_NOT_VALID, ABORTED. */
  readonly run: (graph: Graph, params: unknown, context: MeasureContext) => MeasureResults[L];
}

export type NodeMeasure = MeasureOf<'organization'>;
export type NetworkMeasure = MeasureOf<'network'>;
export type Measure = { [L in Level]: MeasureOf<L> }[Level];

/** The schema of a measure without parameters. */
export const noParams = z.strictObject({});

/** Declares a measure; the registry, command line, routes, documentation pages and tests enumerate what it returns. */
export function defineMeasure<L extends Level, Params>(
  definition: MeasureDefinition<L, Params>,
): MeasureOf<L> {
  return {
    ...definition,
    keys: definition.keys ?? [],
    run: (graph, params, context) => {
      checkAborted(context.signal);
      return definition.run(graph, readParams(definition.id, definition.params, params), context);
    },
  };
}

function readParams<Params>(id: string, schema: ZodType<Params>, given: unknown): Params {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new AnalysisError(
    'PARAMETER_NOT_VALID',
    read.error.issues
      .map((issue) => `${[id, ...issue.path.map(String)].join('.')}: ${issue.message}`)
      .join('; '),
  );
}
