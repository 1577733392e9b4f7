import { csv } from '#data/formats/csv.ts';
import type { Format } from '#data/formats/format.ts';
import { xlsx } from '#data/formats/xlsx.ts';

/** All file formats, one line each; recognition asks them in this order, so that tables as text come last. */
export const formats: readonly Format[] = [
  xlsx,
  csv,
];
