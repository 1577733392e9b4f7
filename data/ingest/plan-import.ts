import { mergeRecord } from '#data/ingest/merge-record.ts';
import { RecordMatcher } from '#data/ingest/record-matcher.ts';
import { sameValue } from '#data/ingest/same-value.ts';
import { type Kind, kinds } from '#data/model/define-record.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { records } from '#data/model/registry.ts';
import { rewriteLinks } from '#data/model/rewrite-links.ts';
import type { Change, RecordBody, Stored } from '#data/store/port.ts';

export interface Counts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportPlan {
  /** In the order of the kinds, then of the files. Records that stay as they are give none. */
  readonly changes: readonly Change[];
  /** By the collections' names, those with records only. */
  readonly counts: Readonly<Record<string, Counts>>;
  /** Records written by Weft whose id was taken by a record of another kind: they got a new one. */
  readonly idsNotKept: number;
}

export interface PlanOptions {
  /** Written by Weft: the ids are its own, and are kept. Else they are only the files'. */
  readonly keepIds: boolean;
  readonly newId: () => string;
}

/**
 * What records from files change in a network.
 *
 * Input    incoming: records with the files' ids, valid and linked among themselves; present: what the network has.
 * Output   one change a record that is new or differs. A record is matched by its id where that is Weft's, else by
 *          any of its external ids, else (relationships, needs and offers without any) by whom it joins and what it is. What the
 *          files do not hold stays; nothing is ever removed.
 * Cost     O(records)
 */
export function planImport(
  incoming: NetworkData,
  present: readonly Stored[],
  options: PlanOptions,
): ImportPlan {
  const matcher = new RecordMatcher(present, options);
  const changes: Change[] = [];
  const counts: Record<string, Counts> = {};
  const lists = incoming as unknown as Readonly<Record<string, readonly RecordBody[] | undefined>>;
  const listed = (kind: Kind): readonly RecordBody[] =>
    kind === 'network' ? [] : (lists[records[kind].collection] ?? []);
  // Every id first: records name each other in any order.
  const matched = new Map(
    kinds.map((kind) => [kind, listed(kind).map((record) => matcher.match(kind, record))]),
  );
  for (const kind of kinds) {
    const count = { created: 0, changed: 0, unchanged: 0 };
    for (const [at, record] of listed(kind).entries()) {
      const match = matched.get(kind)?.[at];
      if (!match) continue;
      const said = options.keepIds || !match.stored ? record : saidOf(record, match.id);
      const body = rewriteLinks(kind, { ...said, id: match.id }, matcher.idOf);
      const outcome = changeOf(kind, body, match.stored);
      if (outcome) changes.push(outcome);
      count[outcome === null ? 'unchanged' : match.stored ? 'changed' : 'created']++;
    }
    if (listed(kind).length > 0) counts[records[kind].collection] = count;
  }
  return { changes, counts, idsNotKept: matcher.idsNotKept };
}

/**
 * What a file says of a record that is there. A name that is the id, as that of an end of a tie, says nothing of it, and
 * an id of Weft's is none of the file.
 */
function saidOf({ name, external, ...rest }: RecordBody, id: string): RecordBody {
  const others = ((external ?? []) as { readonly id: string }[]).filter((one) => one.id !== id);
  return {
    ...rest,
    ...(name === undefined || name === rest.id ? {} : { name }),
    ...(others.length === 0 ? {} : { external: others }),
  };
}

function changeOf(kind: Kind, body: RecordBody, stored: Stored | undefined): Change | null {
  if (!stored) return { kind, id: body.id, ifRevision: null, after: body };
  const after = mergeRecord(stored.body, body);
  return sameValue(after, stored.body) ? null : { kind, id: stored.id, ifRevision: stored.revision, after };
}
