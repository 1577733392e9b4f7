import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ResultFiles } from '#api/host/result-files.ts';
import { erasePerson } from '#api/services/erase-person.ts';
import { erasuresIn, noteErasure } from '#api/services/erasures.ts';
import { asChanges, commitChanges, undoChange } from '#api/services/history.ts';
import { networkStore } from '#api/services/network-store.ts';
import { changeRecord, createRecord, removeRecord } from '#api/services/records.ts';
import { openStore } from '#data/store/open-store.ts';
import type { LogEntry, Store, Stored } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { FailingStore, Injected } from '#test/reliability/failing-store.ts';

const signal = new AbortController().signal;
let folder = '';
let store: Store;
let files: ResultFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-service-'));
  store = await openStore('sqlite:weft.db', { directory: folder, environment: {} });
  files = new ResultFiles(folder, { bytes: 1e9, days: 90 });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function prepare(): Promise<string> {
  const id = randomUUID();
  const set = setOf([
    put('network', { id, slug: `n-${id}`, name: 'N' }),
    put('organization', org('a')),
    put('organization', org('b')),
    put('person', { id: 'p', name: 'Xanthippe' }),
    put('relationship', { id: 'r', from: 'a', to: 'p', kind: 'refers', direction: 'directed' }),
  ]);
  await store.network(id).commit(set);
  await store.network(id).commit(setOf([put('organization', org('a', { size: 3 }), 1)]));
  const result = files.path(id, 'x', 'json');
  await mkdir(dirname(result), { recursive: true });
  await writeFile(result, 'Xanthippe');
  return id;
}

interface State {
  readonly log: readonly LogEntry[];
  readonly records: readonly Stored[];
  /** Of the person p: whether results with the name are there, and whether the erasure is noted. */
  readonly results: boolean;
  readonly noted: boolean;
}

async function stateOf(id: string): Promise<State> {
  return {
    log: await store.network(id).log(0, 1_000),
    records: (await readSnapshot(store.network(id), signal)).records,
    results: existsSync(files.path(id, 'x', 'json')),
    noted: (await erasuresIn(folder))(id, 'p'),
  };
}

/** What a route calls, with the Idempotency-Key of its request. */
type Flow = (of: Store, id: string, operation: string) => Promise<unknown>;

const at = (of: Store, id: string) => networkStore(of, `n-${id}`);
const flows: Record<string, Flow> = {
  create: async (of, id, operation) =>
    await createRecord(await at(of, id), 'organization', { id: 'c', name: 'C' }, { operation }),
  change: async (of, id, operation) =>
    await changeRecord(await at(of, id), 'organization', 'a', { size: 9 }, { operation, ifMatch: [2] }),
  remove: async (of, id, operation) => {
    await removeRecord(await at(of, id), 'relationship', 'r', { operation, ifMatch: [1] });
  },
  'change set': async (of, id, operation) =>
    await commitChanges(
      await at(of, id),
      asChanges([
        { kind: 'relationship', id: 'r', ifRevision: 1, after: null },
        { kind: 'person', id: 'p', ifRevision: 1, after: null },
        { kind: 'organization', id: 'b', ifRevision: 1, after: { id: 'b', name: 'Bank', size: 2 } },
      ]),
      { operation },
    ),
  undo: async (of, id, operation) => await undoChange(await at(of, id), 2, { operation }),
};

/** What a state says that is the same in two networks of the same history. */
function shape({ log, records, results, noted }: State): unknown {
  const told = records.map(({ kind, revision, body }) =>
    kind === 'network' ? kind : [kind, revision, body],
  );
  return { log: log.slice(1).map(({ changes }) => changes), records: told, results, noted };
}

/** Every call of a flow fails once, before it is done and after. */
async function everyFault(
  run: Flow,
  judge: (before: State, after: State, done: State) => void,
  again: (repeated: State, done: State) => void,
): Promise<number> {
  const once = await prepare();
  const counting = new FailingStore(store, null);
  await run(counting, once, randomUUID());
  const done = await stateOf(once);
  for (const when of ['before', 'after'] as const) {
    for (let k = 1; k <= counting.calls; k++) {
      const [id, operation] = [await prepare(), randomUUID()];
      const before = await stateOf(id);
      await expect(run(new FailingStore(store, { at: k, when }), id, operation)).rejects.toThrow(Injected);
      judge(before, await stateOf(id), done);
      await run(store, id, operation);
      again(await stateOf(id), done);
    }
  }
  return counting.calls;
}

describe('every store call of a service fails once', () => {
  it.each(Object.entries(flows))(
    '%s: all or nothing, and once when it is asked for again',
    async (name, run) => {
      const calls = await everyFault(
        run,
        (before, after, done) => {
          if (after.log.length === before.log.length) expect(after).toEqual(before);
          else expect(shape(after)).toEqual(shape(done));
        },
        (repeated, done) => expect(shape(repeated)).toEqual(shape(done)),
      );
      console.log(`fail at call k: service ${name}, k = 1…${calls}, before and after: half done 0`);
      expect(calls).toBeGreaterThanOrEqual(2);
    },
  );

  it('erase: a person who is gone is noted, and nothing made of the person is left', async () => {
    const erase: Flow = (of, id) => erasePerson({ store: of, dataFolder: folder, files }, `n-${id}`, 'p');
    const named = (state: State): boolean => JSON.stringify([state.log, state.records]).includes('Xanthippe');
    const isDone = (state: State): void => {
      expect([named(state), state.results, state.noted]).toEqual([false, false, true]);
    };
    const calls = await everyFault(
      erase,
      (before, after, done) => {
        if (!named(after)) isDone(after);
        else expect([after.log, after.records]).toEqual([before.log, before.records]);
        isDone(done);
      },
      isDone,
    );
    console.log(`fail at call k: service erase, k = 1…${calls}, before and after: half done 0`);
  });

  it('erase: a person who never was is not noted, and one noted before stays so', async () => {
    const id = await prepare();
    const place = { store, dataFolder: folder, files };
    await expect(erasePerson(place, `n-${id}`, 'nobody')).rejects.toMatchObject({
      code: 'CHANGE_SET_NOT_VALID',
    });
    expect((await erasuresIn(folder))(id, 'nobody')).toBe(false);
    await noteErasure(folder, id, 'earlier');
    await expect(erasePerson(place, `n-${id}`, 'earlier')).rejects.toMatchObject({
      code: 'CHANGE_SET_NOT_VALID',
    });
    expect((await erasuresIn(folder))(id, 'earlier')).toBe(true);
  });
});
