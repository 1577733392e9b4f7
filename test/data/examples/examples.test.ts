import { readFileSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFiles, examples } from '#data/examples/examples.ts';
import { readFiles } from '#data/ingest/read-files.ts';

const filesOf = (name: string) =>
  exampleFiles(name).map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));

describe('the examples that ship', () => {
  it.each(examples.map(({ name }) => name))('%s is read without a note', async (name) => {
    expect(exampleFiles(name).every(isAbsolute)).toBe(true);
    const { data, notes, omitted } = await readFiles(filesOf(name));
    expect(notes).toEqual([]);
    expect(omitted).toEqual([]);
    expect(data.organizations.length).toBeGreaterThan(0);
  });

  it('each stands in the table of the README, and has a page of its own', () => {
    const readme = readFileSync(new URL('../../../data/examples/README.md', import.meta.url), 'utf8');
    for (const { name } of examples) expect(readme).toContain(`[${name}](${name}/`);
  });

  it('an unknown name is refused with those that are known', () => {
    expect(() => exampleFiles('utopia')).toThrow(/no example called "utopia"/u);
    expect(() => exampleFiles('../karate')).toThrow(/no example/u);
  });
});
