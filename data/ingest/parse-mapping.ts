import { InputError } from '#data/errors.ts';
import type { InputFile } from '#data/formats/format.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { parseJson } from '#data/formats/json/parse-json.ts';
import { type Mapping, mappingSchema } from '#data/ingest/mapping.ts';

/** A mapping file as a mapping. Errors: those of parseJson; MAPPING_NOT_VALID, with the place in the document. */
export function parseMapping(file: InputFile): Mapping {
  const problems = new InputProblems(file.name);
  const value = parseJson(file.bytes, problems);
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map((issue) => ({
      severity: 'error',
      code: 'MAPPING_NOT_VALID',
      file: file.name,
      ...(issue.path.length === 0 ? {} : { record: issue.path.map(String).join('.') }),
      message: `The mapping is not valid at ${issue.path.map(String).join('.') || 'its root'}: ${issue.message}. Accepted is {"tables":[{"file":…,"is":…,"columns":{…}}],"source":…}.`,
    })),
  );
}
