import type { TwoMode } from '#analysis/graph/graph.ts';

/** What the events of two-mode parts are called, one and many: "collaboration", "collaborations". */
export function sharedEvents(parts: readonly TwoMode[]): { one: string; many: string } {
  const kinds = new Set(parts.map((part) => part.kind));
  const [many] = kinds;
  if (many === undefined || kinds.size > 1) return { one: 'shared event', many: 'shared events' };
  return { one: many.endsWith('ies') ? `${many.slice(0, -3)}y` : many.replace(/s$/u, ''), many };
}
