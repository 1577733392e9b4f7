import { z } from 'zod';
import type { InputProblems } from '#data/formats/input-problems.ts';
import { stableJson } from '#data/formats/json/stable-json.ts';
import { kinds } from '#data/model/define-record.ts';
import { validateRecord } from '#data/model/validate-record.ts';
import type { ChangeSet, LogEntry, RecordBody } from '#data/store/port.ts';

/** An entry of the log as a file holds it: the image before is that of the entries before it. */
export type HistoryEntry = ChangeSet & { readonly revision: number };

const entrySchema = z.strictObject({
  revision: z.number().int().positive(),
  operation: z.string().min(1).max(200),
  author: z.strictObject({ name: z.string().min(1) }),
  at: z.iso.datetime({ offset: true }),
  reason: z.string().optional(),
  changes: z.array(
    z.strictObject({
      kind: z.enum(kinds),
      id: z.string().min(1),
      ifRevision: z.number().int().positive().nullable(),
      after: z.looseObject({ id: z.string() }).nullable(),
    }),
  ),
});

/** One line an entry. */
export function historyLines(entries: Iterable<LogEntry>): string[] {
  return Array.from(
    entries,
    (entry) => `    ${stableJson(historyEntry(entry), `history[${entry.revision - 1}]`)}`,
  );
}

/** What a file or backup holds of an entry. */
export function historyEntry({ revision, operation, author, at, reason, changes }: LogEntry): HistoryEntry {
  return {
    revision,
    operation,
    author,
    at,
    ...(reason === undefined ? {} : { reason }),
    changes: changes.map(({ kind, id, ifRevision, after }) => ({ kind, id, ifRevision, after })),
  };
}

/** Reads the history of a file. Errors: HISTORY_NOT_VALID, RECORD_NOT_VALID, each with its path. */
export function readHistory(value: readonly unknown[], problems: InputProblems): HistoryEntry[] {
  return value.flatMap((item, at) => {
    const path = `history[${at}]`;
    const parsed = entrySchema.safeParse(item);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const where = [path, ...(issue?.path ?? []).map(String)].join('.');
      problems.row('HISTORY_NOT_VALID', { record: where }, `${where}: ${issue?.message ?? 'is not valid'}.`);
      return [];
    }
    const entry = parsed.data as HistoryEntry;
    if (entry.revision !== at + 1) {
      problems.row(
        'HISTORY_NOT_VALID',
        { record: `${path}.revision` },
        `${path}.revision is ${entry.revision}; ${at + 1} is accepted: a history has no gaps.`,
      );
    }
    for (const { kind, after } of entry.changes) checkImage(kind, after, path, problems);
    return [entry];
  });
}

function checkImage(
  kind: HistoryEntry['changes'][number]['kind'],
  after: RecordBody | null,
  path: string,
  problems: InputProblems,
): void {
  const [first] = after ? validateRecord(kind, after) : [];
  if (!first) return;
  problems.row(
    'RECORD_NOT_VALID',
    { record: path },
    `${path}: the ${kind} ${after?.id ?? ''} is not valid: ${first.path} ${first.message}.`,
  );
}
