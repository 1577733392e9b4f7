import { describe, expect, it } from 'vitest';
import { madeReport, pair } from '#test/viz/report/report-fixture.ts';
import { sectorMatrix } from '#viz/report/figures/sector-matrix.ts';
import { reportFacts } from '#viz/report/report-facts.ts';
import { textWidth } from '#viz/scene/text-width.ts';

const sectors = ['Health', 'Education', 'Housing', 'Environment', 'Food', 'Justice', 'Faith', 'Business'];

describe.each([2, 4, 8])('the matrix of %i sectors', (count) => {
  // The last one is the longest: its head has nothing to its right.
  const names = [...sectors.slice(0, count - 1), 'Business and Commerce'];
  const pairs = names.flatMap((a, i) => names.slice(0, i).map((b) => pair(a, b, {})));
  const drawing = sectorMatrix(
    reportFacts(
      madeReport({
        sizes: [16, 8],
        sectors: names,
        analysis: { sectorPairs: pairs },
        input: { ties: 'shared' },
      }),
    ),
  );
  const texts = drawing.items.filter((item) => item.kind === 'text');

  it('cuts no head', () => {
    expect(texts.filter(({ text }) => text.includes('…'))).toEqual([]);
    for (const word of ['Business', 'Commerce'])
      expect(texts.filter(({ text }) => text.includes(word)).length).toBeGreaterThanOrEqual(2);
  });

  it('keeps everything inside its frame', () => {
    for (const { text, x, size, anchor, bold } of texts) {
      const width = textWidth(text, size, bold === true ? 'interSemibold' : 'interRegular');
      const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(drawing.width + 0.01);
    }
    for (const item of drawing.items)
      if (item.kind === 'rect') expect(item.x + item.w).toBeLessThanOrEqual(drawing.width + 0.01);
  });
});
