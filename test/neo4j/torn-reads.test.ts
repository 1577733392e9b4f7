import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NetworkStore, Stored } from '#data/store/port.ts';
import type { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { openTestStore } from './open-test-store.ts';

const signal = new AbortController().signal;
const members = Array.from({ length: 100 }, (_, index) => `o${index}`);
const snapshots = 15;
const pages = 60;
let store: Neo4jStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
});

/** Changes all members at once, and takes one more of them for the collaboration, so that each revision is told by any record. */
async function change(network: NetworkStore, turn: number): Promise<void> {
  const ifRevision = turn === 0 ? null : turn;
  const taking = members.slice(0, 1 + (turn % members.length)).map((party) => ({ party }));
  await network.commit(
    setOf([
      ...members.map((id) => put('organization', org(id, { size: turn }), ifRevision)),
      put('collaboration', { id: 'c', name: `Turn ${turn}`, participants: taking }, ifRevision),
    ]),
  );
}

/** The turns that records are of, by what they say. */
function turnsOf(records: readonly Stored[]): Set<unknown> {
  return new Set(
    records.flatMap(({ kind, body, revision }) => {
      if (kind === 'organization') return [body.size, revision - 1];
      const participants = body.participants as readonly unknown[];
      expect(participants).toHaveLength(1 + ((revision - 1) % members.length));
      return [Number(String(body.name).slice(5)), revision - 1];
    }),
  );
}

it('snapshots and pages are of one revision, whatever is committed meanwhile', async () => {
  const network = store.network(randomUUID());
  await change(network, 0);
  const stop = { now: false };
  let turn = 1;
  const writing = (async () => {
    while (!stop.now) await change(network, turn++);
  })();
  const seen = new Set<unknown>();
  try {
    for (let at = 0; at < snapshots; at++) {
      const { revision, records } = await readSnapshot(network, signal);
      expect(records).toHaveLength(members.length + 1);
      expect([...turnsOf(records)]).toEqual([revision - 1]);
      seen.add(revision);
    }
    for (let at = 0; at < pages; at++) {
      const kind = at % 2 === 0 ? 'organization' : 'collaboration';
      const { items } = await network.find({ kind, limit: 100 });
      expect([...turnsOf(items)]).toHaveLength(1);
      seen.add(items[0]?.revision);
    }
  } finally {
    stop.now = true;
    await writing;
  }
  console.log(
    `torn reads: ${snapshots} snapshots and ${pages} pages under ${turn - 1} change sets of ${members.length + 1} records, ${seen.size} revisions seen, mixed 0`,
  );
  expect(seen.size).toBeGreaterThan(5);
});
