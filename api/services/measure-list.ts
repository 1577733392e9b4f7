import { measures } from '#analysis/registry.ts';

/** The registry of measures as answers show it. */
export function measureList() {
  return measures.map(
    ({ id, level, label, family, definition, unit, cost, references, needsGroups, keys }) => ({
      id,
      level,
      label,
      family,
      definition,
      unit,
      cost,
      references,
      needsGroups,
      keys,
    }),
  );
}
