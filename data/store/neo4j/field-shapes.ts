import { z } from 'zod';
import { type Kind, kinds } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';

/** What a field of a record holds, as far as the graph must know to give it back as it was. */
export type FieldShape =
  | { readonly is: 'text' | 'texts' | 'value' }
  | { readonly is: 'object' | 'rows'; readonly fields: ReadonlyMap<string, FieldShape> }
  | { readonly is: 'map' };

/** The fields of a record or of a row, in the order of its schema. */
export type FieldShapes = ReadonlyMap<string, FieldShape>;

/** The shapes of every kind's fields, read from the registry's schemas. */
export const fieldShapes = Object.fromEntries(
  kinds.map((kind) => [kind, shapesOf(records[kind].schema)]),
) as Readonly<Record<Kind, FieldShapes>>;

function shapesOf(schema: z.ZodObject): FieldShapes {
  return new Map(Object.entries(schema.shape).map(([field, part]) => [field, shapeOf(part as z.ZodType)]));
}

function shapeOf(given: z.ZodType): FieldShape {
  const schema = bare(given);
  if (schema instanceof z.ZodObject) return { is: 'object', fields: shapesOf(schema) };
  if (schema instanceof z.ZodRecord) return { is: 'map' };
  if (schema instanceof z.ZodArray) {
    const element = bare(schema.element as z.ZodType);
    if (element instanceof z.ZodObject) return { is: 'rows', fields: shapesOf(element) };
    return { is: element instanceof z.ZodString ? 'texts' : 'value' };
  }
  return { is: schema instanceof z.ZodString || schema instanceof z.ZodEnum ? 'text' : 'value' };
}

function bare(schema: z.ZodType): z.ZodType {
  let inner: z.ZodType = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable)
    inner = inner.unwrap() as z.ZodType;
  return inner;
}
