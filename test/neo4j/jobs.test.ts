import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Neo4jJobs } from '#data/store/neo4j/neo4j-jobs.ts';
import type { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { storeAddress } from '#data/store/neo4j/store-address.ts';
import { jobStoreSuite } from '#test/contract/job-store.suite.ts';
import { put, setOf } from '#test/contract/store.suite.ts';
import { openTestStore } from './open-test-store.ts';

let store: Neo4jStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

function open({ group, leaseMs }: { readonly group: string; readonly leaseMs: number }): Neo4jJobs {
  const { url, password } = inject('neo4j');
  return new Neo4jJobs(storeAddress(url, '.', { NEO4J_PASSWORD: password }), group, { leaseMs });
}

jobStoreSuite({ name: 'Neo4j', shared: true, open });

it('the answers of jobs go when a person is erased', async () => {
  const jobs = open({ group: randomUUID(), leaseMs: 60_000 });
  const network = store.network(randomUUID());
  const about = { kind: 'import', network: 'valley', lane: 'imports', result: null, again: false } as const;
  const id = randomUUID();
  await jobs.add({ ...about, id, key: id, asked: { canary: 'Quillfeather' } }, 5);
  await jobs.claim('imports', id);
  await jobs.end(id, id, { state: 'done', told: { canary: 'Quillfeather' }, code: null });
  expect(await jobs.find([id])).toMatchObject([{ told: { canary: 'Quillfeather' } }]);
  await network.commit(setOf([put('person', { id: 'p', name: 'Quillfeather' })]));
  await network.erase('p', { name: 'erase' });
  expect(await jobs.find([id])).toMatchObject([{ state: 'done', told: null }]);
  await jobs.close([]);
});
