import { describe, expect, it } from 'vitest';
import { documentText } from '#test/viz/report/document-text.ts';
import { madeReport, pair, type Made } from '#test/viz/report/report-fixture.ts';
import { canPrint } from '#viz/report/printable/can-print.ts';
import { printableMap } from '#viz/report/printable/printable-map.ts';
import { printableReport } from '#viz/report/printable/printable-report.ts';
import { countedText, substitutesFor } from '#viz/report/printable/substitutes.ts';
import { reportContent } from '#viz/report/report-content.ts';

const printed = (...named: Parameters<typeof substitutesFor>[0]): string[] =>
  substitutesFor(named, 'Organization').map((one) => one.printed);

describe('substitutesFor', () => {
  it('prefers an alias, then the part that can be printed, then the id, then a number', () => {
    expect(
      printed(
        { id: 'a', name: 'Harbour Trust' },
        { id: 'b', name: 'مؤسسة المرفأ', aliases: ['קרן הנמל', 'Port Foundation'] },
        { id: 'c', name: '清华大学 (Tsinghua University)' },
        { id: 'ngo-14', name: 'ชมรมอาสา' },
        { id: '互助会', name: '互助会' },
      ),
    ).toEqual(['Port Foundation', 'Tsinghua University', 'ngo-14', 'Organization 5']);
  });

  it('never prints the same for two', () => {
    const same = printed(
      { id: 'a', name: 'Green Club' },
      { id: 'b', name: '🌱 Green Club' },
      { id: 'c', name: 'Green Club 绿' },
    );
    expect(same).toEqual(['Green Club (b)', 'Green Club (c)']);
  });

  it('leaves names in Latin, Greek and Cyrillic letters as they are', () => {
    expect(printed({ id: 'a', name: 'Überörtliche Łączność' }, { id: 'b', name: 'Σύλλογος' }, { id: 'c', name: 'Фонд' })).toEqual([]); // prettier-ignore
  });
});

it('countedText says how much is missing', () => {
  expect(countedText('the value “中文” is no date')).toBe('the value “[2 characters]” is no date');
  expect(countedText('plain')).toBe('plain');
});

const made: Made = {
  sizes: [6, 5],
  sectors: ['健康', 'Food'],
  labels: (node) => (node === 0 ? 'مؤسسة المرفأ' : node === 3 ? 'ชมรมอาสา' : `Org ${node + 1}`),
  analysis: {
    sectorPairs: [pair('健康', 'Food', { ties: 0, expected: 9.6, q: 0.01, verdict: 'apart' })],
    notes: [{ message: 'The value 中 was kept.' }],
  },
  input: { networkName: 'شبكة', title: 'Who works with whom in شبكة' },
};

describe('printableReport', () => {
  const { input, substitutes } = printableReport(madeReport(made));
  const whole = documentText(reportContent(input, substitutes));

  it('leaves nothing that the fonts cannot draw in any sentence, table or head', () => {
    for (const line of whole.split('\n')) expect([line, canPrint(line)]).toEqual([line, true]);
    expect(input.map.nodes.every(({ label }) => canPrint(label))).toBe(true);
    expect(whole).toContain('Who works with whom in this network');
    expect(whole).toContain('Kind 1 and Food have no tie recorded.');
  });

  it('tells what stands for what, with the names as recorded', () => {
    expect(substitutes.map((one) => [one.original, one.printed])).toEqual(
      expect.arrayContaining([
        ['مؤسسة المرفأ', 'o0'],
        ['ชมรมอาสา', 'o3'],
        ['健康', 'Kind 1'],
      ]),
    );
    expect(whole).toContain('Names that this paper cannot print');
    expect(whole).toContain('recorded in Arabic letters');
    const { analysis } = madeReport(made);
    expect(input.analysis.organizations.map(({ id }) => id)).toEqual(
      analysis.organizations.map(({ id }) => id),
    );
  });

  it('changes nothing where all can be drawn', () => {
    const plain = madeReport({ sizes: [6] });
    expect(printableReport(plain)).toEqual({ input: plain, substitutes: [] });
  });
});

describe('printableMap', () => {
  it('draws substitutes in marks, group names, categories and title', () => {
    const { map } = madeReport(made);
    const groups = map.groups.map((group) => ({ ...group, name: 'A · مؤسسة المرفأ, Org 2' }));
    const drawn = printableMap({ ...map, groups, words: { ...map.words, title: 'شبكة' } }, (id) =>
      id === 'o0' ? ['Port Foundation'] : [],
    );
    expect(drawn.map.groups[0]?.name).toBe('A · Port Foundation, Org 2');
    expect(drawn.map.nodes[0]?.label).toBe('Port Foundation');
    expect(drawn.map.categories[0]?.name).toBe('Kind 1');
    expect(drawn.map.words.title).toBe('This network');
  });
});
