import { describe, expect, it } from 'vitest';
import { undo } from '#data/history/undo.ts';
import type { ChangeSet, NetworkStore, Revision, Stored } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { onEveryTest, type Opened, org, put, setOf, type StoreUnderTest, unopened } from './store.suite.ts';

/** Taking back what was committed, run unchanged on every engine. */
export function storeUndoSuite(engine: StoreUnderTest): void {
  describe(`undo in the store: ${engine.name}`, () => {
    let { network }: Opened = unopened;
    onEveryTest(engine, (opened) => {
      ({ network } = opened);
    });

    it('takes back what a change set made, changed and removed, and the undo itself', async () => {
      const made = ['a', 'b', 'c'].map((id) => put('organization', org(id)));
      await network.commit(setOf(made));
      const before = await bodies(network);
      await network.commit(
        setOf([
          put('organization', org('a', { size: 2 }), 1),
          { kind: 'organization', id: 'b', ifRevision: 1, after: null },
          put('person', { id: 'p', name: 'P' }),
          put('relationship', { id: 'r', from: 'p', to: 'a', kind: 'refers', direction: 'directed' }),
        ]),
      );
      const after = await bodies(network);
      await network.commit(await undoOf(network, 2));
      expect(await bodies(network)).toEqual(before);
      await network.commit(await undoOf(network, 3));
      expect(await bodies(network)).toEqual(after);
      await network.commit(await undoOf(network, 4));
      expect(await bodies(network)).toEqual(before);
    });

    it('takes back an import of many records', async () => {
      await network.commit(setOf([put('organization', org('first'))]));
      const before = await bodies(network);
      const people = Array.from({ length: 700 }, (_, at) => put('person', { id: `p${at}`, name: `P ${at}` }));
      const ties = people
        .slice(1)
        .map(({ id }) =>
          put('relationship', { id: `r-${id}`, from: id, to: 'p0', kind: 'refers', direction: 'directed' }),
        );
      await network.commit(setOf([...people, ...ties, put('organization', org('first', { size: 7 }), 1)]));
      await network.commit(await undoOf(network, 2));
      expect(await bodies(network)).toEqual(before);
    });

    it('is refused whole where a record has changed since, with both versions', async () => {
      await network.commit(setOf([put('organization', org('a')), put('organization', org('b'))]));
      await network.commit(
        setOf([
          put('organization', org('a', { size: 2 }), 1),
          put('organization', org('b', { size: 2 }), 1),
          put('organization', org('c')),
        ]),
      );
      await network.commit(setOf([put('organization', org('b', { size: 3 }), 2)]));
      const now = await bodies(network);
      await expect(network.commit(await undoOf(network, 2))).rejects.toMatchObject({
        code: 'STALE',
        theirs: { id: 'b', revision: 3, body: org('b', { size: 3 }) },
        mine: org('b'),
      });
      expect(await bodies(network)).toEqual(now);
      expect(await network.head()).toBe(3);
    });

    it('is refused where what it would take away is named since, and where what it brings back is there', async () => {
      await network.commit(setOf([put('organization', org('a'))]));
      await network.commit(
        setOf([put('collaboration', { id: 'c', name: 'C', participants: [{ party: 'a' }] })]),
      );
      await expect(network.commit(await undoOf(network, 1))).rejects.toMatchObject({
        code: 'LINK_NOT_FOUND',
      });
      await network.commit(setOf([{ kind: 'collaboration', id: 'c', ifRevision: 2, after: null }]));
      await network.commit(await undoOf(network, 3));
      await expect(network.commit(await undoOf(network, 3))).rejects.toMatchObject({
        code: 'STALE',
        theirs: { id: 'c', revision: 4 },
      });
    });
  });
}

async function undoOf(network: NetworkStore, revision: Revision): Promise<ChangeSet> {
  const [entry] = await network.log(revision - 1, 1);
  return setOf(entry ? undo(entry) : []);
}

/** Everything but the revisions, which an undo counts on. */
async function bodies(network: NetworkStore): Promise<Omit<Stored, 'revision'>[]> {
  const { records } = await readSnapshot(network, new AbortController().signal);
  return records.map(({ kind, id, body }) => ({ kind, id, body }));
}
