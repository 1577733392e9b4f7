import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, instant, place, text, texts } from '#data/model/fields.ts';

export const gatheringSchema = z.strictObject({
  id,
  name: text(1_000),
  at: instant,
  until: instant.optional(),
  community: id.optional(),
  conveners: z.array(id).optional(),
  /** via: the organization that a person attends for. */
  attendees: z.array(z.strictObject({ party: id, via: id.optional() })).optional(),
  topics: texts.optional(),
  place: place.optional(),
  notes: text().optional(),
  custom: custom.optional(),
  external,
});
export type Gathering = z.infer<typeof gatheringSchema>;

export const gathering = defineRecord({
  kind: 'gathering',
  label: { one: 'gathering', many: 'gatherings' },
  collection: 'gatherings',
  schema: gatheringSchema,
  text: ['name', 'topics', 'notes'],
  links: [
    { path: 'community', to: ['community'] },
    { path: 'conveners[]', to: ['organization', 'person'] },
    { path: 'attendees[].party', to: ['organization', 'person'] },
    { path: 'attendees[].via', to: ['organization'] },
  ],
});
