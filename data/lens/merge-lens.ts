import type { z } from 'zod';
import { DataError } from '#data/errors.ts';
import { defaultLens, lensPatchSchema, lensSchema, type Lens, type LensPatch } from '#data/model/lens.ts';

type Plain = Record<string, unknown>;

/**
 * The whole lens: the default, then each patch in turn (the network's own default lens, then what is given), merged by
 * RFC 7396: null removes. What a lens cannot be without falls back to the default.
 *
 * Errors   LENS_NOT_VALID: the path, the value and what is accepted
 */
export function mergeLens(...patches: readonly unknown[]): Lens {
  let merged: Plain = defaultLens;
  for (const patch of patches) {
    if (patch === undefined) continue;
    merged = mergePatch(merged, check(lensPatchSchema, patch) as Plain);
  }
  return check(lensSchema, withNecessary(merged));
}

/** Errors: LENS_NOT_VALID, also for text that is no JSON. */
export function parseLens(text: string): LensPatch {
  try {
    return check(lensPatchSchema, JSON.parse(text));
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError('LENS_NOT_VALID', `The lens is not JSON: ${(error as Error).message}.`);
  }
}

function mergePatch(target: Plain, patch: Plain): Plain {
  const merged: Plain = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else if (isPlain(value)) merged[key] = mergePatch(isPlain(merged[key]) ? merged[key] : {}, value);
    else merged[key] = value;
  }
  return merged;
}

function withNecessary(lens: Plain): Plain {
  const whole: Plain = { ...lens };
  for (const key of ['during', 'nodes', 'distance'] as const) whole[key] ??= defaultLens[key];
  const include: Plain = { ...(isPlain(whole.include) ? whole.include : {}) };
  const necessary = {
    relationships: { rule: 'union' },
    collaborations: { projection: 'newman' },
    gatherings: { projection: 'newman' },
    communities: { projection: 'newman' },
  };
  for (const [key, value] of Object.entries(necessary)) {
    if (isPlain(include[key])) include[key] = { ...value, ...include[key] };
  }
  return { ...whole, include };
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw new DataError(
    'LENS_NOT_VALID',
    `The lens is not valid${path === '' ? '' : ` at ${path}`}: ${issue?.message ?? ''}.`,
  );
}
