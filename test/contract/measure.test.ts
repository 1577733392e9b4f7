import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measures } from '#analysis/registry.ts';
import { measureSuite } from '#test/contract/measure.suite.ts';

describe('the registry of measures', () => {
  it('has no id twice at one level', () => {
    const of = (level: string): string => (level.startsWith('organization') ? 'organization' : level);
    const keys = measures.map(({ id, level }) => `${of(level)} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lists every file that declares a measure', () => {
    const root = new URL('../../analysis/', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) =>
      file.split('/').pop(),
    );
    for (const { id } of measures) {
      const stem = id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(files).toContain(`${stem}.ts`);
    }
  });
});

for (const measure of measures) measureSuite(measure);
