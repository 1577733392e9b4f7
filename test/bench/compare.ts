import type { Peer } from '#test/bench/peer.ts';

export interface Timing {
  readonly peer: string;
  readonly operation: string;
  /** Median; null with the reason where it was not run. */
  readonly ms: number | null;
  readonly value: number | null;
  readonly runs: number;
  readonly why: string | null;
}

/** A run longer than this is not repeated: its one time stands, and the table says so. */
const longMs = 60_000;

/**
 * Times an operation of all peers in one session, turn by turn, so that what else the machine does falls on all of
 * them; the order is reversed every turn. The first turn warms up and is not counted, unless it was a long one.
 */
export async function compare(
  operation: string,
  peers: readonly Peer[],
  repetitions: number,
): Promise<readonly Timing[]> {
  const times = new Map(peers.map((peer) => [peer, [] as number[]]));
  const values = new Map<Peer, number>();
  const out = new Map<Peer, string>();
  for (let turn = 0; turn <= repetitions; turn++) {
    for (const peer of turn % 2 === 0 ? peers : [...peers].reverse()) {
      if (out.has(peer)) continue;
      const run = await peer.run(operation);
      if ('why' in run) {
        out.set(peer, run.why);
        continue;
      }
      values.set(peer, run.value);
      if (turn > 0 || run.ms > longMs) times.get(peer)?.push(run.ms);
      if (run.ms > longMs) out.set(peer, 'one run only: it takes over a minute');
    }
  }
  return peers.map((peer) => {
    const all = times.get(peer) ?? [];
    return {
      peer: peer.name,
      operation,
      ms: all.length === 0 ? null : median(all),
      value: values.get(peer) ?? null,
      runs: all.length,
      why: out.get(peer) ?? null,
    };
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
