import type { ChangeSet, Committed } from '#data/store/port.ts';

/** What became of one change set of a group. */
export type Outcome = { readonly committed: Committed } | { readonly refused: Error };

interface Asked {
  readonly set: ChangeSet;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: Error) => void;
}

const groupLimit = 64;
const changeLimit = 5_000;

/**
 * What this process commits to one network, one transaction after the other: those that wait go together, in the order
 * in which they were asked for, so that the network's lock is taken once for many.
 */
export class GroupCommit {
  readonly #write: (sets: readonly ChangeSet[]) => Promise<readonly Outcome[]>;
  readonly #waiting: Asked[] = [];
  #running = false;

  constructor(write: (sets: readonly ChangeSet[]) => Promise<readonly Outcome[]>) {
    this.#write = write;
  }

  async commit(set: ChangeSet): Promise<Committed> {
    return await new Promise((resolve, reject) => {
      this.#waiting.push({ set, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    // What is asked for in the same turn is of the same group.
    await Promise.resolve();
    for (let group = this.#next(); group.length > 0; group = this.#next()) {
      try {
        const outcomes = await this.#write(group.map(({ set }) => set));
        for (const [at, { resolve, reject }] of group.entries()) {
          const outcome = outcomes[at];
          if (outcome && 'committed' in outcome) resolve(outcome.committed);
          else reject(outcome?.refused ?? new Error('A change set got no answer.'));
        }
      } catch (error) {
        for (const { reject } of group) reject(error as Error);
      }
    }
    this.#running = false;
  }

  #next(): Asked[] {
    let changes = 0;
    let size = 0;
    for (const { set } of this.#waiting) {
      changes += set.changes.length;
      if (size === groupLimit || (size > 0 && changes > changeLimit)) break;
      size++;
    }
    return this.#waiting.splice(0, size);
  }
}
