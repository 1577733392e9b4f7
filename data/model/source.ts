import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, instant, text } from '#data/model/fields.ts';

/** Where a fact comes from: a page, a document, an answer. */
export const sourceSchema = z.strictObject({
  id,
  kind: z.enum(['page', 'document', 'answer']),
  title: text(2_000),
  url: text(2_000).optional(),
  at: instant.optional(),
  custom: custom.optional(),
  external,
});
export type Source = z.infer<typeof sourceSchema>;

export const source = defineRecord({
  kind: 'source',
  label: { one: 'source', many: 'sources' },
  collection: 'sources',
  schema: sourceSchema,
  text: ['title'],
  links: [],
});
