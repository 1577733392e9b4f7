import { formats } from '#data/formats/registry.ts';

/** The ids of the formats that Weft writes, in the order of the registry. */
export const writtenIds: readonly string[] = formats
  .filter(({ write }) => write !== undefined)
  .map(({ id }) => id);
