import { ApiError } from '#api/errors.ts';
import { commitOnce, type Commission } from '#api/services/changes/commit-once.ts';
import { checkKnown, notThereYet } from '#api/services/records.ts';
import { difference, type Difference } from '#data/history/difference.ts';
import { undo } from '#data/history/undo.ts';
import type { Change, Committed, LogEntry, NetworkStore, RecordBody, Revision } from '#data/store/port.ts';

const batch = 500;

/** Entries of the log, the last first. Errors: VALUE_NOT_VALID */
export async function readHistory(
  network: NetworkStore,
  {
    before,
    limit,
    knownAt,
  }: {
    readonly before?: Revision | undefined;
    readonly limit: number;
    readonly knownAt?: Revision | undefined;
  },
): Promise<{ items: readonly LogEntry[]; next: Revision | null }> {
  if (knownAt !== undefined) await checkKnown(network, knownAt);
  const last = Math.min((before ?? Infinity) - 1, knownAt ?? (await network.head()));
  const after = Math.max(0, last - limit);
  const entries = last <= 0 ? [] : await network.log(after, last - after);
  return { items: entries.toReversed(), next: after > 0 ? after + 1 : null };
}

/** What differs between two revisions. Errors: VALUE_NOT_VALID */
export async function readDifference(
  network: NetworkStore,
  { from, to, knownAt }: { from: Revision; to?: Revision | undefined; knownAt?: Revision | undefined },
): Promise<{ from: Revision; to: Revision; items: readonly Difference[] }> {
  const last = knownAt ?? (await network.head());
  await checkKnown(network, last);
  const end = to ?? last;
  if (end > last) throw notThereYet(end, last);
  if (from > end) {
    throw new ApiError(
      'VALUE_NOT_VALID',
      `from is ${from}, and to is ${end}.`,
      'from at most as large as to.',
    );
  }
  const entries: LogEntry[] = [];
  for (let after = from; after < end;) {
    const page = await network.log(after, Math.min(batch, end - after));
    if (page.length === 0) break;
    entries.push(...page);
    after = page.at(-1)?.revision ?? end;
  }
  return { from, to: end, items: difference(entries) };
}

/** Errors: those of commitOnce */
export async function commitChanges(
  network: NetworkStore,
  changes: readonly Change[],
  commission: Commission,
): Promise<Committed> {
  const { revision, repeated } = await commitOnce(network, () => changes, commission);
  return { revision, repeated };
}

/** Errors: NOT_FOUND, STALE, LINK_NOT_FOUND, OPERATION_REPEATED */
export async function undoChange(
  network: NetworkStore,
  revision: Revision,
  commission: Commission,
): Promise<Committed> {
  const [entry] = await network.log(revision - 1, 1);
  if (entry?.revision !== revision) {
    throw new ApiError('NOT_FOUND', `There is no revision ${revision} in the log of this network.`);
  }
  return await commitChanges(network, undo(entry), {
    ...commission,
    reason: commission.reason ?? `Takes revision ${revision} back`,
  });
}

/** Changes as the contract has read them. */
export function asChanges(
  given: readonly {
    readonly kind: Change['kind'];
    readonly id: string;
    readonly ifRevision: Revision | null;
    readonly after: Readonly<Record<string, unknown>> | null;
  }[],
): Change[] {
  return given.map(({ after, ...change }) => ({ ...change, after: after as RecordBody | null }));
}
