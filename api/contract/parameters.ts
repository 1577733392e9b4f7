import { z } from 'zod';

/** A number as the text of an address, written in digits: no 0x10, no 1e3, no spaces. */
export const numberOf = (schema: z.ZodNumber) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/u.test(value) ? Number(value) : value),
    schema,
  );

/** What addresses and queries of several operations have in common. */
const slug = z.string().min(1).max(80).describe('The slug of the network.');

export const networkParams = z.strictObject({ network: slug });
/** Any text: one that no record can have names none, which is "not found". */
const recordId = z.string().min(1).max(500).describe('The id of the record.');
export const recordParams = z.strictObject({ network: slug, id: recordId });

export const revisionNumber = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const revision = numberOf(revisionNumber);

export const pageQuery = {
  cursor: z.string().min(1).max(200).optional().describe('"next" of the page before.'),
  limit: numberOf(z.number().int().min(1).max(500)).default(50).describe('How many at most.'),
};

export const knownAtQuery = {
  knownAt: revision.optional().describe('As the network was known at that revision.'),
};

/** A parameter that may stand several times. */
export const several = (item: z.ZodType<string>) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).max(20).optional());

export const revisionParams = z.strictObject({ network: slug, revision: numberOf(revisionNumber.min(1)) });
export const revisionRange = {
  from: revision.describe('A revision.'),
  to: revision
    .optional()
    .describe('A later one; the present one, or that of knownAt, where nothing is said.'),
};

/** Seconds to wait for a result that is not known. */
export const waitQuery = numberOf(z.number().min(0).max(60)).describe(
  'Seconds to wait for a result that is not known.',
);

/** Which look at the network, as in every command: the same words. */
export const lookQuery = {
  lens: z.string().max(8_000).optional().describe('A lens as JSON, merged into the network’s own.'),
  groups: z
    .string()
    .min(1)
    .max(500)
    .default('communities')
    .describe('The partition in use: communities, certified, or an attribute.'),
  seed: numberOf(z.number().int().min(0).max(4_294_967_295))
    .default(1)
    .describe('Of all that is drawn by chance: the same seed, the same answer.'),
  ...knownAtQuery,
  wait: waitQuery.default(0),
};
