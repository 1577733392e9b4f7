import { describe, expect, it } from 'vitest';
import { numberWords } from '#analysis/words/number-words.ts';
import { yearsUnderWay, yearsWords } from '#viz/findings/years-under-way.ts';

const years = yearsUnderWay(
  [
    { since: '2020-05', until: '2021-02' },
    { since: '2021' },
    { since: '2021', until: '2099' },
    { until: '2019' },
    { since: '2030' },
  ],
  2023,
);

describe('yearsUnderWay', () => {
  it('counts every year that is touched, to this year, without gaps', () => {
    expect(years).toEqual([
      { year: 2020, count: 1 },
      { year: 2021, count: 3 },
      { year: 2022, count: 2 },
      { year: 2023, count: 2 },
    ]);
  });

  it('is empty where nobody knows since when', () => {
    expect(yearsUnderWay([{ until: '2019' }, {}], 2023)).toEqual([]);
  });
});

describe('yearsWords', () => {
  it('says the peak, and now', () => {
    expect(yearsWords(years, numberWords)).toBe('Peak of three in 2021; two now.');
    expect(yearsWords(yearsUnderWay([{ since: '2020' }], 2021), numberWords)).toBe(
      'One now, as many as ever.',
    );
    expect(yearsWords(yearsUnderWay([{ since: '2020', until: '2020' }], 2021), numberWords)).toBe(
      'Peak of one in 2020; none now.',
    );
  });
});
