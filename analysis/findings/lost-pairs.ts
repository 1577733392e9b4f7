import { Random } from '#analysis/graph/random.ts';

/**
 * The cross-group pairs whose distance grows or ends without one node, with the distance before and after.
 *
 * Above a number of pairs the list thins itself: it keeps the pairs of half of the sources, then of a quarter and
 * so on, in a seeded order, so that what is kept is an unbiased sample of them by their first node.
 */
export class LostPairs {
  first: Uint32Array;
  second: Uint32Array;
  before: Float64Array;
  after: Float64Array;
  count = 0;
  /** 1: every pair is here; 2: about every second, and so on. */
  thinned = 1;
  readonly #n: number;
  readonly #capacity: number;
  readonly #rank: Uint32Array;

  constructor(n: number, capacity: number, seed: number) {
    this.#n = n;
    this.#capacity = capacity;
    const room = Math.max(1, Math.min(1024, capacity));
    this.first = new Uint32Array(room);
    this.second = new Uint32Array(room);
    this.before = new Float64Array(room);
    this.after = new Float64Array(room);
    this.#rank = new Random(seed, 'lost-pairs').shuffle(Uint32Array.from({ length: n }, (_, v) => v));
  }

  /** Whether pairs whose first node is this one are kept. */
  keeps(first: number): boolean {
    return this.#rank[first]! * this.thinned < this.#n;
  }

  add(first: number, second: number, before: number, after: number): void {
    if (!this.keeps(first)) return;
    if (this.count === this.first.length) this.#makeRoom();
    if (!this.keeps(first)) return;
    this.first[this.count] = first;
    this.second[this.count] = second;
    this.before[this.count] = before;
    this.after[this.count++] = after;
  }

  #makeRoom(): void {
    while (this.count >= this.#capacity && this.thinned < this.#n) {
      this.thinned *= 2;
      this.#thin();
    }
    if (this.count < this.first.length) return;
    const length = this.first.length * 2;
    this.first = longer(this.first, new Uint32Array(length));
    this.second = longer(this.second, new Uint32Array(length));
    this.before = longer(this.before, new Float64Array(length));
    this.after = longer(this.after, new Float64Array(length));
  }

  #thin(): void {
    let kept = 0;
    for (let k = 0; k < this.count; k++) {
      if (!this.keeps(this.first[k]!)) continue;
      this.first[kept] = this.first[k]!;
      this.second[kept] = this.second[k]!;
      this.before[kept] = this.before[k]!;
      this.after[kept++] = this.after[k]!;
    }
    this.count = kept;
  }
}

function longer<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
