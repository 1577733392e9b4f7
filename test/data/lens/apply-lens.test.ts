import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '#data/ingest/read-files.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { groupsByAttribute } from '#data/lens/groups-from.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { validateRecord } from '#data/model/validate-record.ts';
import { deltaFiles, deltaFolder, deltaMapping } from '#test/data/delta-records.ts';
import { networkOf, organizations, relationship, seen, tiesOf } from '#test/data/lens/networks.ts';

describe('applyLens', () => {
  it('an empty network is an empty graph', () => {
    const { graph, nodes, events } = seen(networkOf({}));
    expect([graph.n, graph.ties.count, nodes.length, events[0]?.events.length]).toEqual([0, 0, 0, 0]);
    expect(graph.origin.projected).toEqual([]);
  });

  it('every organization is a node, tied or not', () => {
    const data = networkOf({ organizations: organizations('abc'), relationships: [relationship('ca')] });
    expect(seen(data).graph.ids).toEqual(['a', 'b', 'c']);
  });

  it('weights ignore: every tie counts 1; inverseStrength: lengths', () => {
    const relationships = [relationship('ab', { strength: 4 }), relationship('ab')];
    const data = networkOf({ organizations: organizations('ab'), relationships });
    expect(tiesOf(applyLens(data, resolveLens(), { weights: 'ignore' }).graph)).toEqual(['a–b 1']);
    const { graph } = seen(data, { distance: 'inverseStrength' });
    expect([...(graph.lengths ?? [])]).toEqual([0.2, 0.2]);
    expect(seen(data).graph.lengths).toBeNull();
  });

  it('refuses a strength that is no number by the names of the two', () => {
    const relationships = [relationship('ab', { strength: Number.NaN })];
    expect(() => seen(networkOf({ organizations: organizations('ab'), relationships }))).toThrow(
      /a and b.*NaN/u,
    );
  });
});

const letters = 'abcdef';
const end = fc.constantFrom(...Array.from(letters));
const year = fc.option(fc.integer({ min: 2010, max: 2020 }).map(String), { nil: undefined });
const grade = fc.constantFrom(1, 2, 3, 4);
const statement = fc.record(
  {
    by: end,
    agrees: fc.boolean(),
    strength: fc.integer({ min: 1, max: 5 }),
    trust: fc.record({ reliability: grade, openness: grade }, { requiredKeys: [] }),
  },
  { requiredKeys: ['by', 'agrees'] },
);
const valid = { since: year, until: year };
const tie = fc.record({
  from: end,
  to: end,
  kind: fc.constantFrom('funds', 'refers'),
  direction: fc.constantFrom('directed', 'mutual', 'undirected'),
  statements: fc.array(statement, { maxLength: 4 }),
  ...valid,
});
const project = fc.record({
  participants: fc.array(fc.record({ party: end, ...valid }), { maxLength: 5 }),
  ...valid,
});

/** Small networks whose records are valid; absent dates are left away. */
const network = fc
  .record({ ties: fc.array(tie, { maxLength: 12 }), projects: fc.array(project, { maxLength: 4 }) })
  .map(({ ties, projects }): NetworkData => {
    const data = networkOf({
      organizations: organizations(letters),
      relationships: ties.map((fields, at) => ({ id: `r${at}`, ...fields })),
      collaborations: projects.map((fields, at) => ({
        id: `p${at}`,
        name: `Project ${at}`,
        ...fields,
      })),
    });
    return JSON.parse(JSON.stringify(data)) as NetworkData;
  });

function pairs(data: NetworkData, given: unknown): Set<string> {
  return new Set(tiesOf(seen(data, given).graph).map((text) => text.replace(/[–→←]/u, '–').slice(0, 3)));
}

function expectSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): void {
  expect([...some].filter((pair) => !all.has(pair))).toEqual([]);
}

const rule = fc.constantFrom('union', 'confirmed');
const runs = { seed: 1, numRuns: 300 };

describe('laws', () => {
  it('the networks drawn are of valid records', () => {
    fc.assert(
      fc.property(network, (data) => {
        for (const body of data.relationships) expect(validateRecord('relationship', body)).toEqual([]);
        for (const body of data.collaborations) expect(validateRecord('collaboration', body)).toEqual([]);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it('all of time has every pair of any time', () => {
    fc.assert(
      fc.property(
        network,
        rule,
        fc.integer({ min: 2009, max: 2021 }),
        fc.nat(3),
        (data, rule, from, more) => {
          const include = { relationships: { rule } };
          const some = pairs(data, { include, during: [String(from), String(from + more)] });
          expectSubset(some, pairs(data, { include }));
        },
      ),
      runs,
    );
  });

  it('a window has the pairs of each of its years', () => {
    fc.assert(
      fc.property(network, fc.integer({ min: 2009, max: 2020 }), (data, from) => {
        const on = (first: number, last: number) => pairs(data, { during: [String(first), String(last)] });
        for (const one of [from, from + 1]) expectSubset(on(one, one), on(from, from + 1));
      }),
      runs,
    );
  });

  it('union has every pair that is confirmed', () => {
    fc.assert(
      fc.property(
        network,
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        (data, minStrength) => {
          const by = (rule: string) => pairs(data, { include: { relationships: { rule, minStrength } } });
          expectSubset(by('confirmed'), by('union'));
        },
      ),
      runs,
    );
  });

  it('asking for more strength or trust never adds a pair', () => {
    fc.assert(
      fc.property(network, rule, fc.constantFrom('minStrength', 'minTrust'), (data, rule, minimum) => {
        const at = (value: number) =>
          pairs(data, { include: { relationships: { rule, [minimum]: value }, collaborations: null } });
        for (const value of [2, 3, 4]) expectSubset(at(value), at(value - 1));
      }),
      runs,
    );
  });

  it('the order of records, participants and statements has no say', () => {
    fc.assert(
      fc.property(network, rule, (data, rule) => {
        const turned: NetworkData = {
          ...data,
          relationships: data.relationships
            .map((body) => ({ ...body, statements: (body.statements ?? []).toReversed() }))
            .reverse(),
          collaborations: data.collaborations
            .map((body) => ({ ...body, participants: (body.participants ?? []).toReversed() }))
            .reverse(),
        };
        const given = { include: { relationships: { rule } } };
        expect(tiesOf(seen(turned, given).graph)).toEqual(tiesOf(seen(data, given).graph));
      }),
      runs,
    );
  });

  it('hiding is as if it were not recorded', () => {
    fc.assert(
      fc.property(network, end, (data, hidden) => {
        const without: NetworkData = {
          ...data,
          organizations: data.organizations.filter(({ id }) => id !== hidden),
          relationships: data.relationships.filter(({ from, to }) => from !== hidden && to !== hidden),
          collaborations: data.collaborations.map((body) => ({
            ...body,
            participants: (body.participants ?? []).filter(({ party }) => party !== hidden),
          })),
        };
        expect(tiesOf(seen(data, { hide: [hidden] }).graph)).toEqual(tiesOf(seen(without).graph));
      }),
      runs,
    );
  });

  it('leaves the records as they are and gives the same graph twice', () => {
    fc.assert(
      fc.property(network, (data) => {
        const before = JSON.stringify(data);
        expect(seen(data, { nodes: 'both' })).toEqual(seen(data, { nodes: 'both' }));
        expect(JSON.stringify(data)).toBe(before);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe.runIf(existsSync(deltaFolder))('the Delta Science Tracker', () => {
  let data: NetworkData;
  beforeAll(async () => {
    ({ data } = await readFiles(deltaFiles(), { mapping: deltaMapping }));
  });
  const count = { include: { collaborations: { projection: 'count' } } };

  it('138 organizations, 514 pairs, 15 of them without a partner, from 297 projects and 680 participations', () => {
    const { graph, nodes, events } = seen(data, count);
    expect([graph.n, graph.ties.count]).toEqual([138, 514]);
    const degrees = Array.from(nodes, (_, v) => (graph.offsets[v + 1] ?? 0) - (graph.offsets[v] ?? 0));
    expect(degrees.filter((degree) => degree === 0)).toHaveLength(15);
    expect(events[0]?.events).toHaveLength(297);
    expect(events[0]?.twoMode?.members).toHaveLength(680);
    expect(groupsByAttribute(nodes, 'sector').of.every((group) => group >= 0)).toBe(true);
    expect(seen(data).graph.ties.count).toBe(514);
  });

  it('projects as nodes: a tie a participation', () => {
    const { graph } = seen(data, { include: { collaborations: { projection: 'none' } } });
    expect([graph.n, graph.ties.count]).toEqual([138 + 297, 680]);
  });

  it('the projects of one day are fewer than those of all time', () => {
    const day = seen(data, { during: ['2018', '2018'] });
    const running = day.events[0]?.events.length ?? 0;
    expect(running).toBeGreaterThan(0);
    expect(running).toBeLessThan(297);
  });
});
