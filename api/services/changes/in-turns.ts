import { setImmediate } from 'node:timers/promises';

/** So long at most this thread does nothing else, ms. */
const turnMs = 10;

/** Does something with every item, one after the other; others have their turn in between where there are many. */
export async function inTurns<Item>(
  items: Iterable<Item>,
  act: (item: Item) => Promise<void> | void,
): Promise<void> {
  let begun = performance.now();
  for (const item of items) {
    await act(item);
    if (performance.now() - begun < turnMs) continue;
    await setImmediate();
    begun = performance.now();
  }
}
