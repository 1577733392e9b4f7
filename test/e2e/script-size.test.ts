import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildScreen } from '../../scripts/build-screen.ts';

const mostBytes = 250_000;

it('the first view, with its map by WebGL, is under 250 KB of script', async () => {
  const { directory } = await buildScreen();
  const assets = join(directory, 'assets');
  const size = (file: string): number => gzipSync(readFileSync(join(assets, file))).length;
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const begun = [...page.matchAll(/assets\/([\w.-]+\.js)/gu)].map(([, file = '']) => file);
  // What the map of the first view asks for by itself: Sigma, and the worker that draws the scene.
  const asked = readdirSync(assets).filter((file) => /^(sigma|draw\.worker)-[\w-]+\.js$/u.test(file));
  expect(begun.length).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThanOrEqual(2);
  const files = [...new Set([...begun, ...asked])];
  expect(files.reduce((sum, file) => sum + size(file), 0)).toBeLessThan(mostBytes);
  // Sigma is no part of what every page begins with.
  expect(begun.some((file) => file.startsWith('sigma'))).toBe(false);
}, 120_000);
