/** A set of pairs (row, column) of whole numbers that changes often and is asked for membership all the time. */
export interface PairSet {
  has(row: number, column: number): boolean;
  /** A pair that is there already must not be added. */
  add(row: number, column: number): void;
  /** A pair that is not there must not be removed. */
  remove(row: number, column: number): void;
}

/** Above 8 MB of bits a table of the pairs present is smaller, and quicker to reach. */
const bitsAtMost = 2 ** 26;

/** An empty set for pairs below rows × columns, with room for `size` of them at a time. */
export function pairSet(rows: number, columns: number, size: number): PairSet {
  return rows * columns <= bitsAtMost ? new PairBits(rows, columns) : new PairTable(size);
}

class PairBits implements PairSet {
  readonly #columns: number;
  readonly #bits: Uint8Array;

  constructor(rows: number, columns: number) {
    this.#columns = columns;
    this.#bits = new Uint8Array(Math.ceil((rows * columns) / 8));
  }

  has(row: number, column: number): boolean {
    const bit = row * this.#columns + column;
    return ((this.#bits[bit >>> 3]! >>> (bit & 7)) & 1) === 1;
  }

  add(row: number, column: number): void {
    const bit = row * this.#columns + column;
    this.#bits[bit >>> 3]! |= 1 << (bit & 7);
  }

  remove(row: number, column: number): void {
    const bit = row * this.#columns + column;
    this.#bits[bit >>> 3]! &= ~(1 << (bit & 7));
  }
}

const free = 0xffffffff;

/** Open addressing with linear probing, at most half full; removal moves followers back (Knuth 6.4, algorithm R). */
class PairTable implements PairSet {
  readonly #mask: number;
  readonly #rows: Uint32Array;
  readonly #columns: Uint32Array;

  constructor(size: number) {
    let places = 16;
    while (places < size * 2) places *= 2;
    this.#mask = places - 1;
    this.#rows = new Uint32Array(places).fill(free);
    this.#columns = new Uint32Array(places);
  }

  has(row: number, column: number): boolean {
    return this.#rows[this.#find(row, column)] !== free;
  }

  add(row: number, column: number): void {
    const place = this.#find(row, column);
    this.#rows[place] = row;
    this.#columns[place] = column;
  }

  remove(row: number, column: number): void {
    let hole = this.#find(row, column);
    for (let next = this.#after(hole); this.#rows[next] !== free; next = this.#after(next)) {
      const home = this.#home(this.#rows[next]!, this.#columns[next]!);
      // One whose home lies behind the hole (around the ring) may not be moved before it.
      if (((next - home) & this.#mask) < ((next - hole) & this.#mask)) continue;
      this.#rows[hole] = this.#rows[next]!;
      this.#columns[hole] = this.#columns[next]!;
      hole = next;
    }
    this.#rows[hole] = free;
  }

  /** Where the pair is, or the free place where it would be put. */
  #find(row: number, column: number): number {
    let place = this.#home(row, column);
    while (this.#rows[place] !== free && (this.#rows[place] !== row || this.#columns[place] !== column)) {
      place = this.#after(place);
    }
    return place;
  }

  #home(row: number, column: number): number {
    let hash = Math.imul(row, 0x9e3779b1) ^ Math.imul(column, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    return (hash ^ (hash >>> 16)) & this.#mask;
  }

  #after(place: number): number {
    return (place + 1) & this.#mask;
  }
}
