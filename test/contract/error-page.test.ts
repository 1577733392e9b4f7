import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemStatuses } from '#api/contract/problems.ts';
import { errorPage } from '../../scripts/error-pages.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

it('docs/errors.md is what the tables say (npx --no node scripts/error-pages.ts writes it)', () => {
  expect(page).toBe(errorPage());
});

it('docs/errors.md has every code that the API answers with, and no other', () => {
  const written = new Set([...page.matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, code]) => code));
  expect([...written].sort()).toEqual(Object.keys(problemStatuses).sort());
});
