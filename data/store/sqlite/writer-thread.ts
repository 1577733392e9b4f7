import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { ChangeSet, NetworkId, Revision } from '#data/store/port.ts';
import { ChangeSetWriter } from '#data/store/sqlite/change-set-writer.ts';
import { erasePerson } from '#data/store/sqlite/erase-person.ts';
import { openForWriting } from '#data/store/sqlite/open-database.ts';
import { sendStoreError } from '#data/store/sqlite/store-error.ts';
import type { WriterAnswer, WriterRequest } from '#data/store/sqlite/writer-messages.ts';

/**
 * The only writer of the database in this process, off the API's thread. What is waiting is committed as one group:
 * one fsync for many change sets, each in its own savepoint, so that a refused one does not take its neighbours along.
 * A change set of more changes than a group may hold goes alone, so that small ones do not wait for its end.
 */
const groupLimit = 64;
const changeLimit = 5_000;

type CommitRequest = WriterRequest & { readonly type: 'commit' };

const { path } = workerData as { path: string };

/** Null only where opening failed, and then nothing is asked. */
const database: DatabaseSync | null = open();
if (database) serve(database, new ChangeSetWriter(database));

function open(): DatabaseSync | null {
  try {
    return openForWriting(path);
  } catch (error) {
    parentPort?.postMessage({ failed: sendStoreError(error, path) });
    return null;
  }
}

function serve(database: DatabaseSync, writer: ChangeSetWriter): void {
  const waiting: WriterRequest[] = [];
  let scheduled = false;
  parentPort?.on('message', (request: WriterRequest) => {
    waiting.push(request);
    if (scheduled) return;
    scheduled = true;
    setImmediate(drain);
  });
  parentPort?.postMessage({ ready: true });

  function drain(): void {
    scheduled = false;
    while (waiting.length > 0) {
      const group = takeGroup(waiting);
      const first = group.length === 0 ? waiting.shift() : undefined;
      if (first) actAlone(database, writer, first);
      else commitGroup(database, writer, group);
    }
  }
}

function takeGroup(waiting: WriterRequest[]): CommitRequest[] {
  const group: CommitRequest[] = [];
  let changes = 0;
  while (group.length < groupLimit) {
    const [next] = waiting;
    if (next?.type !== 'commit') break;
    changes += next.set.changes.length;
    if (group.length > 0 && changes > changeLimit) break;
    group.push(next);
    waiting.shift();
  }
  return group;
}

function commitGroup(database: DatabaseSync, writer: ChangeSetWriter, group: readonly CommitRequest[]): void {
  let answers: WriterAnswer[];
  try {
    database.exec('BEGIN IMMEDIATE');
    answers = group.map((request) => commitOne(database, writer, request));
    database.exec('COMMIT');
  } catch (error) {
    rollBack(database);
    answers = group.map(({ ask }) => ({ ask, error: sendStoreError(error, path) }));
  }
  for (const answer of answers) parentPort?.postMessage(answer);
}

function commitOne(
  database: DatabaseSync,
  writer: ChangeSetWriter,
  { ask, network, set }: CommitRequest,
): WriterAnswer {
  database.exec('SAVEPOINT one');
  try {
    const committed = writer.apply(network, set);
    database.exec('RELEASE one');
    return { ask, committed };
  } catch (error) {
    // A full or failing disk ends the whole transaction by itself: the group fails, for the reason that ended it.
    if (!database.isTransaction) throw error;
    database.exec('ROLLBACK TO one; RELEASE one');
    return { ask, error: sendStoreError(error, path) };
  }
}

function actAlone(database: DatabaseSync, writer: ChangeSetWriter, request: WriterRequest): void {
  const { ask } = request;
  try {
    let answer: WriterAnswer = { ask, done: true };
    if (request.type === 'append')
      answer = { ask, head: append(database, writer, request.network, request.sets) };
    if (request.type === 'erase') erasePerson(database, request.network, request.person, request.by);
    if (request.type === 'close') database.close();
    parentPort?.postMessage(answer);
  } catch (error) {
    rollBack(database);
    parentPort?.postMessage({ ask, error: sendStoreError(error, path) } satisfies WriterAnswer);
  }
}

function append(
  database: DatabaseSync,
  writer: ChangeSetWriter,
  network: NetworkId,
  sets: readonly ChangeSet[],
): Revision {
  database.exec('BEGIN IMMEDIATE');
  for (const set of sets) writer.apply(network, set);
  const head = writer.head(network);
  database.exec('COMMIT');
  return head;
}

function rollBack(database: DatabaseSync): void {
  if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
}
