import { z } from 'zod';
import { defineOperation, unchanged } from '#api/contract/define-operation.ts';
import { accepted, jobProblems } from '#api/contract/jobs.ts';
import { networkParams, waitQuery } from '#api/contract/parameters.ts';
import { problemDetailSchema } from '#api/contract/problems.ts';

const tag = 'files';
const count = z.number().int().min(0);
const counts = { created: count, changed: count, unchanged: count };
const notes = z.array(
  problemDetailSchema.extend({ severity: z.string().optional(), omitted: z.boolean().optional() }),
);

/** What an import did, or would do. */
export const importSchema = z
  .strictObject({
    network: z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }),
    made: z.boolean().describe('Whether the import makes the network.'),
    revision: count.nullable().describe('null: a dry run, or nothing to change.'),
    ...counts,
    counts: z.record(z.string(), z.strictObject(counts)).describe('By collection.'),
    history: count.describe('Change sets taken over from the history in the file.'),
    notes,
    omitted: notes.describe('Rows left out because skipBadRows asked for it.'),
  })
  .meta({ id: 'Import' });

const exampleFiles = { 'organizations.csv': 'id,name,sector\nquay,Quay Street Kitchen,Food\n' };

const word = z.enum(['true', 'false']);

/** What the tables of files seem to hold, with their first rows: what a person corrects before an import. */
export const previewSchema = z
  .strictObject({
    format: z.string(),
    tables: z
      .array(
        z.strictObject({
          file: z.string(),
          sheet: z.string().optional(),
          head: z.array(z.string()),
          rows: count,
          sample: z.array(z.array(z.string())).describe('The first rows.'),
          is: z
            .string()
            .nullable()
            .describe('What its rows are, as in a mapping; null: a matrix, or not known.'),
          columns: z.record(z.string(), z.string()).describe('Field → column, as in a mapping.'),
        }),
      )
      .describe('Empty where the format says itself what is what.'),
    kinds: z
      .record(
        z.string(),
        z.strictObject({ fields: z.array(z.string()), required: z.array(z.array(z.string())) }),
      )
      .describe('What rows may be, and the fields of each.'),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof previewSchema>;

/** The files of a form, and how they are to be read where that is not left to their content. */
const filesSent = {
  file: z
    .array(z.string().meta({ format: 'binary' }))
    .min(1)
    .describe('One file or several of one network.'),
  format: z.string().max(40).optional(),
};

export const fileOperations = {
  import: defineOperation({
    id: 'importFiles',
    method: 'post',
    path: '/networks/{network}/imports',
    tag,
    summary: 'Take files into the network, all or nothing; the same files again update',
    description: 'The network is made if it is not there. With dryRun=true nothing is stored.',
    params: networkParams,
    example: { files: exampleFiles },
    query: z.strictObject({ wait: waitQuery.default(30) }),
    body: {
      types: ['multipart/form-data'],
      schema: z.strictObject({
        ...filesSent,
        mapping: z.string().max(1_000_000).optional().describe('A mapping, as JSON: what tables hold.'),
        source: z
          .string()
          .min(1)
          .max(200)
          .optional()
          .describe('Under which name the files’ own ids are kept.'),
        skipBadRows: word.optional(),
        dryRun: word.optional(),
      }),
    },
    headers: ['Idempotency-Key'],
    answers: { 200: { description: 'Taken', schema: importSchema }, 202: accepted },
    problems: ['INPUT_NOT_VALID', 'OPERATION_REPEATED', 'STORE_FULL', 'STALE', 'SLUG_TAKEN', ...jobProblems],
  }),
  preview: defineOperation({
    id: 'previewFiles',
    method: 'post',
    path: '/networks/{network}/imports/preview',
    tag,
    summary: 'What the tables of files seem to hold, before they are imported',
    description: 'Nothing is stored; the network need not be there.',
    params: networkParams,
    example: { files: exampleFiles },
    query: z.strictObject({ wait: waitQuery.default(30) }),
    body: {
      types: ['multipart/form-data'],
      schema: z.strictObject({
        ...filesSent,
      }),
    },
    edits: false,
    answers: { 200: { description: 'What was read off', schema: previewSchema }, 202: accepted },
    problems: ['INPUT_NOT_VALID', ...jobProblems],
  }),
  export: defineOperation({
    id: 'exportNetwork',
    method: 'get',
    path: '/networks/{network}/exports/{format}',
    tag,
    summary: 'The network as a file, or a ZIP where the format needs several',
    params: networkParams.extend({
      format: z
        .string()
        .min(1)
        .max(40)
        .describe('weft, csv, xlsx, gexf, graphml … as docs/formats lists them.'),
    }),
    example: { params: { format: 'gexf' } },
    query: z.strictObject({ wait: waitQuery.default(30) }),
    answers: {
      200: {
        description: 'The file',
        type: ['application/json', 'application/gexf+xml', 'text/csv', 'application/zip'],
        schema: z.string(),
        headers: ['ETag', 'Weft-Losses'],
      },
      202: accepted,
      304: unchanged,
    },
    problems: ['FORMAT_NOT_WRITABLE', ...jobProblems],
  }),
} as const;
