import type { z } from 'zod';

/** The kinds of record, in the order in which routes, stores and exports enumerate them. */
export const kinds = [
  'network',
  'organization',
  'person',
  'relationship',
  'collaboration',
  'community',
  'gathering',
  'need',
  'offer',
  'source',
] as const;
export type Kind = (typeof kinds)[number];

/** A field of a record that names other records. */
export interface LinkField {
  /** Where the id stands: "from", "participants[].party". */
  readonly path: string;
  readonly to: readonly Kind[];
}

/** One kind of record: its schema, what text search reads, what it points to. */
export interface RecordDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  /** Singular and plural, as on screen and in addresses. */
  readonly label: { readonly one: string; readonly many: string };
  /** The plural in routes and in Weft JSON. */
  readonly collection: string;
  readonly schema: Schema;
  /** Paths of the text that search reads, strongest first. */
  readonly text: readonly string[];
  readonly links: readonly LinkField[];
}

/** Declares a kind of record; routes, OpenAPI, forms, exports and both store engines enumerate the registry. */
export function defineRecord<Schema extends z.ZodType>(
  definition: RecordDefinition<Schema>,
): RecordDefinition<Schema> {
  return definition;
}
