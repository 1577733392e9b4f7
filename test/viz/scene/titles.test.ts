import { describe, expect, it } from 'vitest';
import { formsThatDiffer, nameIn } from '#viz/scene/titles.ts';

describe('nameIn', () => {
  it.each([
    ['whole', 'A · USGS, SFEI', 'A · USGS, SFEI'],
    ['short', 'A · USGS, SFEI', 'A · USGS'],
    ['letter', 'A · USGS, SFEI', 'A'],
    ['short', 'Housing', 'Housing'],
    ['letter', 'Housing', 'Housing'],
  ] as const)('%s of %s', (form, name, text) => {
    expect(nameIn(form, name)).toBe(text);
  });
});

describe('formsThatDiffer', () => {
  const groups = (...names: readonly string[]) =>
    names.map((name) => ({ name, members: [], certified: false }));

  it('leaves out what says the same', () => {
    expect(formsThatDiffer(groups('A · USGS, SFEI', 'B · DWR'))).toEqual(['whole', 'short', 'letter']);
    expect(formsThatDiffer(groups('A · USGS', 'B · DWR'))).toEqual(['whole', 'letter']);
    expect(formsThatDiffer(groups('Housing'))).toEqual(['whole']);
    expect(formsThatDiffer([])).toEqual(['whole']);
  });
});
