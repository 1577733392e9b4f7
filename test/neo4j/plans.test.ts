import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '#data/store/neo4j/connection.ts';
import { readPlaces } from '#data/store/neo4j/find-records.ts';
import { kinds } from '#data/model/define-record.ts';
import { kindsMatching } from '#data/store/neo4j/kinds-matching.ts';
import { openTestStore, outsider } from './open-test-store.ts';

interface Plan {
  readonly operatorType: string;
  readonly children: readonly Plan[];
}

const { driver } = outsider();
beforeAll(async () => {
  const store = await openTestStore();
  await store.close();
});
afterAll(async () => {
  await driver.close();
});

/** The operators of every statement that is asked, leaves last; nothing is run. */
async function operatorsOf(work: (ask: Ask) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  const walk = ({ operatorType, children }: Plan): void => {
    found.push(operatorType.replace(/@.*/u, ''));
    for (const child of children) walk(child);
  };
  await work(async (statement, parameters) => {
    const { summary } = await driver.executeQuery(`EXPLAIN ${statement}`, parameters);
    walk(summary.plan as unknown as Plan);
    return [];
  });
  return found;
}

describe('how Neo4j finds it', () => {
  it.each(kinds)(
    'a page of the kind %s comes from the index in its order: nothing is sorted',
    async (kind) => {
      for (const after of [[-1, -1] as const, [3, 7] as const]) {
        const operators = await operatorsOf((ask) =>
          readPlaces(ask, { network: 'x', kind, after, limit: 50 }),
        );
        expect(operators).toContain(kind === 'network' ? 'NodeUniqueIndexSeek' : 'NodeIndexSeek');
        if (kind !== 'network') expect(operators.join(' ')).not.toMatch(/Sort|Top/u);
      }
    },
  );

  it('the kinds of relationships come from the index alone', async () => {
    const operators = await operatorsOf((ask) => kindsMatching(ask, 'x', 'refers'));
    expect(operators).toContain('NodeIndexSeek');
  });
});
