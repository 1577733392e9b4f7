import { describe, expect, it } from 'vitest';
import { documentText } from '#test/viz/report/document-text.ts';
import { bridge, candidate, madeReport, pair, type Made } from '#test/viz/report/report-fixture.ts';
import { plain } from '#viz/report/sentences/headline.ts';
import { reportContent } from '#viz/report/report-content.ts';

const forbidden =
  /because of|caused|impact|thanks to|key player|influential|weak organization|isolated|proves|significant|\(s\)|undefined|NaN|\[object|null\b/iu;

function text(made: Made): string {
  return documentText(reportContent(madeReport(made)));
}

function findings(made: Made): string[] {
  const [front] = reportContent(madeReport(made)).sections;
  const block = front?.blocks.find((one) => one.kind === 'findings');
  return block?.kind === 'findings'
    ? block.items.map(({ headline, text: body }) => `${headline} ${plain(body)}`)
    : [];
}

const sizes = [6, 5];

describe('finding 1', () => {
  const of = (...rows: ReturnType<typeof bridge>[]): string | undefined =>
    findings({ sizes, analysis: { bridgeBuilders: rows } })[0];

  it('says that nobody stands between others', () => {
    expect(of()).toContain('No organization stands between others.');
  });

  it('says what one carries: nobody, one, several', () => {
    expect(of(bridge('o0', {}))).toBe(
      'Org 1 holds the groups together. Without Org 1 nobody would be cut off, but links across groups would weaken by 5%.',
    );
    expect(of(bridge('o0', { cutOff: ['o3'] }))).toContain(
      'one organization would lose its only recorded route.',
    );
    expect(of(bridge('o0', { cutOff: ['o3', 'o4'] }))).toContain(
      'two organizations would lose their only recorded route.',
    );
  });

  it('counts the others, and those whom they serve once', () => {
    expect(of(bridge('o0', {}), bridge('o1', { cutOff: ['o3'] }))).toBe(
      'Org 1 and Org 2 hold the groups together. Without Org 1 nobody would be cut off, but links across groups would weaken by 5%. The other one is the only recorded way in for one organization.',
    );
    const many = of(
      bridge('o0', {}),
      bridge('o1', { cutOff: ['o3', 'o4'] }),
      bridge('o2', { cutOff: ['o4'] }),
    );
    expect(many).toContain('Org 1 and two others hold the groups together.');
    expect(many).toContain('The other two are the only recorded way in for two organizations.');
  });

  it('claims nothing where nothing depends on anybody', () => {
    expect(
      of(bridge('o0', { loss: 0, dependence: 0 }), bridge('o1', { loss: null, dependence: null })),
    ).toContain('No single organization holds the groups together.');
  });
});

describe('bridge-builders on whom nothing depends', () => {
  const idle = { loss: 0, dependence: 0 };
  const made: Made = {
    sizes,
    analysis: { bridgeBuilders: [bridge('o0', {}), bridge('o1', idle), bridge('o2', idle)] },
  };

  it('hold nothing together in the headline', () => {
    expect(findings(made)[0]).toMatch(/^Org 1 holds the groups together\./u);
  });

  it('are told in one sentence', () => {
    expect(text(made)).toMatch(/The other two\s+Nothing measured here depends on Org 2 and Org 3\./u);
  });
});

describe('finding 2', () => {
  const ids = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `o${from + i}`);
  const of = (...certified: boolean[]): string | undefined => {
    const silos = certified.map((yes, i) =>
      candidate(ids(i * 5, 5), {
        certified: yes,
        grade: yes ? 'closed' : null,
        p: yes ? 0.035 : 0.11,
        collaborations: 2,
      }),
    );
    return findings({ sizes: certified.map(() => 5), analysis: { silos }, input: { ties: 'shared' } })[1];
  };

  it('says none, one, several', () => {
    expect(of(false, false)).toContain('No group is closed enough to be called a silo.');
    expect(of(true, false)).toContain('group keeps to itself; the other does not.');
    expect(of(true, false, false)).toContain('group keeps to itself; the two others do not.');
    expect(of(true)).toContain('The one group found keeps to itself.');
    expect(of(true, true)).toContain('Two groups keep to themselves.');
  });

  it('says on how little a certificate rests', () => {
    expect(of(true, false)).toContain(
      'have 8 of their 14 ties among themselves. It is certified as a silo, but it rests on two collaborations.',
    );
  });

  it('says of many how rare the least rare of them is', () => {
    const of4 = (p: number): string => {
      const silos = Array.from({ length: 4 }, (_, i) =>
        candidate(ids(i * 5, 5), { certified: true, grade: 'closed', p, ps: [p] }),
      );
      return text({ sizes: [5, 5, 5, 5], analysis: { silos } });
    };
    expect(of4(0.035)).toContain('appears in about 4 of 100 networks or fewer in which');
    expect(of4(0.005)).toContain('appears in fewer than 1 of 100 networks in which');
  });

  it('says that nothing could be tested', () => {
    expect(findings({ sizes: [2, 2] })[1]).toContain('No group is large enough to be tested.');
  });

  it('does not say that ends leave a group which holds the larger half', () => {
    const silos = [candidate(ids(0, 6), { inside: 9, leaving: 6, conductance: 0.6, p: 0.5 })];
    const whole = text({ sizes, analysis: { silos } });
    expect(whole).toContain('most ties of the rest lead into it');
    expect(whole).not.toContain('most tie ends leave');
  });
});

describe('finding 3', () => {
  const sectors = ['Health', 'Food'];
  const of = (values: Parameters<typeof pair>[2], input: Made['input'] = {}): string | undefined =>
    findings({ sizes, sectors, analysis: { sectorPairs: [pair('Health', 'Food', values)] }, input })[2];

  it('says "never met" only where gatherings are recorded', () => {
    const apart = { ties: 0, expected: 9.6, q: 0.01, verdict: 'apart' } as const;
    expect(of(apart)).toContain('Health and Food have no tie recorded.');
    expect(of(apart)).not.toContain('never met');
    expect(of(apart, { gatherings: true })).toContain('Health and Food have never met.');
  });

  it('says fewer, as expected, and that too little is no finding', () => {
    expect(of({ ties: 43, expected: 95.8, q: 0.003, verdict: 'fewer' })).toContain(
      'Health and Food meet less than expected. They have 43 ties, where chance would give about 96.',
    );
    expect(of({})).toContain('Every sector has met every other, about as often as chance would have it.');
    const little = of({ ties: 0, expected: 0.2, verdict: 'never met' });
    expect(little).toContain('chance would give only 0.2; no conclusion.');
    expect(little).not.toContain('Every sector');
  });

  it('says that no sector, or only one, is known', () => {
    expect(findings({ sizes })[2]).toContain('No sector is recorded');
    expect(findings({ sizes, sectors: ['Health'] })[2]).toContain('All organizations are of one sector.');
  });
});

describe('one of a thing', () => {
  const lead = (made: Made): string => text(made).split('\n').slice(0, 4).join('\n');

  it('says that no tie is recorded, instead of counting who is connected', () => {
    const none = text({
      sizes: [],
      alone: 6,
      analysis: { network: { groups: 'communities', largestComponent: 1 } },
    });
    expect(none).toContain('Six organizations. No tie is recorded between them.');
    expect(none).not.toMatch(/of 6 are connected/u);
    const one = text({
      sizes: [],
      alone: 1,
      analysis: { network: { groups: 'communities', largestComponent: 1 } },
    });
    expect(one).toContain('One organization. No tie is recorded.');
    expect(one).not.toContain('All 1');
  });

  it('does not call anybody apart from a rest that is not there', () => {
    const whole = text({ sizes: [3] });
    expect(whole).toContain('No group has four members or more.');
    expect(whole).not.toContain('apart from the rest');
  });

  it('has a singular everywhere', () => {
    const pairOf = text({ sizes: [2] });
    expect(pairOf).toContain('Both are connected.');
    expect(lead({ sizes: [2] })).toContain('Recorded here: 2 organizations and 1 tie between them.');
    const one = { total: 1, joint: 1, participations: 2 };
    expect(lead({ sizes: [2], input: { collaborations: one } })).toContain(
      'Recorded here: 2 organizations and 1 collaboration, which makes 1 tie.',
    );
    expect(lead({ sizes: [], alone: 1 })).toContain('Recorded here: 1 organization, and no tie.');
    for (const made of [{ sizes: [2] }, { sizes: [], alone: 1 }, { sizes: [4], alone: 1 }]) {
      expect(text(made)).not.toMatch(/\b1 (?:organizations|ties|partners|collaborations|groups)\b/u);
    }
  });
});

describe('a name as long as a paragraph', () => {
  const name = 'The Association of Associations for the Association of Neighbourhoods '.repeat(4).trim();
  const made: Made = {
    sizes: [6, 5],
    labels: (node) => (node === 0 ? name : `Org ${node + 1}`),
    analysis: { bridgeBuilders: [bridge('o0', {})] },
  };

  it('is cut in sentences, and whole in the table', () => {
    expect(findings(made)[0]).toMatch(/^The Association .{1,100}… holds/u);
    expect(text(made).split(name)).toHaveLength(2);
  });
});

describe('the whole report', () => {
  const made: Readonly<Record<string, Made>> = {
    empty: { sizes: [] },
    'one organization': { sizes: [], alone: 1 },
    'no ties': { sizes: [], alone: 7 },
    'one group': { sizes: [9] },
    'small sets': { sizes: [3, 2, 2, 2] },
    'many groups': { sizes: Array.from({ length: 30 }, () => 4) },
    shared: {
      sizes,
      alone: 2,
      sectors: ['Health', 'Food', 'Faith'],
      analysis: {
        bridgeBuilders: [
          bridge('o0', {
            cutOff: ['o3'],
            backup: { a: 'o1', b: 'o7', restores: 0.47, equal: 3, exact: true },
          }),
        ],
        sectorPairs: [
          pair('Health', 'Food', {}),
          pair('Food', 'Faith', { verdict: 'more' }),
          pair('Health', 'Faith', { ties: 0, expected: 0.2, verdict: 'never met' }),
        ],
        silos: [
          candidate(['o0', 'o1', 'o2', 'o3', 'o4', 'o5'], {
            certified: true,
            grade: 'silo',
            p: 0.04,
            ps: [0.03, 0.04, 0.06],
            collaborations: 1,
          }),
        ],
        convening: {
          seats: 4,
          invite: ['o0', 'o1'],
          gain: 0.03,
          lostWithout: [0.01, 0.02],
          before: 0.3,
          bestConnectedGain: 0,
          bestConnectedPercentile: 40,
          random: { rooms: 1000, mean: 0.004, best: 0.02, counts: [1000] },
          exact: false,
        },
        notes: [{ file: 'a.csv', line: 3, value: '<b>', message: 'A cell was empty.' }],
      },
      input: {
        ties: 'shared',
        asOf: '2023-02-27',
        words: { collaboration: { one: 'project', many: 'projects' } },
        collaborations: { total: 12, joint: 9, participations: 40 },
        timeline: {
          years: [
            { year: 2019, joint: 4, alone: 1 },
            { year: 2020, joint: 5, alone: 0 },
          ],
          withoutStart: 1,
          withoutEnd: 2,
          commonEnd: { year: 2019, count: 11 },
        },
      },
    },
    'not computed': {
      sizes,
      analysis: { silos: undefined, siloNull: undefined, bridgeBuilders: undefined },
    },
  };

  it.each(Object.keys(made))('says nothing forbidden: %s', (name) => {
    const whole = text(made[name] ?? { sizes: [] });
    expect(whole.match(forbidden)?.[0]).toBeUndefined();
    expect(whole).not.toMatch(/\.\.|[^\S\n]{2}| \.|: \./u);
    const sentences = whole
      .split('\n')
      .filter((line) => line.endsWith('.') && !/^(?:Figure|Table) |connected/u.test(line));
    expect(sentences.filter((line) => /(?:^|[.!?] )\d[\d,]* [a-z]/u.test(line))).toEqual([]);
  });

  it('prints the numbers of the analysis', () => {
    const whole = text(made.shared ?? { sizes: [] });
    for (const words of [
      '12 projects',
      'p\u00a0=\u00a00.040',
      'would restore 47% of what is lost; two others are as good',
      '11 of 12 records',
      'from 0.300 to 0.330',
      'As of 27\u00a0February\u00a02023',
    ]) {
      expect(whole).toContain(words);
    }
  });

  it('is the same tree twice', () => {
    const once = JSON.stringify(reportContent(madeReport(made.shared ?? { sizes: [] })));
    expect(JSON.stringify(reportContent(madeReport(made.shared ?? { sizes: [] })))).toBe(once);
  });

  it('numbers figures and tables as they come', () => {
    const whole = text(made.shared ?? { sizes: [] });
    const numbers = [...whole.matchAll(/^(Figure|Table) (\d+)\./gmu)].map(
      ([, kind, number]) => `${kind ?? ''} ${number ?? ''}`,
    );
    expect(numbers).toEqual(['Figure 1', 'Table 1', 'Table 2', 'Figure 2', 'Figure 3', 'Figure 4']);
  });
});
