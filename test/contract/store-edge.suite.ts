import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Change } from '#data/store/port.ts';
import { onEveryTest, type Opened, org, put, setOf, type StoreUnderTest, unopened } from './store.suite.ts';

/** The promises of the store port at their edges, run unchanged on every engine. */
export function storeEdgeSuite(engine: StoreUnderTest): void {
  describe(`store at its edges: ${engine.name}`, () => {
    let { store, network, id }: Opened = unopened;
    onEveryTest(engine, (opened) => {
      ({ store, network, id } = opened);
    });

    it('erases a person who was removed before, from the log', async () => {
      const canary = 'Xanthippe Quillfeather';
      await network.commit(setOf([put('person', { id: 'p', name: canary })]));
      await network.commit(setOf([{ kind: 'person', id: 'p', ifRevision: 1, after: null }]));
      await network.erase('p', { name: 'test' });
      expect(JSON.stringify(await network.log(0, 100))).not.toContain('Quillfeather');
      expect(await network.read(['p'])).toEqual([]);
      expect(await network.head()).toBe(3);
    });

    it('outlines entries without their images: who, when, why, how many, and the first hundred', async () => {
      const many = Array.from({ length: 150 }, (_, index) => put('organization', org(`o${index}`)));
      await network.commit(setOf(many, 'many'));
      await network.commit({
        ...setOf([
          put('organization', org('o7', { size: 1 }), 1),
          { kind: 'organization', id: 'o8', ifRevision: 1, after: null },
          put('person', { id: 'p', name: 'P' }),
        ]),
        operation: 'few',
        reason: 'why',
      });
      const [first, second] = await network.outline(0, 10);
      expect(first).toMatchObject({ revision: 1, operation: 'many', changed: 150 });
      expect(first?.changes).toEqual(
        many.slice(0, 100).map(({ id }) => ({ kind: 'organization', id, change: 'created' })),
      );
      expect(second).toEqual({
        at: expect.any(String) as string,
        ...{ revision: 2, operation: 'few', author: { name: 'test' }, reason: 'why', changed: 3 },
        changes: [
          { kind: 'organization', id: 'o7', change: 'changed' },
          { kind: 'organization', id: 'o8', change: 'removed' },
          { kind: 'person', id: 'p', change: 'created' },
        ],
      });
      expect(await network.outline(1, 10)).toEqual([second]);
      expect(await network.outline(0, 1)).toEqual([first]);
      expect(await network.outline(2, 10)).toEqual([]);
    });

    it('never gives the id of a removed record to one of another kind; its own kind may come back', async () => {
      const person = put('person', { id: 'x', name: 'X' });
      await network.commit(setOf([person]));
      await network.commit(setOf([{ kind: 'person', id: 'x', ifRevision: 1, after: null }]));
      const other = network.commit(setOf([put('organization', org('x'))]));
      await expect(other).rejects.toMatchObject({ code: 'CHANGE_SET_NOT_VALID' });
      await expect(other).rejects.toThrow(/x is that of a person/u);
      expect(await network.commit(setOf([person]))).toEqual({ revision: 3, repeated: false });
    });

    it('refuses to name a record of a kind that the field does not take', async () => {
      const collaboration = put('collaboration', { id: 'c', name: 'C' });
      const tie = put('relationship', { id: 'r', from: 'a', to: 'c', kind: 'refers', direction: 'directed' });
      const wrong = network.commit(setOf([put('organization', org('a')), collaboration, tie]));
      await expect(wrong).rejects.toMatchObject({ code: 'LINK_NOT_FOUND' });
      await expect(wrong).rejects.toThrow(/organization or person/u);
    });

    it('keeps slugs apart, and the id of a network record that of its network', async () => {
      const slug = `s-${id.slice(0, 8)}`;
      await network.commit(setOf([put('network', { id, slug, name: 'First' })]));
      const other = randomUUID();
      const second = setOf([put('network', { id: other, slug, name: 'Second' })]);
      await expect(store.network(other).commit(second)).rejects.toMatchObject({ code: 'SLUG_TAKEN' });
      const foreign = setOf([put('network', { id: 'else', slug: `${slug}-2`, name: 'Else' })]);
      await expect(network.commit(foreign)).rejects.toMatchObject({ code: 'CHANGE_SET_NOT_VALID' });
      await network.commit(setOf([{ kind: 'network', id, ifRevision: 1, after: null }]));
      expect((await store.network(other).commit(second)).revision).toBe(1);
    });

    it('lists each network once, with a head of its own, and the same operation id is another in each', async () => {
      const second = randomUUID();
      const record = (own: string, name: string): Change =>
        put('network', { id: own, slug: `${name}-${own.slice(0, 8)}`, name });
      const operation = randomUUID();
      await network.commit(setOf([record(id, 'first')], operation));
      expect(await store.network(second).commit(setOf([record(second, 'second')], operation))).toEqual({
        revision: 1,
        repeated: false,
      });
      await network.commit(setOf([put('organization', org('a'))]));
      const listed = (await store.networks()).filter((info) => [id, second].includes(info.id));
      expect(listed.map(({ name, head }) => [name, head])).toEqual([
        ['first', 2],
        ['second', 1],
      ]);
    });

    it('reads the log backwards whole, also where it is longer than what is read at a time', async () => {
      const many = Array.from({ length: 1_203 }, (_, at) => setOf([put('organization', org(`o${at}`))]));
      await network.append(many);
      const read: [number, string][] = [];
      for await (const { revision, operation } of network.logBack(1)) read.push([revision, operation]);
      const expected = many.map(({ operation }, at) => [at + 1, operation]).slice(1);
      expect(read).toEqual(expected.reverse());
    });

    it('lists the ids of all networks, removed ones too', async () => {
      await network.commit(setOf([put('network', { id, slug: `t-${id.slice(0, 8)}`, name: 'T' })]));
      await network.commit(setOf([{ kind: 'network', id, ifRevision: 1, after: null }]));
      expect(await store.networkIds()).toContain(id);
      expect(await store.networkIds()).not.toContain(randomUUID());
    });

    it('appends several change sets all or none, and those already there once', async () => {
      const first = setOf([put('organization', org('a'))]);
      const second = setOf([put('organization', org('a', { size: 1 }), 1)]);
      const late = setOf([put('organization', org('a', { size: 2 }), 1)]);
      await expect(network.append([first, second, late])).rejects.toMatchObject({ code: 'STALE' });
      expect(await network.head()).toBe(0);
      expect(await network.append([first, second])).toBe(2);
      const third = setOf([put('organization', org('a', { size: 3 }), 2)]);
      expect(await network.append([first, second, third])).toBe(3);
      expect((await network.log(0, 9)).map(({ operation }) => operation)).toEqual(
        [first, second, third].map(({ operation }) => operation),
      );
    });

    it('refuses words of the log that would come back as others, and an instant that is none', async () => {
      const changes = [put('organization', org('a'))];
      const half = { ...setOf(changes), reason: 'half \ud800' };
      await expect(network.commit(half)).rejects.toMatchObject({ code: 'CHANGE_SET_NOT_VALID' });
      await expect(network.commit(setOf(changes, ''))).rejects.toMatchObject({
        code: 'CHANGE_SET_NOT_VALID',
      });
      const yesterday = { ...setOf(changes), at: 'yesterday' };
      await expect(network.commit(yesterday)).rejects.toThrow(/yesterday/u);
      const surrogate = setOf([put('organization', org('a', { custom: { note: '\udc00' } }))]);
      await expect(network.commit(surrogate)).rejects.toMatchObject({ code: 'RECORD_NOT_VALID' });
    });

    it('refuses everything after it was closed, and closes twice without harm', async () => {
      const other = await engine.reopen();
      await other.close();
      await other.close();
      await expect(other.network(id).commit(setOf([put('organization', org('a'))]))).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      });
      await expect(other.network(id).head()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });
  });
}
