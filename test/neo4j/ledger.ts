import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { replay } from '#data/history/replay.ts';
import type { NetworkStore, Store } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

const signal = new AbortController().signal;

/** What was asked for and what was answered, kept outside the store, and held against it in the end. */
export class Ledger {
  readonly asked = new Set<string>();
  readonly acknowledged = new Map<string, number>();
  refused = 0;

  /** Makes an organization and a tie to one that is there; asks again with the same operation id up to `tries` times. */
  async write(network: NetworkStore, tries: number): Promise<void> {
    const operation = randomUUID();
    this.asked.add(operation);
    const tie = { id: `r-${operation}`, from: operation, to: 'hub', kind: 'refers', direction: 'directed' };
    const set = setOf([put('organization', org(operation)), put('relationship', tie)], operation);
    for (let attempt = 1; attempt <= tries; attempt++) {
      try {
        const { revision } = await network.commit(set);
        this.acknowledged.set(operation, revision);
        return;
      } catch (error) {
        // Nothing but the store's being away may be answered.
        expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
        this.refused++;
      }
    }
  }

  /** Sorts every operation by what has become of it. Zero is promised of all but `unknown`. */
  async verify(store: Store, id: string) {
    const network = store.network(id);
    const log = await network.log(0, 1_000_000);
    const { records } = await readSnapshot(network, signal);
    const times = new Map<string, number>();
    for (const { operation } of log) times.set(operation, (times.get(operation) ?? 0) + 1);
    const revisions = new Map(log.map(({ operation, revision }) => [operation, revision]));
    const there = new Set(records.map((stored) => stored.id));
    const mine = [...this.asked];
    const byId = (list: readonly { readonly id: string }[]) => new Map(list.map((one) => [one.id, one]));
    return {
      lost: [...this.acknowledged].filter(([operation, revision]) => revisions.get(operation) !== revision)
        .length,
      doubled: [...times.values()].filter((count) => count > 1).length,
      partial: mine.filter((one) => [one, `r-${one}`].some((of) => there.has(of) !== times.has(one))).length,
      ghosts: log.length - 1 - mine.filter((operation) => times.has(operation)).length,
      gaps: log.filter(({ revision }, index) => revision !== index + 1).length,
      differs: Number(!sameMaps(byId(replay(log)), byId(records))),
      unknown: mine.filter((operation) => !this.acknowledged.has(operation) && times.has(operation)).length,
    };
  }
}

function sameMaps(one: Map<string, unknown>, other: Map<string, unknown>): boolean {
  expect(one).toEqual(other);
  return true;
}

export const nothingWrong = { lost: 0, doubled: 0, partial: 0, ghosts: 0, gaps: 0, differs: 0 };
