import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importNetwork } from '#api/services/import-network.ts';
import { replay } from '#data/history/replay.ts';
import { undo } from '#data/history/undo.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import type { Change, LogEntry, Store, Stored } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { FailingStore, type Fault, Injected } from '#test/reliability/failing-store.ts';

const signal = new AbortController().signal;

export interface State {
  readonly log: readonly LogEntry[];
  readonly records: readonly Stored[];
}

export async function stateOf(of: Store, id: string): Promise<State> {
  const log = await of.network(id).log(0, 10_000);
  const { records } = await readSnapshot(of.network(id), signal);
  // Whatever failed: the log has no gap and leads to the records.
  expect(log.map(({ revision }) => revision)).toEqual(log.map((_, index) => index + 1));
  const byId = (list: readonly Stored[]) => new Map(list.map((stored) => [stored.id, stored]));
  expect(byId(replay(log))).toEqual(byId(records));
  return { log, records };
}

/** One flow on a network of its own: prepared, then run on a store of which one call may fail. */
interface Flow {
  readonly prepare: (store: Store, id: string) => Promise<void>;
  /** Repeated with the same `operation` after a failure, as a client does. */
  readonly run: (store: Store, id: string, operation: string) => Promise<unknown>;
}

const edited = async (
  of: Store,
  id: string,
  operation: string,
  changes: (now: Map<string, Stored>) => Change[],
) => {
  const network = of.network(id);
  const now = new Map((await network.read(['a', 'b', 'r'])).map((stored) => [stored.id, stored]));
  return await network.commit(setOf(changes(now), operation));
};

export const tie = put('relationship', {
  id: 'r',
  from: 'a',
  to: 'b',
  kind: 'refers',
  direction: 'directed',
});
export const small = async (into: Store, id: string): Promise<void> => {
  const network = put('network', { id, slug: `n-${id}`, name: 'N' });
  await into
    .network(id)
    .commit(setOf([network, put('organization', org('a')), put('organization', org('b')), tie]));
};

const files = [
  { name: 'nodes.csv', bytes: new TextEncoder().encode('id,name,sector\na,Bakery,Food\nb,Bank,Finance\n') },
  { name: 'ties.csv', bytes: new TextEncoder().encode('source,target,weight\na,b,2\n') },
];

const flows: Record<string, Flow> = {
  import: {
    prepare: small,
    run: async (of, id, operation) =>
      await importNetwork(of, {
        read: await readFiles(files),
        inputHash: 'sha256:x',
        network: `n-${id}`,
        author: { name: 'import' },
        dryRun: false,
        signal,
        operation,
      }),
  },
  edit: {
    prepare: small,
    run: (of, id, operation) =>
      edited(of, id, operation, () => [
        put('organization', org('a', { size: 9 }), 1),
        put('person', { id: 'p', name: 'P' }),
      ]),
  },
  remove: {
    prepare: small,
    run: (of, id, operation) =>
      edited(of, id, operation, () => [
        { kind: 'relationship', id: 'r', ifRevision: 1, after: null },
        { kind: 'organization', id: 'b', ifRevision: 1, after: null },
      ]),
  },
  undo: {
    prepare: async (store, id) => {
      await small(store, id);
      await store
        .network(id)
        .commit(setOf([put('organization', org('a', { size: 3 }), 1), put('organization', org('c'))]));
    },
    run: async (of, id, operation) => {
      const [entry] = await of.network(id).log(1, 1);
      if (!entry) throw new Error('There is no second entry.');
      return await of.network(id).commit(setOf(undo(entry), operation));
    },
  },
};

/** import, edit, remove and undo on an engine: each call of the port fails once, before it is done and after. */
export function failAtCallSuite(engine: string, open: () => Promise<Store>): void {
  describe(`every store call fails once: ${engine}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store.close();
    });

    for (const [name, { prepare, run }] of Object.entries(flows)) {
      it(`${name}: all or nothing, and once when it is tried again`, async () => {
        const once = randomUUID();
        await prepare(store, once);
        const counting = new FailingStore(store, null);
        await run(counting, once, randomUUID());
        const shape = ({ log, records }: State) => [log.length, records.map(({ kind }) => kind)];
        const done = shape(await stateOf(store, once));
        let nothing = 0;
        let all = 0;
        for (const when of ['before', 'after'] as const) {
          for (let at = 1; at <= counting.calls; at++) {
            const id = randomUUID();
            const operation = randomUUID();
            await prepare(store, id);
            const before = await stateOf(store, id);
            const fault: Fault = { at, when };
            const failing = new FailingStore(store, fault);
            const outcome = await run(failing, id, operation).then(
              () => 'done',
              (error: unknown) => error,
            );
            const after = await stateOf(store, id);
            if (outcome === 'done') expect(failing.calls, JSON.stringify(fault)).toBeGreaterThanOrEqual(at);
            else expect(outcome).toBeInstanceOf(Injected);
            if (after.log.length === before.log.length) {
              // A failure that is kept silent would be an acknowledged change that is absent.
              expect(outcome).not.toBe('done');
              expect(after).toEqual(before);
              nothing++;
            } else {
              expect(shape(after)).toEqual(done);
              all++;
            }
            await run(store, id, operation);
            expect(shape(await stateOf(store, id))).toEqual(done);
          }
        }
        console.log(
          `fail at call k, ${engine}: ${name}, k = 1…${counting.calls}, before and after: nothing done ${nothing}, all done ${all}, half done 0`,
        );
        expect(nothing).toBeGreaterThanOrEqual(counting.calls);
      });
    }
  });
}
