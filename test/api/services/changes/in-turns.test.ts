import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTurns } from '#api/services/changes/in-turns.ts';
import { undoChange } from '#api/services/history.ts';
import { openStore } from '#data/store/open-store.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

/** Counts how often others have had their turn. */
function countTurns(): { readonly turns: () => number; readonly stop: () => void } {
  let turns = 0;
  let ended = false;
  const count = (): void => {
    turns++;
    if (!ended) setImmediate(count);
  };
  setImmediate(count);
  return { turns: () => turns, stop: () => void (ended = true) };
}

function busy(ms: number): void {
  const begun = performance.now();
  while (performance.now() - begun < ms);
}

describe('inTurns', () => {
  it('does everything in its order, and lets others have their turn in between', async () => {
    const done: number[] = [];
    const { turns, stop } = countTurns();
    await inTurns([1, 2, 3, 4, 5, 6], (item) => {
      busy(11);
      done.push(item);
    });
    stop();
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    expect(turns()).toBeGreaterThanOrEqual(6);
  });

  it('ends with the first failure', async () => {
    const done: number[] = [];
    const failing = inTurns([1, 2, 3], (item) => {
      if (item === 2) throw new Error('two');
      done.push(item);
    });
    await expect(failing).rejects.toThrow('two');
    expect(done).toEqual([1]);
  });

  it('is how a large change set is taken back: the API goes on answering', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'weft-turns-'));
    const store = await openStore('sqlite:weft.db', { directory: folder, environment: {} });
    try {
      const network = store.network('n');
      const many = Array.from({ length: 8_000 }, (_, at) => put('organization', org(`o${at}`)));
      await network.commit(setOf(many));
      const { turns, stop } = countTurns();
      let before = 0;
      const watched = new Proxy(network, {
        get: (of, name) => {
          // While the thread writes, everybody has their turn; before that they are given it.
          if (name === 'commit') before = turns();
          const value: unknown = Reflect.get(of, name, of);
          return typeof value === 'function' ? (value.bind(of) as unknown) : value;
        },
      });
      await undoChange(watched, 1, { operation: null });
      stop();
      expect(before).toBeGreaterThan(5);
      expect((await network.find({ kind: 'organization', limit: 1 })).items).toEqual([]);
    } finally {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
