import type { Kind } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';

/** A place in a record that names another one. */
export interface RecordLink {
  /** As in the registry: "participants[].party". */
  readonly field: string;
  readonly target: string;
}

/** Every id that a record names, in the order of the registry's link fields, then of the lists. */
export function linksOf(kind: Kind, body: unknown): RecordLink[] {
  return records[kind].links.flatMap(({ path }) =>
    valuesAt(body, path.split('.')).map((target) => ({ field: path, target })),
  );
}

function valuesAt(value: unknown, path: readonly string[]): string[] {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const list = step.endsWith('[]');
  const next = (value as Record<string, unknown>)[list ? step.slice(0, -2) : step];
  if (!list) return valuesAt(next, rest);
  return Array.isArray(next) ? next.flatMap((item) => valuesAt(item, rest)) : [];
}
