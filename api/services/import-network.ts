import { createHash } from 'node:crypto';
import { operationRepeated, sameChanges } from '#api/services/changes/repeated.ts';
import { storedAt } from '#api/services/snapshot.ts';
import { ApiError } from '#api/errors.ts';
import { InputError } from '#data/errors.ts';
import { addToVocabularies } from '#data/ingest/add-to-vocabularies.ts';
import { checkHistory } from '#data/ingest/check-history.ts';
import { type Counts, planImport } from '#data/ingest/plan-import.ts';
import type { FilesRead } from '#data/ingest/read-files.ts';
import { sameValue } from '#data/ingest/same-value.ts';
import { slugOf } from '#data/ingest/slug-of.ts';
import { kinds } from '#data/model/define-record.ts';
import type { Network } from '#data/model/network.ts';
import type { Problem } from '#data/model/problem.ts';
import { startingVocabularies } from '#data/model/starting-vocabularies.ts';
import type {
  Author,
  Change,
  ChangeSet,
  Instant,
  LogEntry,
  NetworkStore,
  RecordBody,
  Revision,
  Store,
} from '#data/store/port.ts';
import { readSnapshot, type Snapshot } from '#data/store/read-snapshot.ts';
import { newId } from '#data/store/uuid-v7.ts';

export interface ImportRequest {
  readonly read: FilesRead;
  /** SHA-256 of the files and mapping; it makes the same import at the same revision one operation. */
  readonly inputHash: string;
  /** The slug of the network, or a name of which one is made; undefined: that of the network in the file. */
  readonly network: string | undefined;
  readonly author: Author;
  readonly reason?: string;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  /** Given by whoever repeats a request. */
  readonly operation?: string;
  readonly now?: () => Instant;
  readonly newId?: () => string;
}

export interface ImportResult {
  readonly network: { readonly id: string; readonly slug: string; readonly name: string };
  /** Whether the import makes the network. */
  readonly made: boolean;
  /** null: a dry run, or nothing to change. */
  readonly revision: Revision | null;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** By collection. */
  readonly counts: Readonly<Record<string, Counts>>;
  /** Change sets taken over from the file's history. */
  readonly history: number;
  readonly notes: readonly Problem[];
  readonly omitted: readonly Problem[];
}

/** Two imports at once: the later one is planned again on what the first has stored. */
const attempts = 4;

/**
 * Takes records read from files into a network of a store: one change set, all or nothing. A second import of the same
 * files changes nothing. Weft JSON that makes a network keeps its ids and, where the file has one, its history.
 *
 * Errors   USAGE, INPUT_NOT_VALID (InputError), OPERATION_REPEATED, those of the store; nothing is stored then
 */
export async function importNetwork(store: Store, request: ImportRequest): Promise<ImportResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await importOnce(store, request);
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === attempts || (code !== 'STALE' && code !== 'SLUG_TAKEN')) throw error;
    }
  }
}

async function importOnce(store: Store, request: ImportRequest): Promise<ImportResult> {
  const { name, slug } = nameOf(request);
  const there = (await store.networks()).find((info) => info.slug === slug);
  if (there) return await importInto(store, request, { id: there.id, slug, name: there.name });
  const { history } = request.read;
  const taken = new Set(await store.networkIds());
  const own = wholeNetwork(request.read);
  const id = own && !taken.has(own.id) ? own.id : (request.newId ?? newId)();
  const target = { id, slug, name };
  return history
    ? await takeHistory(store, request, target, history)
    : await importInto(store, request, target);
}

/** Weft JSON has the network as it was written; a mapping only begins one. */
function wholeNetwork({ format, data }: FilesRead): Network | undefined {
  return format === 'weft' ? data.network : undefined;
}

type Target = ImportResult['network'];

function nameOf({ network, read }: ImportRequest): { name: string; slug: string } {
  const own = read.data.network;
  const wanted = network ?? own?.slug;
  if (wanted === undefined) {
    throw new ApiError(
      'USAGE',
      '--network is missing; it says which network the files are taken into, and only a file of Weft JSON says that itself.',
    );
  }
  const slug = slugOf(wanted);
  if (slug === '') {
    throw new InputError([
      {
        severity: 'error',
        code: 'NETWORK_NAME_NOT_VALID',
        value: wanted,
        message: `The network is to be called ${JSON.stringify(wanted)}; accepted: a name with at least one letter a–z or digit (--network NAME).`,
      },
    ]);
  }
  return { slug, name: own?.name ?? wanted };
}

async function importInto(store: Store, request: ImportRequest, target: Target): Promise<ImportResult> {
  const network = store.network(target.id);
  const { operation, dryRun, signal } = request;
  const before = dryRun || operation === undefined ? null : await network.committed(operation);
  if (before) return await repeated(network, request, target, before);
  const snapshot = await readSnapshot(network, signal);
  const { changes, result } = planInto(request, target, snapshot);
  if (dryRun || changes.length === 0) return result;
  const set = changeSet(request, target, snapshot.revision, changes);
  const committed = await network.commit(set);
  const earlier = committed.repeated ? await network.committed(set.operation) : null;
  return earlier
    ? await repeated(network, request, target, earlier)
    : { ...result, revision: committed.revision };
}

/**
 * The answer of an import that was committed before, planned again on what it was based on, with the ids that it gave.
 *
 * Errors   OPERATION_REPEATED where it was another import
 */
async function repeated(
  network: NetworkStore,
  request: ImportRequest,
  target: Target,
  earlier: LogEntry,
): Promise<ImportResult> {
  const then = await storedAt(network, kinds, earlier.revision - 1, request.signal);
  const ids = earlier.changes.filter(({ kind, before }) => kind !== 'network' && before === null).values();
  const named = then.records.find(({ kind }) => kind === 'network')?.body['name'];
  const { changes, result } = planInto(
    { ...request, newId: () => ids.next().value?.id ?? newId() },
    { ...target, name: typeof named === 'string' ? named : nameOf(request).name },
    then,
  );
  if (sameChanges(earlier, changes)) return { ...result, revision: earlier.revision };
  throw operationRepeated(earlier);
}

/** What an import changes in the records that there are, and what it answers once that is committed. */
function planInto(
  request: ImportRequest,
  target: Target,
  snapshot: Snapshot,
): { readonly changes: readonly Change[]; readonly result: ImportResult } {
  const plan = planImport(request.read.data, snapshot.records, {
    keepIds: request.read.ownIds,
    newId: request.newId ?? newId,
  });
  const record = networkChange(request, target, snapshot);
  const { history } = request.read;
  const result = {
    network: target,
    made: record.made,
    revision: null,
    ...total(plan.counts),
    counts: plan.counts,
    history: 0,
    notes: [
      ...request.read.notes,
      ...record.notes,
      ...(history === undefined ? [] : [historyLeftOut(history.length)]),
      ...(plan.idsNotKept === 0 ? [] : [idsNotKept(plan.idsNotKept)]),
    ],
    omitted: request.read.omitted,
  };
  return { changes: [...record.changes, ...plan.changes], result };
}

/** The network's own record: made where it is not there, and its vocabularies with what they lack. */
function networkChange(
  { read }: ImportRequest,
  { id, slug, name }: Target,
  { records }: Snapshot,
): { changes: Change[]; notes: Problem[]; made: boolean } {
  const stored = records.find(({ kind }) => kind === 'network');
  const own = wholeNetwork(read);
  if (!stored && own) {
    const body: RecordBody = { ...own, id, slug };
    return { changes: [{ kind: 'network', id, ifRevision: null, after: body }], notes: [], made: true };
  }
  const begun = { ...read.data.network, id, slug, name, vocabularies: startingVocabularies };
  const body = (stored?.body ?? begun) as Network;
  const { vocabularies, notes } = addToVocabularies(body.vocabularies ?? {}, read.data);
  const after = { ...body, ...(notes.length > 0 || body.vocabularies ? { vocabularies } : {}) };
  const same = stored !== undefined && sameValue(after, stored.body);
  return {
    changes: same ? [] : [{ kind: 'network', id, ifRevision: stored?.revision ?? null, after }],
    notes,
    made: !stored,
  };
}

/** A network that is not there yet, with the history that the file holds. */
async function takeHistory(
  store: Store,
  request: ImportRequest,
  target: Target,
  history: NonNullable<FilesRead['history']>,
): Promise<ImportResult> {
  const { data } = request.read;
  checkHistory(history, data);
  // A copy beside the network that it was taken from is another network, with an id and a slug of its own ever since.
  const sets: ChangeSet[] = history.map(({ operation, author, at, reason, changes }) => ({
    operation,
    author,
    at,
    ...(reason === undefined ? {} : { reason }),
    changes: changes.map((change) =>
      change.kind === 'network'
        ? { ...change, id: target.id, after: change.after && ownRecord(change.after, target) }
        : change,
    ),
  }));
  const counts = planImport(data, [], { keepIds: true, newId }).counts;
  const head = request.dryRun ? null : await store.network(target.id).append(sets);
  return {
    network: target,
    made: true,
    revision: head,
    ...total(counts),
    counts,
    history: history.length,
    notes: request.read.notes,
    omitted: request.read.omitted,
  };
}

function ownRecord(record: RecordBody, { id, slug }: Target): RecordBody {
  return { ...record, id, slug };
}

function changeSet(
  request: ImportRequest,
  { id }: Target,
  revision: Revision,
  changes: readonly Change[],
): ChangeSet {
  const { author, reason } = request;
  const key = createHash('sha256')
    .update(JSON.stringify([id, revision, request.inputHash]))
    .digest('hex');
  return {
    operation: request.operation ?? `import-${key}`,
    author,
    at: (request.now ?? (() => new Date().toISOString()))(),
    ...(reason === undefined ? {} : { reason }),
    changes,
  };
}

function total(counts: ImportResult['counts']): Counts {
  const sum = (of: keyof Counts): number => Object.values(counts).reduce((all, count) => all + count[of], 0);
  return { created: sum('created'), changed: sum('changed'), unchanged: sum('unchanged') };
}

function historyLeftOut(entries: number): Problem {
  return {
    severity: 'note',
    code: 'HISTORY_LEFT_OUT',
    record: 'history',
    message: `The history of ${entries} change sets was not taken: the network is there and has its own.`,
  };
}

function idsNotKept(count: number): Problem {
  return {
    severity: 'note',
    code: 'IDS_NOT_KEPT',
    message: `${count} records got new ids, because theirs belong to records of other kinds.`,
  };
}
