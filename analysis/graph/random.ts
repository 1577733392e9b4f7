/**
 * The only source of randomness in Weft: a seeded generator whose stream is the same on every machine.
 *
 * Generator: sfc32 (Doty-Humphrey, PractRand 2010), 128 bits of state, integer arithmetic only, so that no
 * platform's floating point can change the stream. The four words are seeded by splitmix32 from (seed, stream).
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /**
   * @param seed    any safe integer; the same seed and stream give the same numbers
   * @param stream  an independent sequence under the same seed, named by what it is for ("leiden", "rewire")
   */
  constructor(seed: number, stream = '') {
    let state = (seed >>> 0) ^ Math.imul(Math.floor(seed / 0x1_0000_0000) >>> 0, 0x9e3779b1);
    for (let i = 0; i < stream.length; i++) {
      state = Math.imul(state ^ stream.charCodeAt(i), 0x01000193) + 0x9e3779b9;
    }
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let z = state ^ (state >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      return z ^ (z >>> 15);
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** 32 random bits as an unsigned integer. */
  bits(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** Uniform in [0, 1), 53 bits. */
  float(): number {
    return ((this.bits() >>> 5) * 67108864 + (this.bits() >>> 6)) / 9007199254740992;
  }

  /** Uniform integer in [0, bound), without bias (rejection). bound in 1…2³². */
  below(bound: number): number {
    for (;;) {
      const value = this.bits();
      // Division rounds down exactly for integers below 2⁵³, and is several times faster here than %.
      const start = Math.floor(value / bound) * bound;
      if (start + bound <= 0x1_0000_0000) return value - start;
    }
  }

  /** Fisher–Yates, in place. */
  shuffle<T extends { length: number; [index: number]: number }>(values: T): T {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = values[i] as number;
      values[i] = values[j] as number;
      values[j] = held;
    }
    return values;
  }
}
