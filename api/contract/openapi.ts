import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import {
  answerHeaders,
  requestHeaders,
  type Answer,
  type Operation,
} from '#api/contract/define-operation.ts';
import { problemSchema, problemStatuses, statusTitles, type ProblemCode } from '#api/contract/problems.ts';

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** What any address may answer. */
const anywhere: readonly ProblemCode[] = [
  'REQUEST_NOT_VALID',
  'HOST_NOT_ALLOWED',
  'TOKEN_MISSING',
  'STORE_UNAVAILABLE',
  'INTERNAL',
];

/** The API as OpenAPI 3.1, from the operations alone. */
export function openApiDocument(operations: readonly Operation[], version: string): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  for (const operation of operations) registry.registerPath(pathOf(operation));
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Weft',
      version,
      description:
        'Records of organizations and their collaborations, and what is found in them. Every error is an RFC 9457 problem with a stable code.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{}, { token: [] }],
  });
  return withPlainPatterns(document) as OpenApiDocument;
}

function pathOf(operation: Operation): RouteConfig {
  const { id, method, path, tag, summary, description, params, query, body, headers } = operation;
  const sent = Object.fromEntries(
    headers.map((name) => [name, z.string().optional().describe(requestHeaders[name])]),
  );
  return {
    operationId: id,
    method,
    path,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    request: {
      params,
      query,
      headers: z.object(sent),
      ...(body === null
        ? {}
        : {
            body: {
              required: true,
              content: Object.fromEntries(body.types.map((type) => [type, { schema: body.schema }])),
            },
          }),
    },
    responses: { ...problemsOf(operation), ...answersOf(operation.answers) },
  };
}

function answersOf(answers: Operation['answers']) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]: [string, Answer]) => [
      status,
      {
        description: answer.description,
        ...(answer.headers
          ? {
              headers: z.object(
                Object.fromEntries(
                  answer.headers.map((name) => [name, z.string().describe(answerHeaders[name])]),
                ),
              ),
            }
          : {}),
        ...(answer.schema
          ? { content: { [answer.type ?? 'application/json']: { schema: answer.schema } } }
          : {}),
      },
    ]),
  );
}

/** One answer a status, with the codes that it may carry. */
function problemsOf({ problems, path, body, edits, headers }: Operation) {
  const codes = new Set<ProblemCode>([...anywhere, ...problems]);
  if (path.includes('{')) codes.add('NOT_FOUND');
  if (edits) codes.add('TOKEN_NOT_ENOUGH');
  if (body) {
    for (const code of ['JSON_NOT_VALID', 'MEDIA_TYPE_NOT_ACCEPTED', 'BODY_TOO_LARGE'] as const)
      codes.add(code);
  }
  if (edits || headers.length > 0) codes.add('ORIGIN_NOT_ALLOWED');
  const byStatus = Map.groupBy(codes, (code) => problemStatuses[code]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, list]) => [
        status,
        {
          description: `${statusTitles[status] ?? ''}: ${list.join(', ')}`,
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      ]),
  );
}

/** The generator keeps the slash and flags of a regular expression; JSON Schema wants the pattern alone. */
function withPlainPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainPatterns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      key === 'pattern' && typeof item === 'string'
        ? item.replace(/\/[a-z]*$/u, '')
        : withPlainPatterns(item),
    ]),
  );
}
