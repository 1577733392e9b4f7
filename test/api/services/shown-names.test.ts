import { describe, expect, it } from 'vitest';
import { shownNames } from '#api/services/shown-names.ts';
import { madeReport } from '#test/viz/report/report-fixture.ts';

const shown = (...labels: string[]): string[] =>
  shownNames(
    madeReport({ sizes: [labels.length], labels: (node) => labels[node] ?? '' }).analysis,
  ).organizations.map(({ label }) => label);

describe('shownNames', () => {
  it('strips what every address has, and white space', () => {
    expect(shown('http://www.acc.org/', 'https://x.org/a?b', 'Two\n  lines\t', 'http', '  ')).toEqual([
      'acc.org',
      'x.org/a?b',
      'Two lines',
      'http',
      'o4',
    ]);
  });

  it('tells apart those who share a name', () => {
    expect(shown('Food Bank', 'Clinic', ' Food  Bank')).toEqual([
      'Food Bank (o0)',
      'Clinic',
      'Food Bank (o2)',
    ]);
  });

  it('changes nothing when asked twice', () => {
    const { analysis } = madeReport({ sizes: [4], labels: () => 'Same' });
    const once = shownNames(analysis);
    expect(shownNames(once)).toEqual(once);
  });
});
