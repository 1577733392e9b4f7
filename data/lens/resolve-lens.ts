import type { z } from 'zod';
import { dateSpan } from '#data/lens/date-span.ts';
import { lensNotValid, lensProblem } from '#data/lens/lens-problem.ts';
import { mergePatch } from '#data/lens/merge-patch.ts';
import { partialDate } from '#data/model/fields.ts';
import { defaultLens, lensPatchSchema, lensSchema, type Lens, type LensPatch } from '#data/model/lens.ts';

export interface LensLayers {
  /** The network's own default lens, as its record holds it. */
  readonly network?: unknown;
  /** What is asked for now: any part of a lens, as JSON. */
  readonly given?: unknown;
  /** --as-of: the whole of that day, month or year. */
  readonly asOf?: string | undefined;
}

/**
 * The whole lens of a receipt: the default, the network's own, what is given, the day asked for, merged in this order
 * by RFC 7396: null removes. What a lens cannot be without (during, nodes, include, distance, a rule, a projection)
 * falls back to the default where it was removed or left away.
 *
 * Errors   LENS_NOT_VALID, for every part that is wrong its path, its value and what is accepted there
 */
export function resolveLens({ network, given, asOf }: LensLayers = {}): Lens {
  let merged: unknown = defaultLens;
  for (const patch of [network, given, asOf === undefined ? undefined : wholeDay(asOf)]) {
    if (patch !== undefined) merged = mergePatch(merged, checked(patch));
  }
  const lens = lensSchema.parse(withDefaults(merged as Parts));
  if (lens.during !== 'all') {
    const { from, until } = dateSpan(...lens.during);
    if (from >= until) {
      throw lensNotValid([lensProblem('during', lens.during, 'a first date that is not after the second')]);
    }
  }
  return lens;
}

function wholeDay(date: string): LensPatch {
  if (partialDate.safeParse(date).success) return { during: [date, date] };
  throw lensNotValid([lensProblem('The date of --as-of', date, 'YYYY, YYYY-MM or YYYY-MM-DD')]);
}

function checked(patch: unknown): LensPatch {
  const result = lensPatchSchema.safeParse(patch);
  if (result.success) return result.data;
  throw lensNotValid(result.error.issues.flatMap((issue) => problemsOf(issue, patch)));
}

type Parts = Readonly<Record<string, unknown>>;

const projection = { projection: 'newman' };
const necessary = {
  relationships: { rule: 'union' },
  collaborations: projection,
  gatherings: projection,
  communities: projection,
};

function withDefaults(merged: Parts): Parts {
  const include = (merged['include'] ?? defaultLens.include) as Parts;
  const filled = Object.entries(necessary)
    .filter(([part]) => include[part] !== undefined)
    .map(([part, fallback]) => [part, mergePatch(fallback, include[part])]);
  return { ...defaultLens, ...merged, include: { ...include, ...Object.fromEntries(filled) } };
}

/** zod says where; the table of lensProblem says what would be accepted there. */
function problemsOf(issue: z.core.$ZodIssue, patch: unknown): string[] {
  const path = issue.path.map(String);
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return paths.map((steps) => lensProblem(pathText(steps), valueAt(patch, steps)));
}

/** "include.collaborations.kinds[1]" */
function pathText(steps: readonly string[]): string {
  return steps.join('.').replace(/\.(\d+)(?=\.|$)/gu, '[$1]');
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Readonly<Record<string, unknown>>)[step]
        : undefined,
    value,
  );
}
