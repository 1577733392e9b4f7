import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference } from '#data/history/difference.ts';
import { knownAt } from '#data/history/known-at.ts';
import { undo } from '#data/history/undo.ts';
import { type Kind, kinds } from '#data/model/define-record.ts';
import { erasedPerson } from '#data/store/erased-person.ts';
import type { Change, ChangeSet, NetworkStore, RecordBody, Store, Stored } from '#data/store/port.ts';
import { readColumns, readSnapshot } from '#data/store/read-snapshot.ts';
import { at, count, Model, partiesOf, type Tally } from './store-model.ts';
import type { StoreUnderTest } from './store.suite.ts';

const signal = new AbortController().signal;
const seed = 20261124;

interface Real {
  store: Store;
  network: NetworkStore;
}

const party = fc.constantFrom('a', 'b', 'c', 'p');
const name = fc.constantFrom('Harbour', 'Maple Trust', 'Łódź', '中文', 'x'.repeat(300), '"', "'; --", '😀');
/** What is searched for, and what its names and topics look like. */
const searches = [
  ['harbour', /Harbour/u],
  ['map', /Maple/u],
  ['trust maple', /Maple Trust/u],
  ['łódź', /Łódź/u],
  ['中文', /中文/u],
] as const;
const textsOf = ({ name, topics }: RecordBody): string => [name, ...((topics ?? []) as string[])].join('\n');
const organization: fc.Arbitrary<Drawn['body']> = fc.record({
  kind: fc.constant('organization' as const),
  fields: fc.record(
    { name, size: fc.constantFrom(0, 1.5, 1e21), topics: fc.array(name, { maxLength: 3 }) },
    { requiredKeys: ['name'] },
  ),
});
const person: fc.Arbitrary<Drawn['body']> = fc.record({
  kind: fc.constant('person' as const),
  fields: fc.record({ name }),
});
const relationship: fc.Arbitrary<Drawn['body']> = fc.record({
  kind: fc.constant('relationship' as const),
  fields: fc.record({
    from: party,
    to: party,
    kind: fc.constant('refers'),
    direction: fc.constantFrom('directed', 'mutual'),
  }),
});
const collaboration: fc.Arbitrary<Drawn['body']> = fc.record({
  kind: fc.constant('collaboration' as const),
  fields: fc.record({ name, participants: fc.array(fc.record({ party }), { maxLength: 3 }) }),
});
const body = fc.oneof(organization, person, relationship, collaboration);

/** Ids by what they mostly are, so that most changes are of a kind that fits; d is of any. */
const bodiesOf = new Map<string, typeof body>([
  ...['a', 'b', 'c'].map((id) => [id, organization] as const),
  ...['p', 'q'].map((id) => [id, person] as const),
  ['r', relationship],
  ['s', collaboration],
  ['d', body],
]);
const ids = [...bodiesOf.keys()];

const rarely = (share: number): fc.Arbitrary<boolean> => fc.nat({ max: share - 1 }).map((n) => n === 0);

/** A change as it is drawn: what it is based on is known only when it runs. */
interface Drawn {
  readonly id: string;
  readonly body: { readonly kind: Kind; readonly fields: object };
  /** Where it is there. */
  readonly removed: boolean;
  /** On a wrong revision. */
  readonly late: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.constantFrom(...ids).chain((id) =>
  fc.record({
    id: fc.constant(id),
    body: fc.oneof({ weight: 19, arbitrary: bodiesOf.get(id) ?? body }, { weight: 1, arbitrary: body }),
    removed: rarely(4),
    late: rarely(20),
  }),
);

function changeOf({ id, body, removed, late }: Drawn, model: Model): Change {
  const there = model.now.get(id);
  const based = there?.revision ?? null;
  const ifRevision = late ? (based ?? 0) + 1 : based;
  if (removed && ifRevision !== null) return { kind: there?.kind ?? body.kind, id, ifRevision, after: null };
  return { kind: body.kind, id, ifRevision, after: { id, ...body.fields } };
}

async function attempt(set: ChangeSet, model: Model, real: Real): Promise<void> {
  const refusal = model.refusal(set);
  count(model.tally, refusal ?? 'committed');
  if (refusal === null) {
    model.commit(set);
    expect(await real.network.commit(set)).toEqual({ revision: model.head, repeated: false });
  } else await expect(real.network.commit(set)).rejects.toMatchObject({ code: refusal });
}

type Command = fc.AsyncCommand<Model, Real>;

const command = (label: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    expect(await real.network.head()).toBe(model.head);
  },
  toString: () => label,
});

const setOf = (changes: readonly Change[]): ChangeSet => ({
  operation: randomUUID(),
  author: { name: 'model' },
  at,
  changes,
});

/** Mostly each record once; now and then one twice. */
const several = (minLength: number, maxLength: number): fc.Arbitrary<Drawn[]> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(drawn, { selector: (one) => one.id, minLength, maxLength }) },
    { weight: 1, arbitrary: fc.array(drawn, { minLength, maxLength }) },
  );

const writing: fc.Arbitrary<Command>[] = [
  several(1, 5).map((changes) =>
    command(`commit ${JSON.stringify(changes)}`, async (model, real) => {
      await attempt(setOf(changes.map((change) => changeOf(change, model))), model, real);
    }),
  ),
  several(2, 6).map((changes) =>
    command(`at once ${JSON.stringify(changes)}`, async (model, real) => {
      // Asked in one turn of the loop, so that they are one group; each on the state before all of them.
      const sets = changes.map((change) => setOf([changeOf(change, model)]));
      const asked = sets.map((set) => real.network.commit(set));
      const answers = await Promise.allSettled(asked);
      for (const [index, set] of sets.entries()) {
        const refusal = model.refusal(set);
        const answer = answers[index];
        if (refusal === null) {
          model.commit(set);
          expect(answer).toEqual({ status: 'fulfilled', value: { revision: model.head, repeated: false } });
        } else expect(answer).toMatchObject({ status: 'rejected', reason: { code: refusal } });
      }
    }),
  ),
  fc.array(several(1, 2), { minLength: 1, maxLength: 3 }).map((sets) =>
    command(`append ${JSON.stringify(sets)}`, async (model, real) => {
      const trial = new Model(model.tally);
      trial.states.splice(0, 1, ...model.states);
      trial.entries.push(...model.entries);
      for (const [id, kind] of model.kindOf) trial.kindOf.set(id, kind);
      const made: ChangeSet[] = [];
      let refusal: string | null = null;
      for (const changes of sets) {
        const set = setOf(changes.map((change) => changeOf(change, trial)));
        made.push(set);
        refusal ??= trial.refusal(set);
        if (refusal === null) trial.commit(set);
      }
      count(model.tally, refusal === null ? 'appended' : 'append refused');
      if (refusal === null) {
        for (const set of made) model.commit(set);
        expect(await real.network.append(made)).toBe(model.head);
        expect(await real.network.append(made)).toBe(model.head);
      } else await expect(real.network.append(made)).rejects.toMatchObject({ code: refusal });
    }),
  ),
];

const others: fc.Arbitrary<Command>[] = [
  fc.nat().map((which) =>
    command(`repeat ${which}`, async (model, real) => {
      const entry = model.entries[which % Math.max(1, model.head)];
      if (!entry) return;
      const again = { operation: entry.operation, author: entry.author, at, changes: [] };
      expect(await real.network.commit(again)).toEqual({ revision: entry.revision, repeated: true });
    }),
  ),
  fc.nat().map((which) =>
    command(`undo ${which}`, async (model, real) => {
      const entry = model.entries[which % Math.max(1, model.head)];
      if (!entry) return;
      const set = setOf(undo(entry));
      count(model.tally, model.refusal(set) === null ? 'undone' : 'undo refused');
      await attempt(set, model, real);
    }),
  ),
  fc.constantFrom('p', 'q').map((person) =>
    command(`erase ${person}`, async (model, real) => {
      const last = model.entries.flatMap(({ changes }) => changes).findLast((change) => change.id === person);
      // A record that was removed is erased from the log if it was a person when it was last there.
      if (last?.kind !== 'person') {
        await expect(real.network.erase(person, { name: 'model' })).rejects.toMatchObject({
          code: 'CHANGE_SET_NOT_VALID',
        });
        return;
      }
      count(model.tally, model.now.has(person) ? 'erased' : 'erased after removal');
      await real.network.erase(person, { name: 'model' });
      const [entry] = await real.network.log(model.head, 1);
      const there = model.now.get(person);
      model.commit({
        operation: entry?.operation ?? '',
        author: { name: 'model' },
        at,
        changes: there
          ? [{ kind: 'person', id: person, ifRevision: there.revision, after: erasedPerson(person) }]
          : [],
      });
      model.erase(person);
    }),
  ),
  fc.constant(
    command('scan', async (model, real) => {
      const { revision, records } = await readSnapshot(real.network, signal);
      expect(revision).toBe(model.head);
      expect(records).toEqual(model.listed());
    }),
  ),
  fc.constantFrom(...kinds).chain((kind) =>
    fc.integer({ min: 1, max: 4 }).map((limit) =>
      command(`pages of ${limit} of ${kind}`, async (model, real) => {
        const seen: Stored[] = [];
        let cursor: string | undefined;
        do {
          const page = await real.network.find({ kind, limit, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(model.listed().filter((stored) => stored.kind === kind));
      }),
    ),
  ),
  fc.tuple(name, party).map(([wanted, target]) =>
    command(`find ${wanted} ${target}`, async (model, real) => {
      const byName = await real.network.find({ kind: 'organization', limit: 99, filter: { name: wanted } });
      const all = model.listed();
      expect(byName.items).toEqual(
        all.filter((stored) => stored.kind === 'organization' && stored.body.name === wanted),
      );
      const naming = await real.network.find({
        kind: 'relationship',
        limit: 99,
        filter: { linksTo: target },
      });
      expect(naming.items).toEqual(
        all.filter((one) => one.kind === 'relationship' && partiesOf(one.kind, one.body).includes(target)),
      );
    }),
  ),
  fc.array(fc.constantFrom(...ids, 'never'), { maxLength: 4 }).map((wanted) =>
    command(`read ${wanted.join(' ')}`, async (model, real) => {
      expect(await real.network.read(wanted)).toEqual(wanted.flatMap((one) => model.now.get(one) ?? []));
    }),
  ),
  fc.constantFrom(...searches).map(([text, has]) =>
    command(`search ${text}`, async (model, real) => {
      const { items } = await real.network.find({ kind: 'organization', limit: 99, text });
      const found = model
        .listed()
        .filter(({ kind, body }) => kind === 'organization' && has.test(textsOf(body)));
      expect(items.map((one) => one.id).sort()).toEqual(found.map((one) => one.id).sort());
    }),
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 5 })).map(([which, limit]) =>
    command(`log ${which} ${limit}`, async (model, real) => {
      const after = which % (model.head + 1);
      const log = await real.network.log(after, limit);
      const ignoringTime = log.map((entry) => ({ ...entry, at, reason: undefined }));
      expect(ignoringTime).toEqual(model.entries.slice(after, after + limit));
    }),
  ),
  fc.nat().map((which) =>
    command(`known at ${which}`, async (model, real) => {
      const revision = which % (model.head + 1);
      const then = model.states[revision] ?? new Map<string, Stored>();
      const known = await knownAt(real.network, await readColumns(real.network, signal), revision);
      expect(known).toEqual({ revision, records: model.listed(then) });
      const changed = difference(await real.network.log(revision, model.head)).map((one) => one.id);
      const differs = ids.filter(
        (one) => JSON.stringify(then.get(one)?.body) !== JSON.stringify(model.now.get(one)?.body),
      );
      expect(changed.sort()).toEqual(differs.sort());
    }),
  ),
];

/** How much of the drawing an engine is held against; a slow one takes the first runs of the same drawing. */
export interface ModelOptions {
  readonly runs: number;
  readonly timeoutMs: number;
}

/** The store against the model: what is committed, refused, read, paged, rewound and kept over a restart. */
export function storeModelSuite(engine: StoreUnderTest, { runs, timeoutMs }: ModelOptions): void {
  describe(`store against its model: ${engine.name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await engine.open();
    });
    afterAll(async () => {
      await store.close();
    });

    it(
      `does what the model does, in ${runs} runs of commands (seed ${seed})`,
      { timeout: timeoutMs },
      async () => {
        // Starting the writer's thread is slow: one drawn in ten is done.
        const reopen = fc.nat({ max: 9 }).map((which) =>
          command(which === 0 ? 'reopen' : 'stay open', async (_, real) => {
            if (which !== 0) return;
            const network = networkOf.get(real) ?? '';
            await real.store.close();
            store = await engine.reopen();
            real.store = store;
            real.network = store.network(network);
          }),
        );
        const tally: Tally = new Map();
        const networkOf = new Map<Real, string>();
        const setup = () => {
          const network = randomUUID();
          const real: Real = { store, network: store.network(network) };
          networkOf.set(real, network);
          return { model: new Model(tally), real };
        };
        const one = fc.oneof(
          ...writing.map((arbitrary) => ({ weight: 4, arbitrary })),
          ...[...others, reopen].map((arbitrary) => ({ weight: 1, arbitrary })),
        );
        const sequence = fc.array(one, { minLength: 20, maxLength: 40 });
        await fc.assert(
          fc.asyncProperty(sequence, async (run) => {
            await fc.asyncModelRun(setup, run);
          }),
          { seed, numRuns: runs },
        );
        const outcomes = ['committed', 'STALE', 'LINK_NOT_FOUND', 'CHANGE_SET_NOT_VALID', 'appended'];
        outcomes.push('append refused', 'undone', 'undo refused', 'erased', 'erased after removal');
        console.log(
          `store model, ${engine.name}: ${outcomes.map((one) => `${one} ${tally.get(one) ?? 0}`).join(', ')}`,
        );
        for (const outcome of outcomes) expect(tally.get(outcome) ?? 0, outcome).toBeGreaterThan(0);
      },
    );
  });
}
