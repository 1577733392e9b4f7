import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, place, text, texts, validTime } from '#data/model/fields.ts';

/** People who share a concern and practise it together: domain, community, practice. No party owns the agenda. */
export const communitySchema = z.strictObject({
  id,
  name: text(1_000),
  /** community of practice, cohort, alumni */
  kind: text(200).optional(),
  domain: texts.optional(),
  place: place.optional(),
  description: text().optional(),
  members: z
    .array(
      z.strictObject({
        party: id,
        concern: text(2_000).optional(),
        practice: text(2_000).optional(),
        role: z.enum(['member', 'convener', 'facilitator', 'alumnus']),
        ...validTime,
      }),
    )
    .optional(),
  agenda: z.array(z.strictObject({ item: text(2_000), proposedBy: id.optional() })).optional(),
  custom: custom.optional(),
  external,
});
export type Community = z.infer<typeof communitySchema>;

export const community = defineRecord({
  kind: 'community',
  label: { one: 'community', many: 'communities' },
  collection: 'communities',
  schema: communitySchema,
  text: ['name', 'description', 'domain'],
  links: [
    { path: 'members[].party', to: ['organization', 'person'] },
    { path: 'agenda[].proposedBy', to: ['organization', 'person'] },
  ],
});
