import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, place, text, texts, validTime } from '#data/model/fields.ts';

export const personSchema = z.strictObject({
  id,
  name: text(1_000),
  aliases: texts.optional(),
  affiliations: z
    .array(z.strictObject({ organization: id, role: text(200).optional(), ...validTime }))
    .optional(),
  topics: texts.optional(),
  practice: text(1_000).optional(),
  place: place.optional(),
  description: text().optional(),
  custom: custom.optional(),
  external,
});
export type Person = z.infer<typeof personSchema>;

export const person = defineRecord({
  kind: 'person',
  label: { one: 'person', many: 'people' },
  collection: 'people',
  schema: personSchema,
  text: ['name', 'aliases', 'practice', 'topics'],
  links: [{ path: 'affiliations[].organization', to: ['organization'] }],
});
