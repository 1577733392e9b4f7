import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { storeAddress } from '#data/store/neo4j/store-address.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { type Fault, FaultProxy } from './fault-proxy.ts';
import { Ledger, nothingWrong } from './ledger.ts';
import { openTestStore } from './open-test-store.ts';

interface Harm {
  readonly message: string;
  readonly count: number;
  readonly fault: Fault;
}

const times = (count: number, message: string, fault: Fault, at = 1): Harm[] =>
  Array.from({ length: count }, () => ({ message, count: at, fault }));

/** 68 cuts, 24 of them between COMMIT and its SUCCESS, and 8 times slowness. */
const harms: readonly Harm[] = [
  ...times(16, 'COMMIT', 'after'),
  ...times(8, 'COMMIT', 'gap'),
  ...times(6, 'COMMIT', 'before'),
  ...times(4, 'COMMIT', 'half'),
  ...times(4, 'COMMIT', 'reset'),
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((at) => times(2, 'RUN', at % 2 ? 'before' : 'after', at)),
  ...[1, 3, 5].flatMap((at) => times(2, 'PULL', 'reset', at)),
  ...times(4, 'BEGIN', 'half'),
  ...times(2, 'COMMIT', 'hole'),
  ...times(2, 'RUN', 'hole', 2),
  ...times(4, 'COMMIT', 'delay'),
  ...times(2, 'COMMIT', 'drip'),
  ...times(2, 'RUN', 'drip', 4),
];
const slow = new Set<Fault>(['delay', 'drip']);
const lanes = 4;

describe('the link between Weft and Neo4j is cut', () => {
  it('at every kind of message: nothing acknowledged is lost, nothing is done twice or half', async () => {
    const { url, password } = inject('neo4j');
    const { port, username, pathname } = new URL(url);
    const direct = await openTestStore();
    const id = randomUUID();
    await direct.network(id).commit(setOf([put('organization', org('hub'))]));
    const ledger = new Ledger();
    let struck = 0;
    let slowest = 0;
    const lane = async (own: readonly Harm[]): Promise<void> => {
      const proxy = await FaultProxy.to(Number(port));
      const address = storeAddress(`bolt://${username}@127.0.0.1:${proxy.port}${pathname}`, '.', {
        NEO4J_PASSWORD: password,
      });
      const store = await Neo4jStore.open(address);
      await ledger.write(store.network(id), 1);
      for (const [turn, { message, count, fault }] of own.entries()) {
        proxy.arm(message, count, fault);
        const begun = performance.now();
        // Every other client gives up at once: what it asked for is there once or not at all.
        await ledger.write(store.network(id), turn % 2 === 0 ? 3 : 1);
        if (turn % 2 === 1) slowest = Math.max(slowest, performance.now() - begun);
      }
      struck += proxy.struck;
      await store.close();
      await proxy.close();
    };
    await Promise.all(
      Array.from({ length: lanes }, (_, at) => lane(harms.filter((_harm, turn) => turn % lanes === at))),
    );
    const cuts = harms.filter(({ fault }) => !slow.has(fault)).length;
    const inGap = harms.filter(
      ({ message, fault }) => message === 'COMMIT' && ['after', 'gap'].includes(fault),
    ).length;
    const found = await ledger.verify(direct, id);
    await direct.close();
    console.log(
      [
        '| link faults (Neo4j) | asked | acknowledged | refused with 503 | lost | doubled | partial | stored, answer unknown | slowest answer |',
        '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
        `| ${cuts} cuts, ${inGap} between COMMIT and SUCCESS; ${harms.length - cuts} slow | ${ledger.asked.size} | ${ledger.acknowledged.size} | ${ledger.refused} | ${found.lost} | ${found.doubled} | ${found.partial} | ${found.unknown} | ${(slowest / 1000).toFixed(1)} s |`,
      ].join('\n'),
    );
    expect(found).toMatchObject(nothingWrong);
    expect(cuts).toBeGreaterThanOrEqual(60);
    expect(inGap).toBeGreaterThanOrEqual(20);
    expect(struck).toBe(harms.length);
  });
});
