import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import {
  answerHeaders,
  requestHeaders,
  type Answer,
  type Operation,
} from '#api/contract/define-operation.ts';
import { exampleRequest } from '#api/contract/example-request.ts';
import { problemSchema, problemStatuses, statusTitles, type ProblemCode } from '#api/contract/problems.ts';
import { lensPatchSchema } from '#data/model/lens.ts';

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** What any address may answer. */
const anywhere: readonly ProblemCode[] = [
  'REQUEST_NOT_VALID',
  'VALUE_NOT_VALID',
  'HOST_NOT_ALLOWED',
  'HEADERS_TOO_LARGE',
  'REQUEST_TOO_SLOW',
  'TOKEN_MISSING',
  'STORE_UNAVAILABLE',
  'INTERNAL',
];

/** A lens in an address is JSON: the generator sees a string alone. */
const lensJson = Object.fromEntries(
  Object.entries(z.toJSONSchema(lensPatchSchema, { io: 'input' })).filter(([key]) => key !== '$schema'),
);

/** The API as OpenAPI 3.1, from the operations alone. */
export function openApiDocument(operations: readonly Operation[], version: string): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('schemas', 'LensPatch', lensJson);
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
  const plain = withPlainSchemas(document) as OpenApiDocument;
  return withExamples(plain, operations);
}

function pathOf(operation: Operation): RouteConfig {
  const { id, method, path, tag, summary, description, params, query, body, headers } = operation;
  const sent: Record<string, z.ZodType> = Object.fromEntries(
    headers.map((name) => {
      const { pattern, required, about } = requestHeaders[name];
      const schema = z.string().regex(pattern);
      return [name, (required ? schema : schema.optional()).describe(about)];
    }),
  );
  if (operation.answers[304])
    sent['If-None-Match'] = z.string().optional().describe('The ETag of the answer that the client has.');
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
        ...(answer.schema ? { content: contentOf(answer.schema, answer.type) } : {}),
      },
    ]),
  );
}

/** Of several types, JSON alone is no text. */
function contentOf(schema: z.ZodType, type: Answer['type'] = 'application/json') {
  if (typeof type === 'string') return { [type]: { schema } };
  return Object.fromEntries(
    type.map((one) => [one, { schema: one === 'application/json' ? z.unknown() : schema }]),
  );
}

/** One answer a status, with the codes that it may carry. */
function problemsOf({ method, problems, path, body, edits }: Operation) {
  const codes = new Set<ProblemCode>([...anywhere, ...problems]);
  if (path.includes('{')) codes.add('NOT_FOUND');
  if (edits) codes.add('TOKEN_NOT_ENOUGH');
  if (body) {
    for (const code of ['JSON_NOT_VALID', 'MEDIA_TYPE_NOT_ACCEPTED', 'BODY_TOO_LARGE'] as const)
      codes.add(code);
  }
  if (method !== 'get') codes.add('ORIGIN_NOT_ALLOWED');
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

/**
 * The generator keeps the slash and flags of a regular expression, where JSON Schema wants the pattern alone, and gives
 * the parts of a tuple as items, which OpenAPI 3.1 does not know: a tuple is said as a list of so many of its parts.
 * Whole numbers get the bounds that they are checked by.
 */
function withPlainSchemas(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainSchemas);
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const parts = given['prefixItems'] ?? given['items'];
  if (given['type'] === 'array' && Array.isArray(parts)) {
    return { type: 'array', items: oneOfParts(parts), minItems: parts.length, maxItems: parts.length };
  }
  return Object.fromEntries(
    Object.entries({ ...boundsOf(given), ...value }).map(([key, item]: [string, unknown]) => [
      key,
      key === 'pattern' && typeof item === 'string' ? item.replace(/\/[a-z]*$/u, '') : withPlainSchemas(item),
    ]),
  );
}

/** Whole numbers are those that JSON's numbers hold exactly; the generator says only the bounds that a schema names. */
function boundsOf(schema: Readonly<Record<string, unknown>>): object {
  const types: unknown = schema['type'];
  const whole = Array.isArray(types) ? types.includes('integer') : types === 'integer';
  return whole ? { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER } : {};
}

function oneOfParts(parts: readonly unknown[]): unknown {
  const [first, ...others] = new Map(
    parts.map((part) => [JSON.stringify(part), withPlainSchemas(part)]),
  ).values();
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

interface Documented {
  readonly parameters?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
}

/** The examples of the operations beside what they are examples of, and a lens as the JSON that it is. */
function withExamples(document: OpenApiDocument, operations: readonly Operation[]): OpenApiDocument {
  const paths = { ...document.paths } as Record<string, Record<string, unknown>>;
  for (const operation of operations) {
    const { path, method, example } = operation;
    const { parameters = [], requestBody, ...rest } = (paths[path]?.[method] ?? {}) as Documented;
    const given: Readonly<Record<string, unknown>> = {
      ...example.params,
      ...example.query,
      ...exampleRequest(operation).headers,
    };
    const body = example.files ? { file: Object.values(example.files) } : example.body;
    paths[path] = {
      ...paths[path],
      [method]: {
        ...rest,
        parameters: parameters.map((parameter) => withExample(parameter, given[String(parameter['name'])])),
        ...(requestBody === undefined ? {} : { requestBody: withBodyExample(requestBody, body) }),
      },
    };
  }
  return { ...document, paths };
}

function withExample({ schema, ...parameter }: Readonly<Record<string, unknown>>, example: unknown): object {
  const named = parameter['name'] === 'lens' && parameter['in'] === 'query';
  const given = example === undefined ? {} : { example };
  if (!named) return { ...parameter, schema, ...given };
  const lens = { schema: { $ref: '#/components/schemas/LensPatch' }, ...given };
  return { ...parameter, content: { 'application/json': lens } };
}

function withBodyExample(
  { content, ...body }: NonNullable<Documented['requestBody']>,
  example: unknown,
): object {
  if (example === undefined) return { ...body, content };
  const entries = Object.entries(content).map(([type, schema]): [string, object] => [
    type,
    { ...schema, example },
  ]);
  return { ...body, content: Object.fromEntries(entries) };
}
