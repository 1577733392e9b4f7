/**
 * A binary heap of nodes 0…n−1 by a key that is kept outside, smallest first. A node stands in it at most once, and
 * moves up when its key has fallen. Nothing is allocated after construction.
 *
 * Cost     add, take: time O(log n); memory 2n words.
 */
export class NodeHeap {
  readonly #keys: Float64Array;
  readonly #heap: Uint32Array;
  /** Place in the heap + 1; 0: not in it. */
  readonly #place: Uint32Array;
  #size = 0;

  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#heap = new Uint32Array(keys.length);
    this.#place = new Uint32Array(keys.length);
  }

  get size(): number {
    return this.#size;
  }

  /** Puts a node in, or moves it up after its key has fallen. */
  add(node: number): void {
    const keys = this.#keys;
    const heap = this.#heap;
    const place = this.#place;
    const key = keys[node]!;
    let at = place[node]! > 0 ? place[node]! - 1 : this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (keys[heap[above]!]! <= key) break;
      heap[at] = heap[above]!;
      place[heap[at]!] = at + 1;
      at = above;
    }
    heap[at] = node;
    place[node] = at + 1;
  }

  /** Takes the node with the smallest key out; only when size > 0. */
  take(): number {
    const keys = this.#keys;
    const heap = this.#heap;
    const place = this.#place;
    const top = heap[0]!;
    place[top] = 0;
    const last = heap[--this.#size]!;
    if (this.#size === 0) return top;
    const key = keys[last]!;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#size) break;
      if (below + 1 < this.#size && keys[heap[below + 1]!]! < keys[heap[below]!]!) below++;
      if (keys[heap[below]!]! >= key) break;
      heap[at] = heap[below]!;
      place[heap[at]!] = at + 1;
      at = below;
    }
    heap[at] = last;
    place[last] = at + 1;
    return top;
  }
}
