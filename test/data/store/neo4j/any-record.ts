import fc from 'fast-check';
import { z } from 'zod';
import type { Kind } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';
import type { RecordBody } from '#data/store/port.ts';

/** Values to draw from; a field takes those that its schema accepts. */
const words = [
  ...['2008', '2008-04', '2008-04-30', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05.123+02:00', 'EUR', 'a-b'],
  'Europe/Berlin',
  ...[
    '',
    'x',
    'Łódź Société',
    '中文',
    '😀',
    'two\nlines',
    '{"a": [1]}',
    "O'Brien",
    '`) DETACH DELETE (n //',
    '\u0000\r',
    '.',
    'a.b',
  ],
];
const numbers = [0, -0, 1, 2, 3, 4, 2.5, -1.5, 52.123456789, 1e21, 2 ** 53, 5e-324, 0.1 + 0.2];
const keys = [
  'plain',
  'with.dots',
  'ünï code',
  '`',
  '__proto__',
  'constructor',
  '1',
  'a b',
  '\n',
  'name',
  'x_y',
];

/** Any record that a kind's schema accepts, made from the schema itself: a field that is added is drawn too. */
export function anyRecord(kind: Kind): fc.Arbitrary<RecordBody> {
  return valueOf(records[kind].schema) as fc.Arbitrary<RecordBody>;
}

function valueOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return valueOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNullable)
    return fc.oneof(
      { weight: 4, arbitrary: valueOf(schema.unwrap() as z.ZodType) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
  if (schema instanceof z.ZodObject) return objectOf(schema);
  if (schema instanceof z.ZodArray) return fc.array(valueOf(schema.element as z.ZodType), { maxLength: 3 });
  if (schema instanceof z.ZodTuple) return fc.tuple(...(schema.def.items as z.ZodType[]).map(valueOf));
  if (schema instanceof z.ZodUnion) return fc.oneof(...(schema.options as z.ZodType[]).map(valueOf));
  if (schema instanceof z.ZodRecord) {
    const entry = fc.tuple(fc.constantFrom(...keys), valueOf(schema.valueType as z.ZodType));
    return fc.uniqueArray(entry, { maxLength: 4, selector: ([key]) => key }).map(Object.fromEntries);
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  const candidates = [...words, ...numbers, true, false, 'all'];
  return fc.constantFrom(...candidates.filter((value) => schema.safeParse(value).success));
}

function objectOf(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const parts = Object.entries(schema.shape) as [string, z.ZodType][];
  const required = parts.filter(([, part]) => !(part instanceof z.ZodOptional)).map(([name]) => name);
  return fc.record(Object.fromEntries(parts.map(([name, part]) => [name, valueOf(part)])), {
    requiredKeys: required,
    noNullPrototype: true,
  });
}
