/** A queue of nodes 0…n−1 in which each waits at most once: a ring of n places. */
export class NodeQueue {
  readonly #ring: Uint32Array;
  readonly #waits: Uint8Array;
  #head = 0;
  #length: number;

  /** @param order  every node once: all wait at first; becomes the queue's own */
  constructor(order: Uint32Array) {
    this.#ring = order;
    this.#waits = new Uint8Array(order.length).fill(1);
    this.#length = order.length;
  }

  get length(): number {
    return this.#length;
  }

  /** The first that waits; the queue must not be empty. */
  take(): number {
    const node = this.#ring[this.#head]!;
    if (++this.#head === this.#ring.length) this.#head = 0;
    this.#length--;
    this.#waits[node] = 0;
    return node;
  }

  /** Puts a node at the end unless it waits already. */
  add(node: number): void {
    if (this.#waits[node] === 1) return;
    this.#waits[node] = 1;
    const place = this.#head + this.#length++;
    this.#ring[place < this.#ring.length ? place : place - this.#ring.length] = node;
  }
}
