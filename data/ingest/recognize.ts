import type { Format, InputFile } from '#data/formats/format.ts';
import { formats } from '#data/formats/registry.ts';
import { knownElsewhere } from '#data/ingest/known-elsewhere.ts';
import type { Problem } from '#data/model/problem.ts';

/** The format of a file by its content; a problem that lists what is accepted when none fits. */
export function recognize(file: InputFile): Format | Problem {
  const found = formats.find((format) => format.read !== undefined && format.recognizes(file.bytes));
  if (found !== undefined) return found;
  const empty = file.bytes.length === 0;
  const what = empty
    ? 'The file is empty: 0 bytes.'
    : (knownElsewhere(file.bytes) ?? 'The file is of no format that Weft reads.');
  return {
    severity: 'error',
    code: empty ? 'EMPTY_FILE' : 'FORMAT_UNKNOWN',
    file: file.name,
    message: `${what} ${accepted()}`,
  };
}

export function accepted(): string {
  const readable = formats.filter((format) => format.read !== undefined);
  return `Accepted are ${readable.map(({ id, label }) => `${label} (${id})`).join('; ')}.`;
}
