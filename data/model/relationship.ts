import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, instant, text, validTime } from '#data/model/fields.ts';

const grade = z.number().int().min(1).max(4);

/** Who said so, when, yes or no. Both sides' statements are kept apart, never averaged away. */
export const statementSchema = z.strictObject({
  by: id,
  at: instant.optional(),
  agrees: z.boolean(),
  strength: z.number().nonnegative().optional(),
  trust: z.strictObject({ reliability: grade, support: grade, openness: grade }).partial().optional(),
  value: z.strictObject({ influence: grade, involvement: grade, resources: grade }).partial().optional(),
  source: id.optional(),
});
export type Statement = z.infer<typeof statementSchema>;

export const relationshipSchema = z.strictObject({
  id,
  from: id,
  to: id,
  /** knows of, exchanges information, refers, coordinates, delivers together, funds, shares data, … */
  kind: text(200),
  direction: z.enum(['directed', 'mutual', 'undirected']),
  /** A file's strength that nobody in particular states; statements come before it. 0 is no tie. */
  strength: z.number().nonnegative().optional(),
  ...validTime,
  statements: z.array(statementSchema).optional(),
  custom: custom.optional(),
  external,
});
export type Relationship = z.infer<typeof relationshipSchema>;

export const relationship = defineRecord({
  kind: 'relationship',
  label: { one: 'relationship', many: 'relationships' },
  collection: 'relationships',
  schema: relationshipSchema,
  text: ['kind'],
  links: [
    { path: 'from', to: ['organization', 'person'] },
    { path: 'to', to: ['organization', 'person'] },
    { path: 'statements[].by', to: ['organization', 'person'] },
    { path: 'statements[].source', to: ['source'] },
  ],
});
