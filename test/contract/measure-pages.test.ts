import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { measurePages } from '../../scripts/measure-pages.ts';

const folder = new URL('../../docs/measures/', import.meta.url);

it('docs/measures is what the registry says (npx --no node scripts/measure-pages.ts writes it)', () => {
  const pages = measurePages();
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
});
