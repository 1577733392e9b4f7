import { Worker } from 'node:worker_threads';
import { DataError } from '#data/errors.ts';
import type { Author, ChangeSet, Committed, NetworkId, RecordId } from '#data/store/port.ts';
import { receiveStoreError } from '#data/store/sqlite/store-error.ts';
import type { WriterAnswer, WriterRequest } from '#data/store/sqlite/writer-messages.ts';

interface Asked {
  readonly resolve: (answer: WriterAnswer) => void;
  readonly reject: (error: Error) => void;
}

type Unasked<Request> = Request extends { ask: number } ? Omit<Request, 'ask'> : never;

/** This process's side of the writer's thread. */
export class Writer {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #next = 1;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: WriterAnswer) => {
      const asked = this.#asked.get(answer.ask);
      this.#asked.delete(answer.ask);
      if ('error' in answer) asked?.reject(receiveStoreError(answer.error));
      else asked?.resolve(answer);
      if (this.#asked.size === 0) worker.unref();
    });
    worker.on('error', (error) => {
      this.#failAll(error);
    });
    worker.on('exit', () => {
      this.#failAll(new DataError('STORE_UNAVAILABLE', 'The store has been closed.'));
    });
  }

  /** Opens the database in a thread of its own, made or brought up to date first. Errors: STORE_NOT_READABLE */
  static async open(path: string): Promise<Writer> {
    const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: { path } });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => {
        resolve();
      });
      worker.once('error', (error) => {
        reject(new DataError('STORE_NOT_READABLE', error.message));
      });
    });
    worker.removeAllListeners('error');
    worker.unref();
    return new Writer(worker);
  }

  async commit(network: NetworkId, set: ChangeSet): Promise<Committed> {
    const answer = await this.#ask({ type: 'commit', network, set });
    if (!('committed' in answer)) throw new DataError('STORE_UNAVAILABLE', 'The writer gave no answer.');
    return answer.committed;
  }

  async erase(network: NetworkId, person: RecordId, by: Author): Promise<void> {
    await this.#ask({ type: 'erase', network, person, by });
  }

  async close(): Promise<void> {
    await this.#ask({ type: 'close' });
    await this.#worker.terminate();
  }

  #ask(request: Unasked<WriterRequest>): Promise<WriterAnswer> {
    const ask = this.#next++;
    return new Promise((resolve, reject) => {
      this.#asked.set(ask, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ask, ...request });
    });
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}
