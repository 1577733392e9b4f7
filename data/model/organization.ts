import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, place, text, texts } from '#data/model/fields.ts';

export const organizationSchema = z.strictObject({
  id,
  name: text(1_000),
  aliases: texts.optional(),
  /** org-id.guide style: scheme GB-CHC, value 1234. */
  identifiers: z.array(z.strictObject({ scheme: text(100), value: text(500) })).optional(),
  sector: text(500).optional(),
  topics: texts.optional(),
  place: place.optional(),
  description: text().optional(),
  website: text(2_000).optional(),
  size: z.number().nonnegative().optional(),
  custom: custom.optional(),
  external,
});
export type Organization = z.infer<typeof organizationSchema>;

export const organization = defineRecord({
  kind: 'organization',
  label: { one: 'organization', many: 'organizations' },
  collection: 'organizations',
  schema: organizationSchema,
  text: ['name', 'aliases', 'description', 'topics'],
  links: [],
});
