import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, place, text, texts, validTime } from '#data/model/fields.ts';

export const participantSchema = z.strictObject({ party: id, role: text(200).optional(), ...validTime });

export const collaborationSchema = z.strictObject({
  id,
  name: text(2_000),
  /** project, coalition, programme, grant, working group, shared service, … */
  kind: text(200).optional(),
  topics: texts.optional(),
  participants: z.array(participantSchema).optional(),
  ...validTime,
  status: text(200).optional(),
  amount: z.strictObject({ value: z.number(), currency: z.string().regex(/^[A-Z]{3}$/u) }).optional(),
  place: place.optional(),
  description: text().optional(),
  sources: z.array(id).optional(),
  custom: custom.optional(),
  external,
});
export type Collaboration = z.infer<typeof collaborationSchema>;

export const collaboration = defineRecord({
  kind: 'collaboration',
  label: { one: 'collaboration', many: 'collaborations' },
  collection: 'collaborations',
  schema: collaborationSchema,
  text: ['name', 'description', 'topics'],
  links: [
    { path: 'participants[].party', to: ['organization', 'person'] },
    { path: 'sources[]', to: ['source'] },
  ],
});
