import { z } from 'zod';
import { partialDate, text, texts } from '#data/model/fields.ts';

const projection = z.enum(['newman', 'count', 'none']);

const relationships = z.strictObject({
  kinds: texts.optional(),
  rule: z.enum(['union', 'confirmed']),
  minStrength: z.number().nonnegative().optional(),
  minTrust: z.number().min(1).max(4).optional(),
});
const collaborations = z.strictObject({ kinds: texts.optional(), roles: texts.optional(), projection });
const shared = z.strictObject({ projection });

const filter = z.strictObject({
  sectors: texts.optional(),
  topics: texts.optional(),
  places: texts.optional(),
  communities: texts.optional(),
  text: text(500).optional(),
});

/** How records become a graph. A small plain value: the same in the address, the API, a saved view and a report. */
export const lensSchema = z.strictObject({
  during: z.union([z.literal('all'), z.tuple([partialDate, partialDate])]),
  knownAt: z.number().int().nonnegative().optional(),
  nodes: z.enum(['organizations', 'people', 'both']),
  include: z.strictObject({
    relationships: relationships.optional(),
    collaborations: collaborations.optional(),
    gatherings: shared.optional(),
    communities: shared.optional(),
    affiliations: z.boolean().optional(),
  }),
  filter: filter.optional(),
  distance: z.enum(['hops', 'inverseStrength']),
  /** Kind of tie → months after which its strength counts half. */
  halfLife: z.record(z.string(), z.number().positive()).optional(),
  hide: z.array(text(500)).optional(),
});
export type Lens = z.infer<typeof lensSchema>;

/** The default; never the clock. */
export const defaultLens: Lens = {
  during: 'all',
  nodes: 'organizations',
  include: { relationships: { rule: 'union' }, collaborations: { projection: 'newman' } },
  distance: 'hops',
};

/** The same object with every part optional, and null for what is to be removed. */
const patchOf = <Shape extends z.core.$ZodLooseShape>(whole: z.ZodObject<Shape>) => {
  const parts = Object.entries(whole.shape).map(([name, part]) => [name, z.nullable(part).optional()]);
  return z.strictObject(
    Object.fromEntries(parts) as { [Name in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Name]>> },
  );
};

/** A lens as it is given: any part of one; null removes (RFC 7396). */
export const lensPatchSchema = patchOf(lensSchema).extend({
  include: patchOf(lensSchema.shape.include)
    .extend({
      relationships: patchOf(relationships).nullable().optional(),
      collaborations: patchOf(collaborations).nullable().optional(),
      gatherings: patchOf(shared).nullable().optional(),
      communities: patchOf(shared).nullable().optional(),
    })
    .nullable()
    .optional(),
  filter: patchOf(filter).nullable().optional(),
  halfLife: z.record(z.string(), z.number().positive().nullable()).nullable().optional(),
});
export type LensPatch = z.infer<typeof lensPatchSchema>;
