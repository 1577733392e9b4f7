import type { Kind } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';

/** What text search reads of a record: its first text field (the name), and the others. */
export function searchText(
  kind: Kind,
  body: Readonly<Record<string, unknown>>,
): { name: string; rest: string } {
  const [first, ...others] = records[kind].text;
  return {
    name: first === undefined ? '' : textOf(body[first]),
    rest: others
      .map((field) => textOf(body[field]))
      .filter((part) => part !== '')
      .join('\n'),
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join('\n') : '';
}
