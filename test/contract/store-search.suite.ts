import { describe, expect, it } from 'vitest';
import type { Change, Page } from '#data/store/port.ts';
import { onEveryTest, type Opened, org, put, setOf, type StoreUnderTest, unopened } from './store.suite.ts';

/** What is found by words and by fields, run unchanged on every engine. */
export function storeSearchSuite(engine: StoreUnderTest): void {
  describe(`search in the store: ${engine.name}`, () => {
    let { network }: Opened = unopened;
    onEveryTest(engine, (opened) => {
      ({ network } = opened);
    });

    it('finds by words of names, aliases and texts, by a beginning, without diacritics, best first', async () => {
      await network.commit(
        setOf([
          put('organization', org('a', { name: 'Harbour Bakery', description: 'Bread for the valley' })),
          put('organization', org('b', { name: 'Valley Meeting House' })),
          put('organization', org('c', { name: 'Łódź Société', aliases: ['Valet'] })),
          put('person', { id: 'p', name: 'Vale Smith' }),
        ]),
      );
      const ids = async (text: string): Promise<string[]> =>
        (await network.find({ kind: 'organization', text, limit: 10 })).items.map((stored) => stored.id);
      expect(await ids('valley')).toEqual(['b', 'a']);
      expect((await ids('val')).sort()).toEqual(['a', 'b', 'c']);
      expect(await ids('societe')).toEqual(['c']);
      expect(await ids('bread valley')).toEqual(['a']);
      expect(await ids('"; DROP TABLE record; --')).toEqual([]);
      expect(await ids('NEAR(')).toEqual([]);
    });

    it('finds a word within a name that is written without spaces, and only that word', async () => {
      await network.commit(
        setOf([
          put('organization', org('a', { name: '北京大学' })),
          put('organization', org('b', { name: '大阪の学校', aliases: ['コミュニティ食堂'] })),
          put('organization', org('c', { name: '東京 MIT大学' })),
        ]),
      );
      const ids = async (text: string): Promise<string[]> =>
        (await network.find({ kind: 'organization', text, limit: 10 })).items.map(({ id }) => id).sort();
      expect(await ids('大学')).toEqual(['a', 'c']);
      expect(await ids('北京')).toEqual(['a']);
      expect(await ids('北京大学')).toEqual(['a']);
      expect(await ids('の学校')).toEqual(['b']);
      expect(await ids('食堂')).toEqual(['b']);
      expect(await ids('mit 大学')).toEqual(['c']);
      expect(await ids('学大')).toEqual([]);
    });

    it('finds relationships by the words of their kind, also of one that others name', async () => {
      const tie = (id: string, kind: string): Change =>
        put('relationship', { id, from: 'a', to: 'b', kind, direction: 'directed' });
      await network.commit(
        setOf([
          put('organization', org('a')),
          put('organization', org('b')),
          tie('r', 'exchanges information'),
          tie('s', 'Délivers together'),
          tie('t', 'exchanges information'),
        ]),
      );
      const ids = async (text: string, more: object = {}): Promise<string[]> =>
        (await network.find({ kind: 'relationship', text, limit: 10, ...more })).items.map(
          (stored) => stored.id,
        );
      expect(await ids('inform')).toEqual(['r', 't']);
      expect(await ids('information exchanges')).toEqual(['r', 't']);
      expect(await ids('delivers')).toEqual(['s']);
      expect(await ids('exchanges refers')).toEqual([]);
      expect(await ids('exchan information')).toEqual([]);
      expect(await ids('?')).toEqual([]);
      expect(await ids('info', { filter: { linksTo: 'a', direction: 'mutual' } })).toEqual([]);
      const page = await network.find({ kind: 'relationship', text: 'info', limit: 1 });
      expect(await ids('info', { limit: 1, cursor: page.next ?? '' })).toEqual(['t']);
    });

    it('filters by a field, by a value of a list, and by what a record names', async () => {
      await network.commit(
        setOf([
          put('organization', org('a', { sector: 'Food', topics: ['bread', 'jobs'] })),
          put('organization', org('b', { sector: "O'Brien" })),
          put('collaboration', { id: 'c', name: 'C', participants: [{ party: 'a' }, { party: 'b' }] }),
          put('collaboration', { id: 'd', name: 'D', participants: [{ party: 'b' }] }),
        ]),
      );
      const ids = async (
        kind: 'organization' | 'collaboration',
        filter: Record<string, string>,
      ): Promise<string[]> =>
        (await network.find({ kind, filter, limit: 10 })).items.map((stored) => stored.id);
      expect(await ids('organization', { sector: 'Food' })).toEqual(['a']);
      expect(await ids('organization', { sector: "O'Brien" })).toEqual(['b']);
      expect(await ids('organization', { topics: 'jobs' })).toEqual(['a']);
      expect(await ids('organization', { sector: 'Food', topics: 'x' })).toEqual([]);
      expect(await ids('collaboration', { linksTo: 'a' })).toEqual(['c']);
    });

    it('pages through what a text and a filter find together, each record once', async () => {
      const sizes = [1, 2, 1, 2, 1, 1];
      await network.commit(
        setOf(sizes.map((size, at) => put('organization', org(`o${at}`, { size, name: 'Harbour' })))),
      );
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Page = await network.find({
          ...{ kind: 'organization', text: 'harbour', filter: { size: '1' }, limit: 1 },
          ...(cursor === '' ? {} : { cursor }),
        });
        seen.push(...page.items.map((stored) => stored.id));
        cursor = page.next;
      }
      expect(seen).toEqual(['o0', 'o2', 'o4', 'o5']);
    });

    it('filters by numbers and finds words with combining marks', async () => {
      const marked = 'x\u0327yz';
      await network.commit(
        setOf([
          put('organization', org('a', { size: 2.5, name: marked })),
          put('organization', org('b', { size: 25 })),
        ]),
      );
      const found = async (query: object): Promise<string[]> =>
        (await network.find({ kind: 'organization', limit: 9, ...query })).items.map((stored) => stored.id);
      expect(await found({ filter: { size: '2.5' } })).toEqual(['a']);
      expect(await found({ filter: { size: '25' } })).toEqual(['b']);
      await network.commit(setOf([put('organization', org('c', { custom: { open: true, seats: 1 } }))]));
      expect(await found({ filter: { custom: 'true' } })).toEqual(['c']);
      expect(await found({ filter: { custom: 'false' } })).toEqual([]);
      expect(await found({ text: marked })).toEqual(['a']);
    });
  });
}
