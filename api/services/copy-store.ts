import { createHash } from 'node:crypto';
import { DataError } from '#data/errors.ts';
import { stableJson } from '#data/formats/json/stable-json.ts';
import { historyLine, logBetween } from '#data/history/history-line.ts';
import { changeSetOf } from '#data/history/replay.ts';
import { kinds } from '#data/model/define-record.ts';
import type { ChangeSet, NetworkId, NetworkStore, Revision, Store } from '#data/store/port.ts';

export interface CopiedNetwork {
  readonly id: NetworkId;
  readonly head: Revision;
  /** Entries that this run has added; the others were there from an earlier one. */
  readonly copied: number;
  /** Over all records and their revisions, the same on both sides. */
  readonly sha256: string;
}

export interface CopyOptions {
  readonly signal: AbortSignal;
  readonly progress?: (step: string, done: number) => void;
}

/** Changes in one transaction of the target. */
const changesAtOnce = 5_000;
/** How often a source that is written to meanwhile is caught up with. */
const rounds = 20;

/**
 * Copies every network with its history, from a store that is only read. What an earlier, interrupted run has copied is
 * kept; a target that holds another history is refused before anything is written to it.
 *
 * Errors   COPY_NOT_SAME, those of the stores
 */
export async function copyStore(from: Store, to: Store, options: CopyOptions): Promise<CopiedNetwork[]> {
  const ids = await from.networkIds();
  for (const id of ids) await checkPrefix(id, from.network(id), to.network(id), options.signal);
  const copied: CopiedNetwork[] = [];
  for (const id of ids) copied.push(await copyNetwork(id, from.network(id), to.network(id), options));
  return copied;
}

async function checkPrefix(
  id: NetworkId,
  from: NetworkStore,
  to: NetworkStore,
  signal: AbortSignal,
): Promise<void> {
  const there = await to.head();
  if (there === 0) return;
  if (
    there > (await from.head()) ||
    (await logHash(id, from, there, signal)) !== (await logHash(id, to, there, signal))
  ) {
    throw new DataError(
      'COPY_NOT_SAME',
      `The target holds ${there} revisions of the network ${id} that are not the first ${there} of the source.`,
      'Copy into an empty store.',
    );
  }
}

async function logHash(
  id: NetworkId,
  network: NetworkStore,
  head: Revision,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const entry of logBetween(network, 0, head, signal)) hash.update(`${historyLine(id, entry)}\n`);
  return hash.digest('hex');
}

async function copyNetwork(
  id: NetworkId,
  from: NetworkStore,
  to: NetworkStore,
  options: CopyOptions,
): Promise<CopiedNetwork> {
  const begun = await to.head();
  for (let round = 1; round <= rounds; round++) {
    const head = await copyLog(id, from, to, options);
    const [source, target] = [await stateHash(from, options.signal), await stateHash(to, options.signal)];
    if (source.head !== head && source.sha256 !== target.sha256) continue;
    if (source.sha256 === target.sha256) return { id, head, copied: head - begun, sha256: source.sha256 };
    throw new DataError('COPY_NOT_SAME', `The records of the network ${id} differ after the copy.`);
  }
  throw new DataError(
    'STORE_UNAVAILABLE',
    `The source is written to faster than the network ${id} can be copied.`,
    'Copy again when it is quieter; what is there is kept.',
  );
}

async function copyLog(
  id: NetworkId,
  from: NetworkStore,
  to: NetworkStore,
  { signal, progress }: CopyOptions,
): Promise<Revision> {
  const [head, done] = [await from.head(), await to.head()];
  let sets: ChangeSet[] = [];
  let changes = 0;
  for await (const entry of logBetween(from, done, head, signal)) {
    sets.push(changeSetOf(entry));
    changes += entry.changes.length;
    if (changes < changesAtOnce && entry.revision < head) continue;
    await to.append(sets);
    progress?.(`copy ${id}`, entry.revision / head);
    [sets, changes] = [[], 0];
  }
  return head;
}

async function stateHash(
  network: NetworkStore,
  signal: AbortSignal,
): Promise<{ head: Revision; sha256: string }> {
  const hash = createHash('sha256');
  let head = await network.head();
  for await (const batch of network.scan(kinds, signal)) {
    head = batch.head;
    for (const [index, body] of batch.bodies.entries()) {
      hash.update(`${batch.kind} ${batch.revisions[index] ?? ''} ${stableJson(body, body.id)}\n`);
    }
  }
  return { head, sha256: hash.digest('hex') };
}
