import { z } from 'zod';

const index = z.number().int().min(0);

/** What the map can be filtered by, beside sectors: lists once, organizations and ties by index into the map's input. */
export const mapFacetsSchema = z
  .strictObject({
    topics: z.array(z.string()).describe('Most frequent first.'),
    places: z.array(z.string()).describe('Most frequent first.'),
    nodes: z.array(
      z.strictObject({
        topics: z.array(index).describe('Its own topics and those of what it takes part in.'),
        place: index.nullable(),
      }),
    ),
    begun: z
      .array(z.array(z.number().int()))
      .describe(
        'By tie: years in which something that it rests on began, ascending; empty: no date is known.',
      ),
    spans: z
      .array(z.array(z.tuple([z.number().int().nullable(), z.number().int().nullable()])))
      .describe(
        'By tie: first and last year of everything that it rests on; null: not known, or still under way.',
      ),
    years: z
      .array(z.strictObject({ year: z.number().int(), count: index }))
      .describe('What began in each year, without gaps; empty: no date is known.'),
    counted: z.enum(['collaborations', 'relationships']).describe('What years count.'),
  })
  .meta({ id: 'MapFacets' });

export type MapFacets = z.infer<typeof mapFacetsSchema>;
