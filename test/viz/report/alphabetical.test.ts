import { describe, expect, it } from 'vitest';
import { alphabetical } from '#viz/report/alphabetical.ts';

const sorted = (...names: string[]): string[] =>
  names
    .map((name) => ({ name, key: alphabetical(name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ name }) => name);

describe('alphabetical', () => {
  it('ignores accents, case, a leading The, and marks', () => {
    expect(sorted('The Elm', 'élan', '“Ash”', 'Zed', 'birch')).toEqual([
      '“Ash”',
      'birch',
      'élan',
      'The Elm',
      'Zed',
    ]);
  });

  it('puts numbers by their size', () => {
    expect(sorted('10', '9', 'NIH-12', 'NIH-2', '0')).toEqual(['0', '9', '10', 'NIH-2', 'NIH-12']);
  });
});
