import type { TieRows } from '#analysis/graph/graph.ts';

/** Rows of ties as they are found, then as typed arrays. */
export class TieRowList {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #strength: number[] = [];
  readonly #directed: number[] = [];

  add(from: number, to: number, strength: number, directed: boolean): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#strength.push(strength);
    this.#directed.push(directed ? 1 : 0);
  }

  rows(): TieRows {
    return {
      from: Uint32Array.from(this.#from),
      to: Uint32Array.from(this.#to),
      strength: Float64Array.from(this.#strength),
      directed: Uint8Array.from(this.#directed),
    };
  }
}
