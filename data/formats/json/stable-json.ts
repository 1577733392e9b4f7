import { DataError } from '#data/errors.ts';

/**
 * JSON with the names of every object in code unit order (id first); absent fields are left away. The same value
 * gives the same text, whatever made it. Errors: RECORD_NOT_VALID for half of a surrogate pair, with its path.
 */
export function stableJson(value: unknown, path: string): string {
  if (Array.isArray(value))
    return `[${value.map((item, at) => stableJson(item, `${path}[${at}]`)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => Number(b === 'id') - Number(a === 'id') || (a < b ? -1 : 1));
    return `{${entries.map(([name, item]) => `${stableJson(name, path)}: ${stableJson(item, `${path}.${name}`)}`).join(', ')}}`;
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new DataError(
      'RECORD_NOT_VALID',
      `${path} holds half of a surrogate pair; whole characters are accepted.`,
    );
  }
  return JSON.stringify(value);
}
