import { checkAborted } from '#analysis/errors.ts';
import type { RoomGain } from '#analysis/findings/room-gain.ts';
import { Random } from '#analysis/graph/random.ts';

/** What a room gains where not every pair in it forms a tie. */
export interface ExpectedGain {
  /** That two of the room form a tie, each pair by itself: 0 < chance ≤ 1. */
  readonly chance: number;
  /** Mean over the draws. */
  readonly gain: number;
  /** Nine draws in ten gain between these two. */
  readonly low: number;
  readonly high: number;
  readonly draws: number;
}

const draws = 400;

/**
 * The expected gain of a room where two people in it form a tie with a probability: seeded Monte Carlo, the 90 % interval
 * from the 5th and the 95th hundredth of the draws. A chance of 1 is the best case, drawn once.
 *
 * Random   (seed, "convening chance")
 * Cost     400 · RoomGain.ofTies
 * Errors   ABORTED
 */
export function expectedGain(
  gains: RoomGain,
  room: readonly number[],
  { chance, seed, signal }: { readonly chance: number; readonly seed: number; readonly signal: AbortSignal },
): ExpectedGain {
  if (chance === 1) {
    const gain = gains.of(room);
    return { chance, gain, low: gain, high: gain, draws: 1 };
  }
  const random = new Random(seed, 'convening chance');
  const pairs = room.flatMap((_, a) => room.slice(0, a).map((__, b) => [a, b] as const));
  const drawn = Float64Array.from({ length: draws }, () => {
    checkAborted(signal);
    return gains.ofTies(
      room,
      pairs.filter(() => random.float() < chance),
    );
  });
  const gain = drawn.reduce((sum, one) => sum + one, 0) / draws;
  drawn.sort();
  return {
    chance,
    gain,
    low: drawn[Math.floor(0.05 * draws)]!,
    high: drawn[Math.ceil(0.95 * draws) - 1]!,
    draws,
  };
}
