import type { z } from 'zod';
import type { Kind } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';

/** What is wrong with one field of a record. */
export interface FieldProblem {
  /** "statements[0].strength"; '' for the record itself. */
  readonly path: string;
  readonly message: string;
}

/** Checks a record by its kind's schema: no problems means that it is valid. Cost O(size of the record). */
export function validateRecord(kind: Kind, body: unknown): readonly FieldProblem[] {
  const result = (records[kind].schema as z.ZodType).safeParse(body);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({ path: pathText(issue.path), message: issue.message }));
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
