import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kind, kinds } from '#data/model/define-record.ts';
import { rewriteLinks } from '#data/model/rewrite-links.ts';
import type { Change, RecordBody, Store } from '#data/store/port.ts';
import { put, setOf } from '#test/contract/store.suite.ts';
import { anyRecord } from '#test/data/store/neo4j/any-record.ts';
import { openTestStore, outsider } from './open-test-store.ts';

const seed = 20261124;
const perKind = 60;

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
});

/** What links may name: one record of each kind, with nothing but what it needs. */
const named: Partial<Record<Kind, RecordBody>> = {
  organization: { id: 'named-organization', name: 'Named' },
  person: { id: 'named-person', name: 'Named' },
  community: { id: 'named-community', name: 'Named' },
  source: { id: 'named-source', title: 'Named', kind: 'page' },
};

/** Drawn records that can be committed together: ids of their own, links to what is there. */
function bodiesOf(kind: Kind, network: string): RecordBody[] {
  return fc.sample(anyRecord(kind), { seed, numRuns: kind === 'network' ? 1 : perKind }).map((drawn, at) => {
    const id = kind === 'network' ? network : `${kind}-${at}-\`'"\\u0060`;
    const own = kind === 'network' ? { slug: `n-${network}` } : {};
    return rewriteLinks(
      kind,
      { ...drawn, ...own, id },
      (_, to) => named[to[at % to.length] ?? 'source']?.id ?? '',
    );
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('records in the graph', () => {
  it.each(kinds)(
    '%s: what is read, scanned and logged is what was written, also after a change',
    async (kind) => {
      const id = randomUUID();
      const network = store.network(id);
      const targets = Object.entries(named).map(([of, body]) => put(of as Kind, body));
      const bodies = bodiesOf(kind, id);
      await network.commit(setOf([...targets, ...bodies.map((body) => put(kind, body))]));
      const ids = bodies.map((body) => body.id);
      const read = async () => plain((await network.read(ids)).map(({ body }) => body));
      expect(await read()).toEqual(plain(bodies));
      const scanned: RecordBody[] = [];
      for await (const batch of network.scan([kind], new AbortController().signal))
        scanned.push(...batch.bodies);
      const own = new Set(ids);
      expect(plain(scanned.filter((body) => own.has(body.id)))).toEqual(plain(bodies));
      // Each takes the fields of its neighbour: everything that hung on the node is taken off, and nothing more.
      const changed = bodies.map((body, at) => ({
        ...bodies[(at + 1) % bodies.length],
        id: body.id,
        ...(kind === 'network' ? { slug: body.slug } : {}),
      }));
      await network.commit(setOf(changed.map((body) => put(kind, body as RecordBody, 1))));
      expect(await read()).toEqual(plain(changed));
      const [entry] = await network.log(1, 1);
      expect(plain(entry?.changes.map(({ before, after }) => [before, after]))).toEqual(
        plain(bodies.map((body, at) => [body, changed[at]])),
      );
      const removals: Change[] = ids.map((of) => ({ kind, id: of, ifRevision: 2, after: null }));
      await network.commit(setOf(removals));
      const { driver, ask } = outsider();
      const left = await ask<{ labels: string[] }>(
        'MATCH (n {network: $id}) WHERE NOT n:Removed AND NOT n:Change AND NOT n:Network RETURN labels(n) AS labels',
        { id },
      );
      const ties = await ask<{ n: number }>('MATCH ({network: $id})-[r]-() RETURN count(r) AS n', { id });
      await driver.close();
      expect(left).toHaveLength(Object.keys(named).length);
      expect(ties).toEqual([{ n: 0 }]);
    },
  );

  it('keeps hostile words as values: a node of another network survives all of them', async () => {
    const canary = randomUUID();
    await store.network(canary).commit(setOf([put('organization', { id: 'canary', name: 'Canary' })]));
    const network = store.network(randomUUID());
    const hostile = [
      '`',
      '\\u0060',
      "'}) DETACH DELETE n //",
      '$id',
      '{id: 1}',
      '*',
      'a:b',
      '(x)',
      'AND OR NOT',
      '~^"',
      '\\',
    ];
    for (const word of hostile) {
      const query = { kind: 'organization', limit: 5 } as const;
      expect((await network.find({ ...query, text: word })).items).toEqual([]);
      expect((await network.find({ ...query, filter: { name: word } })).items).toEqual([]);
      expect((await network.find({ ...query, filter: { [word]: 'x' } })).items).toEqual([]);
      expect((await network.find({ ...query, filter: { linksTo: word } })).items).toEqual([]);
      expect(await network.read([word])).toEqual([]);
      expect(await store.network(word).head()).toBe(0);
    }
    expect(await store.network(canary).read(['canary'])).toHaveLength(1);
  });
});
