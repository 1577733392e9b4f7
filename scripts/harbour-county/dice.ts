import { Random } from '#analysis/graph/random.ts';

/** Chosen among three hundred so that the stories hold: one group of eight fails its certificate, and says why. */
const seed = 2276;

/** Choices by chance, each subject on a stream of its own, so that a change in one does not move the others. */
export class Dice {
  readonly #random: Random;

  constructor(stream: string) {
    this.#random = new Random(seed, `harbour county: ${stream}`);
  }

  /** Uniform from 0 up to, not including, 1. */
  float(): number {
    return this.#random.float();
  }

  chance(probability: number): boolean {
    return this.#random.float() < probability;
  }

  /** A whole number from…to, both included. */
  between(from: number, to: number): number {
    return from + this.#random.below(to - from + 1);
  }

  one<T>(of: readonly T[]): T {
    const chosen = of[this.#random.below(of.length)];
    if (chosen === undefined) throw new Error('Nothing to choose from.');
    return chosen;
  }

  /** One with a probability in proportion to its weight (0 and above, not all 0). */
  weighted<T>(of: readonly T[], weight: (item: T) => number): T {
    let left = this.#random.float() * of.reduce((sum, item) => sum + weight(item), 0);
    for (const item of of) {
      left -= weight(item);
      if (left < 0) return item;
    }
    throw new Error('All weights are 0.');
  }

  /** Distinct ones, at most `count`, in the order drawn. */
  some<T>(count: number, of: readonly T[]): T[] {
    const left = [...of];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) {
      drawn.push(...left.splice(this.#random.below(left.length), 1));
    }
    return drawn;
  }
}
