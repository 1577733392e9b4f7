/** Whether a pair of nodes came before, since the last fresh start; grows as it must. */
export class SeenPairs {
  #mask = 1023;
  #lows = new Uint32Array(1024);
  #highs = new Uint32Array(1024);
  /** The round in which a place was filled: an older one is free. */
  #rounds = new Uint32Array(1024);
  #round = 1;
  #count = 0;

  forgetAll(): void {
    this.#round++;
    this.#count = 0;
  }

  /** Notes the pair, in either order; true: for the first time. */
  isNew(one: number, two: number): boolean {
    const low = Math.min(one, two);
    const high = Math.max(one, two);
    let place = this.#home(low, high);
    while (this.#rounds[place] === this.#round) {
      if (this.#lows[place] === low && this.#highs[place] === high) return false;
      place = (place + 1) & this.#mask;
    }
    this.#lows[place] = low;
    this.#highs[place] = high;
    this.#rounds[place] = this.#round;
    if (++this.#count * 2 > this.#mask) this.#grow();
    return true;
  }

  #home(low: number, high: number): number {
    let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    return (hash ^ (hash >>> 16)) & this.#mask;
  }

  #grow(): void {
    const lows = this.#lows;
    const highs = this.#highs;
    const rounds = this.#rounds;
    const round = this.#round;
    this.#mask = this.#mask * 2 + 1;
    this.#lows = new Uint32Array(this.#mask + 1);
    this.#highs = new Uint32Array(this.#mask + 1);
    this.#rounds = new Uint32Array(this.#mask + 1);
    this.#count = 0;
    for (let place = 0; place < rounds.length; place++) {
      if (rounds[place] === round) this.isNew(lows[place]!, highs[place]!);
    }
  }
}
