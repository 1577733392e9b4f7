import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knownAt } from '#data/history/known-at.ts';
import type { Change, ChangeSet, NetworkStore, RecordBody, Store } from '#data/store/port.ts';
import { readColumns, readSnapshot, type Snapshot } from '#data/store/read-snapshot.ts';

/** What a store engine must hand to the suite. */
export interface StoreUnderTest {
  readonly name: string;
  /** An empty store; called once. */
  readonly open: () => Promise<Store>;
  /** Opens the same store again after close; what was committed must be there. */
  readonly reopen: () => Promise<Store>;
}

const at = '2026-01-02T03:04:05Z';
const signal = new AbortController().signal;

export function setOf(changes: readonly Change[], operation: string = randomUUID()): ChangeSet {
  return { operation, author: { name: 'test' }, at, changes };
}

export function put(kind: Change['kind'], after: RecordBody, ifRevision: number | null = null): Change {
  return { kind, id: after.id, ifRevision, after };
}

export const org = (id: string, more: Record<string, unknown> = {}): RecordBody => ({
  id,
  name: `Organization ${id}`,
  ...more,
});

/** What every test of a suite is handed: the engine's store, and a network of its own in it. */
export interface Opened {
  readonly store: Store;
  readonly network: NetworkStore;
  readonly id: string;
}

/** Before the first test there is none. */
export const unopened = {} as Opened;

/** Opens the engine's store once, and gives each test an empty network. */
export function onEveryTest(engine: StoreUnderTest, hand: (opened: Opened) => void): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  afterAll(async () => {
    await store.close();
  });
  beforeEach(() => {
    const id = randomUUID();
    hand({ store, network: store.network(id), id });
  });
}

/** The promises of the store port, run unchanged on every engine. */
export function storeSuite(engine: StoreUnderTest): void {
  describe(`store: ${engine.name}`, () => {
    let { store, network, id }: Opened = unopened;
    onEveryTest(engine, (opened) => {
      ({ store, network, id } = opened);
    });

    it('gives an unknown network as empty, at revision 0', async () => {
      expect(await network.head()).toBe(0);
      expect(await network.read(['a'])).toEqual([]);
      expect(await network.log(0, 10)).toEqual([]);
      expect(await network.find({ kind: 'organization', limit: 5 })).toEqual({ items: [], next: null });
    });

    it('lists a network once its record is there, and hides it when the record is removed', async () => {
      await network.commit(setOf([put('network', { id, slug: 'a-b', name: 'A b' })]));
      const listed = (await store.networks()).find((info) => info.id === id);
      expect(listed).toEqual({ id, slug: 'a-b', name: 'A b', head: 1 });
      await network.commit(setOf([{ kind: 'network', id, ifRevision: 1, after: null }]));
      expect((await store.networks()).some((info) => info.id === id)).toBe(false);
    });

    it('reads what was committed, in the order asked for, with the revision that wrote it', async () => {
      await network.commit(
        setOf([put('organization', org('a')), put('organization', org('b', { topics: ['x', 'ÿ'] }))]),
      );
      await network.commit(setOf([put('organization', org('a', { sector: 'Food' }), 1)]));
      expect(await network.read(['b', 'missing', 'a'])).toEqual([
        { kind: 'organization', id: 'b', revision: 1, body: org('b', { topics: ['x', 'ÿ'] }) },
        { kind: 'organization', id: 'a', revision: 2, body: org('a', { sector: 'Food' }) },
      ]);
    });

    it('answers a repeated operation as the first, without doing it again', async () => {
      const set = setOf([put('organization', org('a'))]);
      expect(await network.commit(set)).toEqual({ revision: 1, repeated: false });
      await network.commit(setOf([put('organization', org('b'))]));
      expect(await network.commit(set)).toEqual({ revision: 1, repeated: true });
      expect(await network.head()).toBe(2);
      expect(await network.committed(set.operation)).toEqual((await network.log(0, 1))[0]);
      expect(await network.committed('never')).toBeNull();
    });

    it('refuses a change based on another revision, shows both versions, and stores nothing of the set', async () => {
      await network.commit(setOf([put('organization', org('a'))]));
      await network.commit(setOf([put('organization', org('a', { size: 2 }), 1)]));
      const late = setOf([put('organization', org('new')), put('organization', org('a', { size: 3 }), 1)]);
      await expect(network.commit(late)).rejects.toMatchObject({
        code: 'STALE',
        theirs: { revision: 2, body: org('a', { size: 2 }) },
        mine: org('a', { size: 3 }),
      });
      expect(await network.head()).toBe(2);
      expect(await network.read(['new'])).toEqual([]);
      expect((await network.log(0, 10)).map((entry) => entry.revision)).toEqual([1, 2]);
    });

    it('refuses to make what is there, to change what is not, and to change one record twice', async () => {
      await network.commit(setOf([put('organization', org('a'))]));
      await expect(network.commit(setOf([put('organization', org('a'))]))).rejects.toMatchObject({
        code: 'STALE',
      });
      await expect(network.commit(setOf([put('organization', org('z'), 1)]))).rejects.toMatchObject({
        code: 'STALE',
        theirs: null,
      });
      const twice = setOf([put('organization', org('b')), put('organization', org('b'))]);
      await expect(network.commit(twice)).rejects.toMatchObject({ code: 'CHANGE_SET_NOT_VALID' });
    });

    it('refuses a record that its schema does not accept, naming the field', async () => {
      const bad = setOf([put('organization', { id: 'a', name: 'A', colour: 'red' })]);
      await expect(network.commit(bad)).rejects.toMatchObject({ code: 'RECORD_NOT_VALID' });
      const control = setOf([put('organization', org('a', { sector: 'a\u0000b' }))]);
      await expect(network.commit(control)).rejects.toThrow(/sector/u);
      expect(await network.head()).toBe(0);
    });

    it('refuses to name what is not there and to remove what is named; takes both in one set', async () => {
      const tie = put('relationship', { id: 'r', from: 'a', to: 'b', kind: 'refers', direction: 'directed' });
      await expect(network.commit(setOf([tie]))).rejects.toMatchObject({ code: 'LINK_NOT_FOUND' });
      await network.commit(setOf([tie, put('organization', org('a')), put('organization', org('b'))]));
      const removal: Change = { kind: 'organization', id: 'b', ifRevision: 1, after: null };
      await expect(network.commit(setOf([removal]))).rejects.toMatchObject({ code: 'LINK_NOT_FOUND' });
      await network.commit(setOf([removal, { kind: 'relationship', id: 'r', ifRevision: 1, after: null }]));
      expect(await network.read(['b', 'r'])).toEqual([]);
    });

    it('keeps the log gapless under commits at once, and every acknowledged change in it', async () => {
      const committed = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          network.commit(setOf([put('organization', org(`o${index}`))])),
        ),
      );
      const revisions = committed.map(({ revision }) => revision).sort((a, b) => a - b);
      expect(revisions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      const log = await network.log(0, 100);
      expect(log.map((entry) => entry.revision)).toEqual(revisions);
      expect(await network.log(48, 100)).toEqual(log.slice(48));
      expect(await network.log(0, 3)).toEqual(log.slice(0, 3));
    });

    it('takes a refused change set out of a group without its neighbours', async () => {
      await network.commit(setOf([put('organization', org('a'))]));
      const results = await Promise.allSettled([
        network.commit(setOf([put('organization', org('b'))])),
        network.commit(setOf([put('organization', org('c')), put('organization', org('a'))])),
        network.commit(setOf([put('organization', org('d'))])),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await network.read(['b', 'c', 'd'])).map((stored) => stored.id)).toEqual(['b', 'd']);
      expect(await network.head()).toBe(3);
    });

    it('keeps both images of each change, and who, when and why', async () => {
      await network.commit(setOf([put('organization', org('a'))], 'first'));
      await network.commit({
        ...setOf([put('organization', org('a', { size: 1 }), 1)], 'second'),
        reason: 'why',
      });
      expect(await network.log(1, 5)).toEqual([
        {
          revision: 2,
          operation: 'second',
          author: { name: 'test' },
          at,
          reason: 'why',
          changes: [
            { kind: 'organization', id: 'a', ifRevision: 1, before: org('a'), after: org('a', { size: 1 }) },
          ],
        },
      ]);
    });

    it('gives every revision as a snapshot gave it then, in its order, whatever was removed since', async () => {
      const states: Snapshot[] = [await readSnapshot(network, signal)];
      const sets: Change[][] = [
        [put('organization', org('a')), put('person', { id: 'p', name: 'P' }), put('organization', org('b'))],
        [put('organization', org('a', { size: 1 }), 1), put('organization', org('c'))],
        [{ kind: 'organization', id: 'a', ifRevision: 2, after: null }],
        [{ kind: 'organization', id: 'b', ifRevision: 1, after: null }, put('organization', org('d'))],
        [put('organization', org('a', { size: 3 }))],
        [{ kind: 'person', id: 'p', ifRevision: 1, after: null }],
      ];
      for (const changes of sets) {
        await network.commit(setOf(changes));
        states.push(await readSnapshot(network, signal));
      }
      expect(states[2]?.records.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'p']);
      const present = await readColumns(network, signal);
      for (const [revision, state] of states.entries()) {
        expect(await knownAt(network, present, revision)).toEqual(state);
      }
      const places = await network.places(['b', 'never', 'd', 'a']);
      expect(Object.fromEntries(places)).toEqual({
        a: { created: 1, position: 0 },
        b: { created: 1, position: 2 },
        d: { created: 4, position: 1 },
      });
    });

    it('pages through a kind in the order of creation, each record once', async () => {
      const many = Array.from({ length: 23 }, (_, index) => put('organization', org(`o${index}`)));
      await network.commit(setOf(many));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await network.find({
          kind: 'organization',
          limit: 10,
          ...(cursor === null ? {} : { cursor }),
        });
        seen.push(...page.items.map((stored) => stored.id));
        cursor = page.next;
      } while (cursor !== null);
      expect(seen).toEqual(many.map((change) => change.id));
      await expect(network.find({ kind: 'organization', limit: 10, cursor: 'x' })).rejects.toMatchObject({
        code: 'CURSOR_NOT_VALID',
      });
    });

    it('scans one revision in batches, whatever is committed meanwhile', async () => {
      await network.commit(
        setOf(Array.from({ length: 1201 }, (_, index) => put('organization', org(`o${index}`)))),
      );
      const ids: string[] = [];
      for await (const batch of network.scan(['organization'], signal)) {
        if (ids.length === 0) await network.commit(setOf([put('organization', org('late'))]));
        ids.push(...batch.ids);
      }
      expect(ids).toEqual(Array.from({ length: 1201 }, (_, index) => `o${index}`));
    });

    it('stops a scan when told to', async () => {
      await network.commit(setOf([put('organization', org('a'))]));
      const stop = new AbortController();
      stop.abort();
      const reading = (async () => {
        for await (const batch of network.scan(['organization'], stop.signal)) expect(batch.ids).toEqual([]);
      })();
      await expect(reading).rejects.toMatchObject({ code: 'ABORTED' });
    });

    it('erases a person from records, log and search, and what names the person stays whole', async () => {
      const canary = 'Xanthippe Quillfeather';
      await network.commit(
        setOf([
          put('organization', org('a')),
          put('person', {
            id: 'p',
            name: canary,
            affiliations: [{ organization: 'a', role: `chair ${canary}` }],
          }),
          put('collaboration', { id: 'c', name: 'C', participants: [{ party: 'p' }] }),
        ]),
      );
      await network.erase('p', { name: 'test' });
      const everything = JSON.stringify([await readSnapshot(network, signal), await network.log(0, 100)]);
      expect(everything).not.toContain('Quillfeather');
      expect((await network.find({ kind: 'person', text: 'Quillfeather', limit: 5 })).items).toEqual([]);
      expect(await network.read(['c'])).toHaveLength(1);
      await expect(network.erase('a', { name: 'test' })).rejects.toMatchObject({
        code: 'CHANGE_SET_NOT_VALID',
      });
    });

    it('keeps what was committed when it is closed and opened again', async () => {
      await network.commit(setOf([put('organization', org('a'))]));
      await store.close();
      const again = await engine.reopen();
      expect(await again.network(id).read(['a'])).toHaveLength(1);
      expect(await again.network(id).head()).toBe(1);
      await again.close();
    });
  });
}
