import type { Problem } from '#data/model/problem.ts';

/** Work that runs in the analysis host: a plain value that can be sent to another process. */
export interface Job {
  /** Which task of the table in tasks.ts. */
  readonly task: string;
  readonly input: unknown;
}

/** From the host, while it works. */
export interface Progress {
  readonly step: string;
  /** 0…1 of the step. */
  readonly done: number;
}

/** An error as it crosses the border between processes. */
export interface SentError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly problems?: readonly Problem[];
}

export type FromHost =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly error: SentError };

/** What a task is handed beside its input. */
export interface TaskContext {
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number) => void;
  /** Of the process: a store's password is never in a job. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
