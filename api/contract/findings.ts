import { z } from 'zod';
import { analysisSchema, receiptSchema } from '#api/contract/analysis.ts';
import { defineOperation, json, unchanged } from '#api/contract/define-operation.ts';
import { accepted, jobProblems } from '#api/contract/jobs.ts';
import { lookQuery, networkParams, numberOf, revisionNumber, waitQuery } from '#api/contract/parameters.ts';
import { reportKinds, reportTypes } from '#api/contract/report-kinds.ts';
import { mapFacetsSchema } from '#api/contract/map-facets.ts';
import type { ProblemCode } from '#api/contract/problems.ts';
import { text } from '#data/model/fields.ts';

const tag = 'findings';
const analysis = analysisSchema.meta({ id: 'Analysis' });

/** What work in the host may end with. */
const work = [
  'LENS_NOT_VALID',
  'GROUPS_NOT_VALID',
  'MEASURE_UNKNOWN',
  'PARAMETER_NOT_VALID',
  ...jobProblems,
] as const satisfies readonly ProblemCode[];

const look = {
  lens: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Any part of a lens, merged into the network’s own.'),
  groups: text(500).optional(),
  seed: z.number().int().min(0).max(4_294_967_295).optional(),
};

/** What the key of a result looks like. */
const exampleKey = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const waiting = z.strictObject({ wait: waitQuery.default(0) });

const numbers = z.array(z.number().nullable());

const mapInput = z
  .looseObject({ nodes: z.array(z.looseObject({ id: z.string(), label: z.string() })) })
  .describe('What the picture is drawn from: nodes, ties, groups, categories, words.');

export const viewSchema = z
  .strictObject({ analysis, map: mapInput, facets: mapFacetsSchema })
  .meta({ id: 'View' });

export const mapSchema = z
  .strictObject({
    receipt: receiptSchema,
    input: mapInput,
    layout: z
      .strictObject({
        width: z.number(),
        height: z.number(),
        x: numbers,
        y: numbers,
        radius: numbers,
        groups: z.array(z.looseObject({})),
        strands: z.array(z.looseObject({})),
      })
      .describe('Where everything is, in pixels of the picture asked for; null: in the tray or not drawn.'),
    facets: mapFacetsSchema,
    svg: z.string().describe('The same picture, whole.'),
  })
  .meta({ id: 'Map' });

export const findingOperations = {
  findings: defineOperation({
    id: 'readFindings',
    method: 'get',
    path: '/networks/{network}/findings',
    tag,
    summary: 'Silos, bridge-builders, pairs that never met: what weft analyze prints',
    params: networkParams,
    query: z.strictObject(lookQuery),
    example: { query: { wait: 30 } },
    answers: {
      200: { description: 'Known', schema: analysis, headers: ['ETag'] },
      202: accepted,
      304: unchanged,
    },
    problems: work,
  }),
  view: defineOperation({
    id: 'readView',
    method: 'get',
    path: '/networks/{network}/view',
    tag,
    summary: 'What the pages of a network show: the findings, and what the map is drawn from, computed once',
    params: networkParams,
    query: z.strictObject(lookQuery),
    example: { query: { wait: 30 } },
    answers: {
      200: { description: 'Known', schema: viewSchema, headers: ['ETag'] },
      202: accepted,
      304: unchanged,
    },
    problems: work,
  }),
  map: defineOperation({
    id: 'readMap',
    method: 'get',
    path: '/networks/{network}/map',
    tag,
    summary: 'The map: groups, marks and strands with their places, and the picture',
    params: networkParams,
    query: z.strictObject({
      ...lookQuery,
      width: numberOf(z.number().int().min(200).max(8_000)).default(1200),
      height: numberOf(z.number().int().min(200).max(8_000)).default(800),
      theme: z.enum(['light', 'dark']).default('light'),
      view: z.enum(['far', 'near']).default('far'),
    }),
    example: { query: { lens: { include: { gatherings: { projection: 'newman' } } }, wait: 30 } },
    answers: {
      200: { description: 'Known', schema: mapSchema, headers: ['ETag'] },
      202: accepted,
      304: unchanged,
    },
    problems: work,
  }),
  analyze: defineOperation({
    id: 'startAnalysis',
    method: 'post',
    path: '/networks/{network}/analyses',
    tag,
    summary: 'Measures of a choice, with parameters',
    params: networkParams,
    query: waiting,
    example: {
      query: { wait: 30 },
      body: { measures: ['betweenness', 'convening'], params: { convening: { seats: 4 } } },
    },
    body: json(
      z
        .strictObject({
          measures: z.array(text(100)).min(1).max(100).optional().describe('Ids; all where nothing is said.'),
          ...look,
          params: z
            .strictObject({
              top: z.number().int().min(0).max(10_000),
              weights: z.enum(['strength', 'ignore']),
              convening: z.strictObject({
                seats: z.number().int().min(2).max(1_000),
                must: z.array(text(500)).max(1_000).default([]),
                apart: z
                  .array(z.tuple([text(500), text(500)]))
                  .max(1_000)
                  .default([]),
                chance: z
                  .number()
                  .gt(0)
                  .max(1)
                  .optional()
                  .describe('That two of the room form a tie; asks for convening.expected.'),
              }),
            })
            .partial()
            .optional(),
          knownAt: revisionNumber.optional(),
        })
        .meta({ id: 'AnalysisRequest' }),
    ),
    edits: false,
    answers: { 200: { description: 'Known', schema: analysis, headers: ['ETag'] }, 202: accepted },
    problems: work,
  }),
  result: defineOperation({
    id: 'readAnalysis',
    method: 'get',
    path: '/networks/{network}/analyses/{id}',
    tag,
    summary: 'The result of an analysis, a view or a map that is done: where its job says that it is',
    params: networkParams.extend({ id: z.string().min(1).max(100).describe('From result of the job.') }),
    example: { params: { id: exampleKey } },
    answers: {
      200: {
        description: 'The result',
        schema: z.union([analysis, viewSchema, mapSchema]),
        headers: ['ETag'],
      },
      304: unchanged,
    },
  }),
  startReport: defineOperation({
    id: 'startReport',
    method: 'post',
    path: '/networks/{network}/reports',
    tag,
    summary: 'Make the partnership report',
    params: networkParams,
    query: waiting,
    example: { query: { wait: 60 }, body: { kind: 'pdf', title: 'Harbour County, 2026' } },
    body: json(
      z
        .strictObject({
          ...look,
          kind: z.enum(reportKinds).default('pdf'),
          title: text(500).optional(),
          knownAt: revisionNumber.optional(),
        })
        .meta({ id: 'ReportRequest' }),
    ),
    edits: false,
    answers: {
      200: {
        description: 'Known',
        schema: z.strictObject({ id: z.string(), result: z.string() }),
        headers: ['Location'],
      },
      202: accepted,
    },
    problems: work,
  }),
  report: defineOperation({
    id: 'readReport',
    method: 'get',
    path: '/networks/{network}/reports/{file}',
    tag,
    summary: 'A report that is made',
    params: networkParams.extend({ file: z.string().regex(/^[a-f0-9]{64}\.(pdf|html|xlsx|json)$/u) }),
    example: { params: { file: `${exampleKey}.pdf` } },
    answers: {
      200: {
        description: 'The file',
        type: Object.values(reportTypes),
        schema: z.string(),
        headers: ['ETag'],
      },
      304: unchanged,
    },
  }),
} as const;
