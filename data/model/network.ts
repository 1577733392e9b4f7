import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, text, texts, timeZone } from '#data/model/fields.ts';
import { lensPatchSchema } from '#data/model/lens.ts';

/** The ecosystem being mapped; everything else belongs to one network. */
export const networkSchema = z.strictObject({
  id,
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'is not a slug: small letters, digits and single hyphens')
    .max(80),
  name: text(500),
  description: text().optional(),
  timeZone: timeZone.optional(),
  vocabularies: z
    .strictObject({ sectors: texts, topics: texts, tieKinds: texts, roles: texts, places: texts })
    .partial()
    .optional(),
  strengthScale: z.strictObject({ min: z.number(), max: z.number(), words: texts.optional() }).optional(),
  defaultLens: lensPatchSchema.optional(),
  custom: custom.optional(),
  external,
});
export type Network = z.infer<typeof networkSchema>;

export const network = defineRecord({
  kind: 'network',
  label: { one: 'network', many: 'networks' },
  collection: 'networks',
  schema: networkSchema,
  text: ['name', 'description'],
  links: [],
});
