import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadStoredNetwork } from '#api/services/load-stored-network.ts';
import { StepTimer } from '#api/services/step-timer.ts';
import { usualRequest } from '#api/services/usual-request.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import { openStore } from '#data/store/open-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-load-'));
  const store = await openStore('sqlite:weft.db', { directory: folder, environment: {} });
  const after = { id: 'two', slug: 'two', name: 'Two', defaultLens: { nodes: 'people' } };
  await store.network('two').commit({
    operation: 'o1',
    author: { name: 'test' },
    at: '2026-01-01T00:00:00Z',
    changes: [{ kind: 'network', id: 'two', ifRevision: null, after }],
  });
  await store.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the lens of a stored network', () => {
  it('is the merged one that a job was asked for, whatever the default has become; else the default', async () => {
    const stored = { store: 'sqlite:weft.db', storeDirectory: folder, slug: 'two' };
    const load = async (lens: object) => {
      const context = { signal: new AbortController().signal, environment: {} };
      return (
        await loadStoredNetwork(usualRequest, { ...stored, ...lens }, new StepTimer(() => undefined), context)
      ).lens;
    };
    const asked = resolveLens({ given: { distance: 'inverseStrength' } });
    expect(await load({ lens: asked })).toEqual(asked);
    expect(await load({})).toMatchObject({ nodes: 'people' });
  });
});
