import { thousands } from '#analysis/words/number-words.ts';
import type { MapWords } from '#viz/scene/picture.ts';

/** A count in figures with its noun, as captions and keys have it: "1 tie", "1,204 ties". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** What an organization's size says: "1 partner", "24 projects". */
export function sizeOf(value: number, { size, sizeOne }: MapWords): string {
  return countOf(value, sizeOne ?? size, size);
}
