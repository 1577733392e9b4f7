import type { InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { parseJson } from '#data/formats/json/parse-json.ts';
import { onlyFile } from '#data/formats/plain-graph/only-file.ts';
import { readHistory } from '#data/formats/weft/history.ts';
import { checkRecords, collectionKinds } from '#data/formats/weft/check-records.ts';
import type { Network } from '#data/model/network.ts';
import { records } from '#data/model/registry.ts';
import { validateRecord } from '#data/model/validate-record.ts';

/** The version of Weft JSON that is written, and the latest that is read. */
export const weftVersion = 1;

const names = new Set([
  'format',
  'version',
  'network',
  ...collectionKinds.map((kind) => records[kind].collection),
  // Change sets of a store; taken by an import, left out by a reader of files.
  'history',
]);

/**
 * Reads Weft JSON: exactly the records that were written. Errors: those of parseJson and checkRecords, and
 * ROOT_NOT_VALID, VERSION_NOT_ACCEPTED, FIELD_UNKNOWN, each with its JSON path.
 */
export async function readWeft(files: readonly InputFile[], options: ReadOptions): Promise<ReadResult> {
  const file = onlyFile(files, 'Weft JSON');
  const problems = new InputProblems(file.name, options.skipBadRows);
  const root = rootOf(parseJson(file.bytes, problems), problems);
  const data = checkRecords(root, problems);
  const network = root['network'];
  if (network !== undefined) {
    const wrong = validateRecord('network', network);
    for (const { path, message } of wrong) {
      problems.row('RECORD_NOT_VALID', { record: `network.${path}` }, `network.${path}: ${message}.`);
    }
    problems.throwIfAny();
    if (wrong.length === 0) data.network = network as Network;
  }
  const history = root['history'];
  if (!Array.isArray(history) || history.length === 0)
    return { data, ownIds: true, problems: problems.list() };
  if (options.history !== true) {
    problems.note(
      'HISTORY_LEFT_OUT',
      { record: 'history' },
      `The history of ${history.length} changes was not taken.`,
    );
    return { data, ownIds: true, problems: problems.list() };
  }
  const entries = readHistory(history, problems);
  problems.throwIfAny();
  return { data, ownIds: true, problems: problems.list(), history: entries };
}

function rootOf(value: unknown, problems: InputProblems): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.fatal(
      'ROOT_NOT_VALID',
      { line: 1 },
      'The file is not a JSON object; {"format": "weft", …} is accepted.',
    );
  }
  const root = value as Readonly<Record<string, unknown>>;
  const { format, version } = root;
  if (format !== 'weft') {
    problems.fatal(
      'ROOT_NOT_VALID',
      { record: 'format' },
      `format: ${JSON.stringify(format)}; "weft" is accepted.`,
    );
  }
  if (version !== weftVersion) {
    problems.fatal(
      'VERSION_NOT_ACCEPTED',
      { record: 'version' },
      `version: ${JSON.stringify(version)}; ${weftVersion} is accepted. A newer Weft may read this file.`,
    );
  }
  for (const name of Object.keys(root)) {
    if (names.has(name)) continue;
    problems.row(
      'FIELD_UNKNOWN',
      { record: name },
      `“${name}” is not a part of Weft JSON; ${[...names].join(', ')} are.`,
      name,
    );
  }
  return root;
}
