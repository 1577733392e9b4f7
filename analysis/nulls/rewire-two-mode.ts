import type { TwoMode } from '#analysis/graph/graph.ts';
import type { Random } from '#analysis/graph/random.ts';
import { paced, type Chain } from '#analysis/nulls/chain.ts';
import { pairSet } from '#analysis/structures/pair-set.ts';

/** A rewired two-mode part; its members array holds the present sample. */
export interface RewiredTwoMode extends Chain {
  readonly part: TwoMode;
}

/**
 * The null of ties projected from shared events: every node takes part in as many events, every event has as many
 * members; who meets whom is random.
 *
 * A swap takes two participations and exchanges their nodes. It is accepted unless a node would be twice in an event.
 * Events of one member take part too: they hold activity that may come to others.
 *
 * Input    TwoMode with distinct members in each event; n nodes.
 * Output   a chain (pace: chain.ts, m = participations) whose part changes with each sample.
 * Random   participations, from random alone.
 * Cost     time O(1) a try; memory 3 words a participation, and a set of pairs.
 * Errors   none; a null that cannot move (every node in every event) says so by next() = false
 * Source   Gotelli, Graves 1996, Null Models in Ecology (swap of a presence–absence matrix);
 *          Neal 2014, doi:10.1016/j.socnet.2014.06.001 (for projections)
 */
export function rewireTwoMode(part: TwoMode, n: number, random: Random): RewiredTwoMode {
  const members = part.members.slice();
  const count = members.length;
  const eventOf = new Uint32Array(count);
  const present = pairSet(part.events, n, count);
  for (let event = 0; event < part.events; event++) {
    for (let at = part.offsets[event]!; at < part.offsets[event + 1]!; at++) {
      eventOf[at] = event;
      present.add(event, members[at]!);
    }
  }

  const swap = (): boolean => {
    const one = random.below(count);
    const two = random.below(count);
    const node1 = members[one]!;
    const node2 = members[two]!;
    const event1 = eventOf[one]!;
    const event2 = eventOf[two]!;
    if (node1 === node2 || event1 === event2) return false;
    if (present.has(event1, node2) || present.has(event2, node1)) return false;
    present.remove(event1, node1);
    present.remove(event2, node2);
    present.add(event1, node2);
    present.add(event2, node1);
    members[one] = node2;
    members[two] = node1;
    return true;
  };
  return { part: { ...part, members }, ...paced(count, swap) };
}
