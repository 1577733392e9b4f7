import type { z } from 'zod';
import { InputError } from '#data/errors.ts';
import type { InputFile } from '#data/formats/format.ts';
import { InputProblems, shortened } from '#data/formats/input-problems.ts';
import { parseJson } from '#data/formats/json/parse-json.ts';
import { type Mapping, mappingSchema } from '#data/ingest/mapping.ts';

/** A mapping file as a mapping. Errors: those of parseJson; MAPPING_NOT_VALID, with the place in the document. */
export function parseMapping(file: InputFile): Mapping {
  const problems = new InputProblems(file.name);
  const value = parseJson(file.bytes, problems);
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return { ...parsed.data, writtenIn: file.name };
  throw new InputError(
    parsed.error.issues.map((issue) => {
      const place = placeIn(issue.path);
      const found = at(value, issue.path);
      return {
        severity: 'error',
        code: 'MAPPING_NOT_VALID',
        file: file.name,
        ...(place === '' ? {} : { record: place }),
        ...(found === undefined ? {} : { value: shortened(JSON.stringify(found)) }),
        message: `${found === undefined ? 'Something is missing from the mapping' : 'The mapping is not valid'} here: ${said(issue)}. Accepted is {"tables":[{"file":…,"is":…,"columns":{…}}],"source":…}.`,
      };
    }),
  );
}

function said(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  return `there is no ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
}

/** "tables[0].columns.id" */
function placeIn(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    return place === '' ? String(part) : `${place}.${String(part)}`;
  }, '');
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, part)
        ? (inside as Readonly<Record<PropertyKey, unknown>>)[part]
        : undefined,
    value,
  );
}
