import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '#data/model/define-record.ts';
import type { Store } from '#data/store/port.ts';
import {
  networkDataOf,
  networkDataOfColumns,
  readColumns,
  readSnapshot,
  recordsOf,
} from '#data/store/read-snapshot.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

const signal = new AbortController().signal;
let folder = '';
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-snapshot-'));
  store = await SqliteStore.open(join(folder, 'weft.db'));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a snapshot', () => {
  it('is the same by columns and by records, over several batches', async () => {
    const network = store.network('n');
    const many = Array.from({ length: 1_203 }, (_, index) => put('organization', org(`o${index}`)));
    await network.commit(setOf([put('network', { id: 'n', slug: 'n', name: 'N' }), ...many]));
    await network.commit(
      setOf([
        put('person', { id: 'p', name: 'P' }),
        put('organization', org('o7', { size: 3 }), 1),
        { kind: 'organization', id: 'o9', ifRevision: 1, after: null },
      ]),
    );
    const columns = await readColumns(network, signal);
    const snapshot = await readSnapshot(network, signal);
    expect(recordsOf(columns)).toEqual(snapshot);
    expect(snapshot.revision).toBe(2);
    const data = networkDataOfColumns(columns);
    expect(data).toEqual(networkDataOf(snapshot.records));
    expect(data.network?.name).toBe('N');
    expect(data.organizations).toHaveLength(1_202);
    expect(data.organizations[7]).toEqual(org('o7', { size: 3 }));
    expect(data.people).toEqual([{ id: 'p', name: 'P' }]);
  });

  it('of some kinds holds those, and of an empty network none at revision 0', async () => {
    const { records } = await readSnapshot(store.network('n'), signal, ['person']);
    expect(records.map(({ kind, revision }) => [kind, revision])).toEqual([['person', 2]]);
    expect(await readColumns(store.network('none'), signal, kinds)).toEqual({ revision: 0, batches: [] });
  });
});
