/** What one run of an operation took, or why it was not run. */
export type Run = { readonly ms: number; readonly value: number } | { readonly why: string };

/** A program measured against: ours, or another on the same tie list. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  readonly run: (operation: string) => Promise<Run>;
  readonly close: () => void;
}

/** A peer whose operations are functions in this process; each gives a number that both sides can compare. */
export function inProcess(
  name: string,
  version: string,
  operations: Readonly<Record<string, () => number | Promise<number>>>,
): Peer {
  return {
    name,
    version,
    run: async (operation) => {
      const work = operations[operation];
      if (!work) return { why: 'it has none' };
      const start = performance.now();
      const value = await work();
      return { ms: performance.now() - start, value };
    },
    close: () => undefined,
  };
}
