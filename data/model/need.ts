import { z } from 'zod';
import { defineRecord } from '#data/model/define-record.ts';
import { custom, external, id, instant, place, text } from '#data/model/fields.ts';

/** Something a party must solve now, made of items that others can take. */
export const needSchema = z.strictObject({
  id,
  title: text(1_000),
  askedBy: id,
  place: place.optional(),
  description: text().optional(),
  openedAt: instant,
  closedAt: instant.optional(),
  items: z
    .array(
      z.strictObject({
        category: text(200),
        quantity: z.number().nonnegative().optional(),
        acceptedBy: z.array(id).optional(),
        acceptedAt: instant.optional(),
        doneAt: instant.optional(),
      }),
    )
    .optional(),
  custom: custom.optional(),
  external,
});
export type Need = z.infer<typeof needSchema>;

export const need = defineRecord({
  kind: 'need',
  label: { one: 'need', many: 'needs' },
  collection: 'needs',
  schema: needSchema,
  text: ['title', 'description'],
  links: [
    { path: 'askedBy', to: ['organization', 'person'] },
    { path: 'items[].acceptedBy[]', to: ['organization', 'person'] },
  ],
});
