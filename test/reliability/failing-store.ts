import type { NetworkStore, Store } from '#data/store/port.ts';

/** What a store call fails with when it is its turn. */
export class Injected extends Error {}

/** Which call of the store port fails, and whether before it is done or after (its answer is lost). */
export interface Fault {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/**
 * A real store of which one call fails: calls of the port are counted, batches of a scan and entries of a log read
 * backwards as calls of their own. `calls` says how many there were.
 */
export class FailingStore implements Store {
  readonly #store: Store;
  readonly #fault: Fault | null;
  calls = 0;

  constructor(store: Store, fault: Fault | null) {
    this.#store = store;
    this.#fault = fault;
  }

  networks = (): ReturnType<Store['networks']> => this.#call(() => this.#store.networks());
  networkIds = (): ReturnType<Store['networkIds']> => this.#call(() => this.#store.networkIds());
  close = (): Promise<void> => this.#store.close();

  network = (id: string): NetworkStore => {
    const network = this.#store.network(id);
    const call = <Value>(run: () => Promise<Value>): Promise<Value> => this.#call(run);
    const each = <Value>(values: () => AsyncIterable<Value>): AsyncIterable<Value> => this.#each(values);
    return {
      head: () => call(() => network.head()),
      read: (ids) => call(() => network.read(ids)),
      places: (ids) => call(() => network.places(ids)),
      find: (query) => call(() => network.find(query)),
      scan: (kinds, signal) => each(() => network.scan(kinds, signal)),
      log: (after, limit) => call(() => network.log(after, limit)),
      outline: (after, limit) => call(() => network.outline(after, limit)),
      logBack: (downTo) => each(() => network.logBack(downTo)),
      committed: (operation) => call(() => network.committed(operation)),
      commit: (set) => call(() => network.commit(set)),
      append: (sets) => call(() => network.append(sets)),
      erase: (person, by) => call(() => network.erase(person, by)),
    };
  };

  async #call<Value>(run: () => Promise<Value>): Promise<Value> {
    const number = ++this.calls;
    this.#failIf(number, 'before');
    const value = await run();
    this.#failIf(number, 'after');
    return value;
  }

  async *#each<Value>(values: () => AsyncIterable<Value>): AsyncIterable<Value> {
    this.#failIf(++this.calls, 'before');
    for await (const value of values()) {
      yield value;
      this.#failIf(++this.calls, 'before');
    }
  }

  #failIf(number: number, when: Fault['when']): void {
    if (this.#fault?.at === number && this.#fault.when === when) {
      throw new Injected(`The store call ${number} fails ${when} it is done.`);
    }
  }
}
