import { describe, expect, it } from 'vitest';
import { formats } from '#data/formats/registry.ts';
import { describeFormat } from '#test/contract/format.suite.ts';
import { goldenFiles } from '#test/contract/format-golden.ts';

describe('the registry of formats', () => {
  it('has each id once, and a golden file for each that is read', () => {
    const ids = formats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      formats
        .filter(({ read }) => read !== undefined)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(goldenFiles).sort());
  });

  it('has no format that is neither read nor written', () => {
    for (const { read, write } of formats) expect(read ?? write).toBeDefined();
  });
});

for (const format of formats) {
  const golden = goldenFiles[format.id];
  if (format.read !== undefined && golden !== undefined) describeFormat(format, golden);
}
