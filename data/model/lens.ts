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

/** A lens as it is given: any part of one; null removes (RFC 7396). */
export const lensPatchSchema = z
  .strictObject({
    during: lensSchema.shape.during.nullable(),
    knownAt: z.number().int().nonnegative().nullable(),
    nodes: lensSchema.shape.nodes.nullable(),
    include: z
      .strictObject({
        relationships: relationships.partial().nullable(),
        collaborations: collaborations.partial().nullable(),
        gatherings: shared.partial().nullable(),
        communities: shared.partial().nullable(),
        affiliations: z.boolean().nullable(),
      })
      .partial()
      .nullable(),
    filter: filter.partial().nullable(),
    distance: lensSchema.shape.distance.nullable(),
    halfLife: z.record(z.string(), z.number().positive().nullable()).nullable(),
    hide: z.array(text(500)).nullable(),
  })
  .partial();
export type LensPatch = z.infer<typeof lensPatchSchema>;
