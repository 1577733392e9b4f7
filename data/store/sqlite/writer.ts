import { Worker } from 'node:worker_threads';
import { DataError } from '#data/errors.ts';
import type { Author, ChangeSet, Committed, NetworkId, RecordId, Revision } from '#data/store/port.ts';
import { receiveStoreError } from '#data/store/sqlite/store-error.ts';
import type { WriterAnswer, WriterRequest } from '#data/store/sqlite/writer-messages.ts';

interface Asked {
  readonly resolve: (answer: WriterAnswer) => void;
  readonly reject: (error: Error) => void;
}

type Unasked<Request> = Request extends { ask: number } ? Omit<Request, 'ask'> : never;

/** This process's side of the writer's thread. A thread that ended is replaced at the next request. */
export class Writer {
  readonly #path: string;
  readonly #start: typeof startThread;
  readonly #asked = new Map<number, Asked>();
  #thread: Promise<Worker> | null = null;
  #closed = false;
  #closing: Promise<void> | null = null;
  #next = 1;

  private constructor(path: string, start: typeof startThread) {
    this.#path = path;
    this.#start = start;
  }

  /** Opens the database in a thread of its own, made or brought up to date first. Errors: STORE_NOT_READABLE */
  static async open(path: string, start = startThread): Promise<Writer> {
    const writer = new Writer(path, start);
    await writer.#running();
    return writer;
  }

  async commit(network: NetworkId, set: ChangeSet): Promise<Committed> {
    const answer = await this.#ask({ type: 'commit', network, set });
    if (!('committed' in answer)) throw new DataError('STORE_UNAVAILABLE', 'The writer gave no answer.');
    return answer.committed;
  }

  async append(network: NetworkId, sets: readonly ChangeSet[]): Promise<Revision> {
    const answer = await this.#ask({ type: 'append', network, sets });
    if (!('head' in answer)) throw new DataError('STORE_UNAVAILABLE', 'The writer gave no answer.');
    return answer.head;
  }

  async erase(network: NetworkId, person: RecordId, by: Author): Promise<void> {
    await this.#ask({ type: 'erase', network, person, by });
  }

  /** After what was asked before; what is asked from now on is refused. A second time waits for the first. */
  async close(): Promise<void> {
    await (this.#closing ??= this.#end());
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    // Asked before the writer counts as closed: #ask looks at that at once.
    const asked = thread ? this.#ask({ type: 'close' }) : null;
    this.#closed = true;
    try {
      await asked;
    } finally {
      await (await thread)?.terminate();
    }
  }

  async #ask(request: Unasked<WriterRequest>): Promise<WriterAnswer> {
    const worker = await this.#running();
    const ask = this.#next++;
    return await new Promise((resolve, reject) => {
      this.#asked.set(ask, { resolve, reject });
      worker.ref();
      worker.postMessage({ ask, ...request });
    });
  }

  #running(): Promise<Worker> {
    if (this.#closed) {
      return Promise.reject(new DataError('STORE_UNAVAILABLE', 'The store has been closed.'));
    }
    this.#thread ??= this.#start(this.#path).then(
      (worker) => {
        this.#listen(worker);
        return worker;
      },
      (error: unknown) => {
        this.#thread = null;
        throw error;
      },
    );
    return this.#thread;
  }

  #listen(worker: Worker): void {
    let cause = '';
    worker.on('message', (answer: WriterAnswer) => {
      const asked = this.#asked.get(answer.ask);
      this.#asked.delete(answer.ask);
      if ('error' in answer) asked?.reject(receiveStoreError(answer.error));
      else asked?.resolve(answer);
      if (this.#asked.size === 0) worker.unref();
    });
    worker.on('error', (error: Error) => {
      cause = ` (${error.message})`;
    });
    worker.on('exit', () => {
      this.#thread = null;
      for (const { reject } of this.#asked.values()) {
        reject(
          new DataError(
            'STORE_UNAVAILABLE',
            `The thread that writes ended before it answered${cause}; whether the change was stored is not known.`,
            'Commit it again with the same operation id.',
          ),
        );
      }
      this.#asked.clear();
    });
  }
}

/** Resolves when the thread has opened the database. */
async function startThread(path: string): Promise<Worker> {
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: { path } });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', (message: { readonly failed?: Parameters<typeof receiveStoreError>[0] }) => {
      if (message.failed) reject(receiveStoreError(message.failed));
      else resolve();
    });
    worker.once('error', (error: Error) => {
      reject(new DataError('STORE_NOT_READABLE', error.message));
    });
  });
  worker.removeAllListeners('error');
  worker.unref();
  return worker;
}
