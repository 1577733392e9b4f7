import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, place, text, validTime } from '#data/model/fields.ts';

/** What a party can bring: the resource bank. */
export const offerSchema = z.strictObject({
  id,
  party: id,
  category: text(200),
  description: text().optional(),
  capacity: z.number().nonnegative().optional(),
  place: place.optional(),
  ...validTime,
  custom: custom.optional(),
  external,
});
export type Offer = z.infer<typeof offerSchema>;

export const offer = defineRecord({
  kind: 'offer',
  label: { one: 'offer', many: 'offers' },
  collection: 'offers',
  schema: offerSchema,
  text: ['category', 'description'],
  links: [{ path: 'party', to: ['organization', 'person'] }],
});
