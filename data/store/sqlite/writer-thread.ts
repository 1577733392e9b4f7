import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { ChangeSetWriter } from '#data/store/sqlite/change-set-writer.ts';
import { erasePerson } from '#data/store/sqlite/erase-person.ts';
import { openForWriting } from '#data/store/sqlite/open-database.ts';
import { sendStoreError } from '#data/store/sqlite/store-error.ts';
import type { WriterAnswer, WriterRequest } from '#data/store/sqlite/writer-messages.ts';

/**
 * The only writer of the database in this process, off the API's thread. What is waiting is committed as one group:
 * one fsync for many change sets, each in its own savepoint, so that a refused one does not take its neighbours along.
 */
const groupLimit = 64;
const changeLimit = 5_000;

const database: DatabaseSync = openForWriting((workerData as { path: string }).path);
const writer = new ChangeSetWriter(database);
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
    const first = waiting[0];
    if (first?.type === 'commit') commitGroup(takeGroup());
    else if (waiting.shift() && first) actAlone(first);
  }
}

function takeGroup(): (WriterRequest & { type: 'commit' })[] {
  const group: (WriterRequest & { type: 'commit' })[] = [];
  let changes = 0;
  while (group.length < groupLimit && changes < changeLimit && waiting[0]?.type === 'commit') {
    const request = waiting.shift();
    if (request?.type !== 'commit') break;
    group.push(request);
    changes += request.set.changes.length;
  }
  return group;
}

function commitGroup(group: readonly (WriterRequest & { type: 'commit' })[]): void {
  let answers: WriterAnswer[];
  try {
    database.exec('BEGIN IMMEDIATE');
    answers = group.map(commitOne);
    database.exec('COMMIT');
  } catch (error) {
    rollBack();
    answers = group.map(({ ask }) => ({ ask, error: sendStoreError(error) }));
  }
  for (const answer of answers) parentPort?.postMessage(answer);
}

function commitOne({ ask, network, set }: WriterRequest & { type: 'commit' }): WriterAnswer {
  database.exec('SAVEPOINT one');
  try {
    const committed = writer.apply(network, set);
    database.exec('RELEASE one');
    return { ask, committed };
  } catch (error) {
    // A full disk may already have ended the transaction: then the whole group fails, at COMMIT or here.
    database.exec('ROLLBACK TO one; RELEASE one');
    return { ask, error: sendStoreError(error) };
  }
}

function actAlone(request: WriterRequest): void {
  try {
    if (request.type === 'erase') erasePerson(database, request.network, request.person, request.by);
    if (request.type === 'close') database.close();
    parentPort?.postMessage({ ask: request.ask, done: true } satisfies WriterAnswer);
  } catch (error) {
    rollBack();
    parentPort?.postMessage({ ask: request.ask, error: sendStoreError(error) } satisfies WriterAnswer);
  }
}

function rollBack(): void {
  if (database.isTransaction) database.exec('ROLLBACK');
}
