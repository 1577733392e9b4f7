import { z } from 'zod';

/** What the rows of a table are. */
export const tableKinds = [
  'organizations',
  'people',
  'relationships',
  'collaborations',
  'participation',
  'communities',
  'membership',
  'gatherings',
  'attendance',
  'needs',
  'offers',
] as const;

/** A column by its head, or patterns ("sci_*") whose true columns become list values (the value is what * stands for). */
const columnSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** What one is called, and many: ["project", "projects"]. */
const nounSchema = z.tuple([z.string().min(1).max(60), z.string().min(1).max(60)]);

export const mappingSchema = z.strictObject({
  tables: z
    .array(
      z.strictObject({
        /** Matched by base name to the files given; a file may stand in several tables. */
        file: z.string().min(1),
        sheet: z.string().min(1).optional(),
        is: z.enum(tableKinds),
        /** Field → column. What is not named becomes a custom field. */
        columns: z.record(z.string(), columnSchema),
        /** Keeps the rows whose cell is that value. */
        where: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1),
  source: z.string().min(1).optional(),
  /** What tables have no place for: the network's name, and what it calls collaborations and kinds of organization. */
  network: z
    .strictObject({
      name: z.string().min(1).max(500),
      description: z.string().min(1).optional(),
      collaborationWords: nounSchema.optional(),
      sectorWords: nounSchema.optional(),
    })
    .optional(),
});
export type Mapping = z.infer<typeof mappingSchema> & {
  /** The name of the file that holds it, for what is said of it. */
  readonly writtenIn?: string;
};
