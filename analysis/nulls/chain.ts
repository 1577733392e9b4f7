/** A random network that keeps what the null keeps, changed step by step: one seeded chain, sampled as it goes. */
export interface Chain {
  /**
   * Goes on to the next sample: at first 10·m accepted swaps of burn-in, then m accepted swaps a sample.
   *
   * @returns false where 100·m tries did not reach it: the null is degenerate, and the sample is none.
   */
  next(): boolean;
}

/**
 * The pace that every chain keeps, whatever a swap of it is.
 *
 * @param size  m, how many ties (participations) there are
 * @param swap  tries one swap; true: accepted
 */
export function paced(size: number, swap: () => boolean): Chain {
  let burnt = false;
  return {
    next() {
      let wanted = burnt ? size : 10 * size;
      burnt = true;
      for (let tries = 100 * size; wanted > 0 && tries > 0; tries--) if (swap()) wanted--;
      return size > 0 && wanted === 0;
    },
  };
}
