import { describe, expect, it } from 'vitest';
import {
  networkOf,
  organizations,
  people,
  relationship,
  says,
  seen,
  tiesOf,
} from '#test/data/lens/networks.ts';
import type { Relationship } from '#data/model/relationship.ts';

const confirmed = { include: { relationships: { rule: 'confirmed' } } };

function ties(relationships: Relationship[], given?: unknown): string[] {
  return tiesOf(seen(networkOf({ organizations: organizations('abcd'), relationships }), given).graph);
}

describe('relationships with statements', () => {
  const oneSided = relationship('ab', { statements: [says('a', { strength: 4 })] });
  const twoSided = relationship('cd', {
    statements: [says('c', { strength: 4 }), says('d', { strength: 2 })],
  });

  it('union: one side is enough, the largest agreeing strength', () => {
    expect(ties([oneSided, twoSided])).toEqual(['a–b 4', 'c–d 4']);
  });

  it('confirmed: both sides, the smallest', () => {
    expect(ties([oneSided, twoSided], confirmed)).toEqual(['c–d 2']);
  });

  it('are judged together between the same two of one kind, whoever stands first', () => {
    const apart = [
      relationship('ab', { statements: [says('a', { strength: 3 })] }),
      relationship('ba', { statements: [says('b', { strength: 5 })] }),
    ];
    expect(ties(apart)).toEqual(['a–b 5']);
    expect(ties(apart, confirmed)).toEqual(['a–b 3']);
  });

  it('of two kinds are two ties, which add up', () => {
    const kinds = [
      relationship('ab', { kind: 'funds', statements: [says('a', { strength: 3 })] }),
      relationship('ab', { kind: 'refers', statements: [says('b', { strength: 5 })] }),
    ];
    expect(ties(kinds)).toEqual(['a–b 8']);
    expect(ties(kinds, confirmed)).toEqual([]);
    expect(ties(kinds, { include: { relationships: { kinds: ['refers'] } } })).toEqual(['a–b 5']);
  });

  it('that are directed are judged by direction', () => {
    const funds = { kind: 'funds', direction: 'directed' } as const;
    const both = [
      relationship('ab', { ...funds, statements: [says('a', { strength: 2 }), says('b', { strength: 3 })] }),
      relationship('ba', { ...funds, statements: [says('b', { strength: 4 })] }),
    ];
    expect(ties(both)).toEqual(['a–b 7']);
    expect(ties(both, confirmed)).toEqual(['a→b 2']);
  });

  it('who does not agree makes no tie, and adds nothing to one', () => {
    const denied = relationship('ab', { statements: [{ by: 'a', agrees: false, strength: 5 }] });
    const half = relationship('cd', {
      statements: [says('c', { strength: 1 }), { by: 'd', agrees: false, strength: 5 }],
    });
    expect(ties([denied, half])).toEqual(['c–d 1']);
    expect(ties([denied, half], confirmed)).toEqual([]);
  });

  it('without a strength count by the record’s own, else 1', () => {
    const plain = relationship('ab', { statements: [says('a'), says('b')] });
    const filed = relationship('cd', { strength: 6, statements: [says('c')] });
    expect(ties([plain, filed])).toEqual(['a–b 1', 'c–d 6']);
    const one = relationship('ab', { strength: 6, statements: [says('a', { strength: 2 }), says('b')] });
    expect(ties([one])).toEqual(['a–b 2']);
  });

  it('of strength 0 are no tie, and counted', () => {
    const none = relationship('ab', { statements: [says('a', { strength: 0 })] });
    const { graph } = seen(networkOf({ organizations: organizations('ab'), relationships: [none] }));
    expect(graph.ties.count).toBe(0);
    expect(graph.counts.zeroLeftOut).toBe(1);
  });

  it('speak for an organization through a person of its own', () => {
    const data = networkOf({
      organizations: organizations('ab'),
      people: [
        ...people('p', { affiliations: [{ organization: 'a' }] }),
        ...people('q', { affiliations: [{ organization: 'a' }, { organization: 'b' }] }),
      ],
      relationships: [relationship('ab', { statements: [says('p', { strength: 3 }), says('b')] })],
    });
    expect(tiesOf(seen(data, confirmed).graph)).toEqual(['a–b 3']);
    // One person of both is one voice.
    data.relationships = [relationship('ab', { statements: [says('q')] })];
    expect(tiesOf(seen(data).graph)).toEqual(['a–b 1']);
    expect(tiesOf(seen(data, confirmed).graph)).toEqual([]);
  });

  it('by others than the two ends make no tie, and a note', () => {
    const data = networkOf({
      organizations: organizations('abc'),
      relationships: [relationship('ab', { statements: [says('c')] })],
    });
    const { graph, notes } = seen(data);
    expect(graph.ties.count).toBe(0);
    expect(notes.map(({ message }) => message)).toEqual([
      '1 relationship makes no tie: only others than the two ends speak of it.',
    ]);
  });
});

describe('relationships without statements', () => {
  it('are facts of their own: each row a tie, parallel rows add', () => {
    const rows = [
      relationship('ab', { strength: 2.5 }),
      relationship('ba'),
      relationship('cd', { statements: [] }),
    ];
    expect(ties(rows)).toEqual(['a–b 3.5', 'c–d 1']);
    const { graph } = seen(networkOf({ organizations: organizations('abcd'), relationships: rows }));
    expect(graph.counts.parallelMerged).toBe(1);
    expect(graph.origin.stated.from).toHaveLength(3);
  });

  it('add to what is stated of the same kind', () => {
    expect(
      ties([
        relationship('ab', { strength: 2 }),
        relationship('ab', { statements: [says('b', { strength: 3 })] }),
      ]),
    ).toEqual(['a–b 5']);
  });

  it('confirmed: both ends state an undirected or mutual one, only `from` a directed one', () => {
    const rows = [
      relationship('ab', { direction: 'undirected' }),
      relationship('bc', { direction: 'mutual' }),
      relationship('cd', { direction: 'directed' }),
    ];
    expect(ties(rows)).toEqual(['a–b 1', 'b–c 1', 'c→d 1']);
    expect(ties(rows, confirmed)).toEqual(['a–b 1', 'b–c 1']);
  });

  it('confirmed: two directed ones of a kind that answer each other are one tie of the smaller strength', () => {
    const arc = { direction: 'directed' } as const;
    const answered = [
      relationship('ab', { ...arc, strength: 4 }),
      relationship('ba', { ...arc, strength: 3 }),
      relationship('cd', { ...arc, kind: 'funds' }),
      relationship('dc', { ...arc, kind: 'refers' }),
    ];
    expect(ties(answered, confirmed)).toEqual(['a–b 3']);
  });

  it('loops stay out of the graph, counted', () => {
    const { graph } = seen(
      networkOf({ organizations: organizations('ab'), relationships: [relationship('aa')] }),
    );
    expect(graph.counts.loopsLeftOut).toBe(1);
    expect(graph.ties.count).toBe(0);
  });
});

describe('rules', () => {
  const graded = (reliability: 1 | 2 | 3 | 4, openness?: 1 | 2 | 3 | 4) => ({
    trust: { reliability, ...(openness === undefined ? {} : { openness }) },
  });

  it('minStrength asks the judged strength', () => {
    const rows = [
      relationship('ab', { statements: [says('a', { strength: 2 }), says('b', { strength: 4 })] }),
      relationship('cd', { strength: 3 }),
    ];
    const rule = (rule: string, minStrength: number) => ({
      include: { relationships: { rule, minStrength } },
    });
    expect(ties(rows, rule('union', 3))).toEqual(['a–b 4', 'c–d 3']);
    expect(ties(rows, rule('union', 4))).toEqual(['a–b 4']);
    expect(ties(rows, rule('confirmed', 3))).toEqual(['c–d 3']);
    expect(ties(rows, rule('confirmed', 2))).toEqual(['a–b 2', 'c–d 3']);
  });

  it('minTrust asks the mean of what is graded: one side’s under union, both sides’ under confirmed', () => {
    const rows = [
      relationship('ab', { statements: [says('a', graded(4, 2)), says('b', graded(2))] }),
      relationship('bc', { statements: [says('b', graded(3)), says('c', graded(4))] }),
      relationship('cd', { statements: [says('c', graded(4)), says('d')] }),
      relationship('ad', { strength: 5 }),
    ];
    const rule = (rule: string, minTrust: number) => ({ include: { relationships: { rule, minTrust } } });
    expect(ties(rows, rule('union', 3))).toEqual(['a–b 1', 'b–c 1', 'c–d 1']);
    expect(ties(rows, rule('union', 3.5))).toEqual(['b–c 1', 'c–d 1']);
    expect(ties(rows, rule('confirmed', 3))).toEqual(['b–c 1']);
    expect(ties(rows, rule('confirmed', 2))).toEqual(['a–b 1', 'b–c 1']);
  });

  it('during keeps each relationship by its own dates; what is kept is judged', () => {
    const rows = [
      relationship('ab', { since: '2010', until: '2014', statements: [says('a', { strength: 5 })] }),
      relationship('ab', { since: '2015', statements: [says('b', { strength: 2 })] }),
      relationship('cd', { until: '2012-06' }),
    ];
    expect(ties(rows)).toEqual(['a–b 5', 'c–d 1']);
    expect(ties(rows, { during: ['2016', '2016'] })).toEqual(['a–b 2']);
    expect(ties(rows, { during: ['2012-06-30', '2014'] })).toEqual(['a–b 5', 'c–d 1']);
    expect(ties(rows, { during: ['2012-07', '2014'] })).toEqual(['a–b 5']);
    expect(ties(rows, { ...confirmed, during: ['2016', '2016'] })).toEqual([]);
  });

  it('a removed kind of tie makes none; a hidden relationship is not there', () => {
    const rows = [relationship('ab', { id: 'x' }), relationship('cd')];
    expect(ties(rows, { include: { relationships: null } })).toEqual([]);
    expect(ties(rows, { hide: ['x'] })).toEqual(['c–d 1']);
    expect(ties(rows, { hide: ['c'] })).toEqual(['a–b 1']);
  });
});
