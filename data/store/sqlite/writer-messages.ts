import type { Author, ChangeSet, Committed, NetworkId, RecordId, Revision } from '#data/store/port.ts';

/** What the writer's thread is asked; `ask` tells answers apart. */
export type WriterRequest =
  | { readonly ask: number; readonly type: 'commit'; readonly network: NetworkId; readonly set: ChangeSet }
  | {
      readonly ask: number;
      readonly type: 'append';
      readonly network: NetworkId;
      readonly sets: readonly ChangeSet[];
    }
  | {
      readonly ask: number;
      readonly type: 'erase';
      readonly network: NetworkId;
      readonly person: RecordId;
      readonly by: Author;
    }
  | { readonly ask: number; readonly type: 'close' };

export type WriterAnswer =
  | { readonly ask: number; readonly committed: Committed }
  | { readonly ask: number; readonly head: Revision }
  | { readonly ask: number; readonly done: true }
  | { readonly ask: number; readonly error: WriterError };

/** An error as it crosses threads. */
export interface WriterError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly theirs?: unknown;
  readonly mine?: unknown;
}
