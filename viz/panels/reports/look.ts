import type { Query } from '#viz/state/address.ts';

/** The look of an address as an analysis or report takes it: which ties count, which groups. */
export function lookOf(query: Query): { lens?: unknown; groups?: string } {
  const { lens, groups } = query;
  return {
    ...(lens === undefined ? {} : { lens: asJson(lens) }),
    ...(groups === undefined ? {} : { groups }),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The server says what is wrong with it.
    return text;
  }
}
