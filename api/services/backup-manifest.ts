import { z } from 'zod';

export const backupFormat = 'weft-backup';
/** Grows with the form of a line, that is with the records' schemas. */
export const backupVersion = 1;

export const backupHeadSchema = z.strictObject({ format: z.literal(backupFormat), version: z.number() });

/** The last line of a backup: what it holds. */
export const backupManifestSchema = z.strictObject({
  manifest: z.strictObject({
    /** When it was begun. */
    at: z.string(),
    networks: z.array(
      z.strictObject({
        id: z.string(),
        /** The revision up to which its log is there. */
        head: z.number().int().nonnegative(),
        /** Over its lines. */
        sha256: z.string(),
      }),
    ),
    /** Over every line before this one. */
    sha256: z.string(),
  }),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>['manifest'];
