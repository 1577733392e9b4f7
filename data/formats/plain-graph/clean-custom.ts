import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';
import { cleanText, isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';

/** Attributes as custom fields: names and texts checked, absent values left away. Undefined when none is left. */
export function cleanCustom(
  attributes: ReadonlyMap<string, AttributeValue>,
  place: InputPlace,
  problems: InputProblems,
): Record<string, AttributeValue> | undefined {
  const entries: [string, AttributeValue][] = [];
  for (const [key, value] of attributes) {
    if (typeof value === 'string' && isAbsent(value)) continue;
    const name = nameOf(key, place, problems);
    const clean = name === undefined ? undefined : cleanValue(value, name, place, problems);
    if (name !== undefined && clean !== undefined) entries.push([name, clean]);
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function nameOf(key: string, place: InputPlace, problems: InputProblems): string | undefined {
  if (key.trim() === '') {
    problems.count(
      'ATTRIBUTE_UNNAMED',
      'blank',
      place,
      (count) => `${count} ${count === 1 ? 'value' : 'values'} of an attribute without a name left out.`,
    );
    return undefined;
  }
  if (key === '__proto__') {
    problems.row(
      'NAME_NOT_ACCEPTED',
      place,
      'An attribute is named __proto__; any other name is accepted.',
      key,
    );
    return undefined;
  }
  return cleanText(key, 'The name of an attribute', 200, place, problems);
}

function cleanValue(
  value: AttributeValue,
  name: string,
  place: InputPlace,
  problems: InputProblems,
): AttributeValue | undefined {
  if (typeof value === 'string') return cleanText(value, `“${name}”`, 10_000, place, problems);
  if (!Array.isArray(value)) return value;
  if (value.length > 1_000) {
    problems.row('LIST_TOO_LONG', place, `“${name}” lists ${value.length} values; up to 1,000 are accepted.`);
    return undefined;
  }
  const items = value.map((item) => cleanText(item, `“${name}”`, 10_000, place, problems));
  return items.every((item) => item !== undefined) ? items : undefined;
}
