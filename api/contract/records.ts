import { z } from 'zod';
import { defineOperation, json, unchanged, type Operation } from '#api/contract/define-operation.ts';
import { knownAtQuery, networkParams, pageQuery, recordParams, several } from '#api/contract/parameters.ts';
import { recordExamples } from '#api/contract/examples.ts';
import type { ProblemCode } from '#api/contract/problems.ts';
import { kinds, type Kind } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';
import { id } from '#data/model/fields.ts';

const listQuery = z.strictObject({
  ...pageQuery,
  q: z.string().min(1).max(500).optional().describe('Words of names and texts; the last may be a beginning.'),
  filter: several(
    z
      .string()
      .min(3)
      .max(1_500)
      .regex(/^[^:]+:.+$/su, 'is not field:value'),
  ).describe(
    'field:value, several times for several: records of which the field is the value, or holds it; linksTo:ID for records that name another one.',
  ),
  ...knownAtQuery,
});
const readQuery = z.strictObject(knownAtQuery);

export type RecordKind = Exclude<Kind, 'network'>;
export const recordKinds = kinds.filter((kind): kind is RecordKind => kind !== 'network');

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;

/** What a change of one record may answer beside what is wrong with the record. */
export const guarded = [
  'PRECONDITION_MISSING',
  'PRECONDITION_FAILED',
  'OPERATION_REPEATED',
  'STORE_FULL',
] as const satisfies readonly ProblemCode[];

/** A record as it is answered: its fields, and the revision that last wrote it. */
export function storedSchema(kind: Kind): z.ZodObject {
  return (records[kind].schema as z.ZodObject)
    .extend({ revision: z.number().int().min(0) })
    .meta({ id: capital(kind) });
}

/** A record as it is sent to be made: the id may be left to Weft. */
function newSchema(kind: Kind): z.ZodObject {
  return (records[kind].schema as z.ZodObject)
    .extend({ id: id.optional() })
    .meta({ id: `New${capital(kind)}` });
}

/** RFC 7396: what is named is replaced, null removes. What comes out is checked by the schema of the kind. */
export const patchBody = {
  types: ['application/merge-patch+json', 'application/json'],
  schema: z.record(z.string(), z.unknown()),
};

export interface RecordOperations {
  readonly kind: RecordKind;
  readonly list: Operation<typeof networkParams, typeof listQuery, z.ZodUndefined>;
  readonly create: Operation<typeof networkParams, z.ZodObject, z.ZodObject>;
  readonly read: Operation<typeof recordParams, typeof readQuery, z.ZodUndefined>;
  readonly change: Operation<typeof recordParams, z.ZodObject, typeof patchBody.schema>;
  readonly remove: Operation<typeof recordParams, z.ZodObject, z.ZodUndefined>;
}

/** The five operations of each kind of record, from the registry. */
export const recordOperations: readonly RecordOperations[] = recordKinds.map((kind) => ({
  kind,
  ...collectionOperations(kind),
  ...singleOperations(kind),
}));

function wordsOf(kind: RecordKind) {
  const { collection, label } = records[kind];
  const all = `/networks/{network}/${collection}`;
  return { collection, label, tag: label.many, all, one: `${all}/{id}`, stored: storedSchema(kind) };
}

function collectionOperations(kind: RecordKind): Pick<RecordOperations, 'list' | 'create'> {
  const { collection, label, tag, all, stored } = wordsOf(kind);
  return {
    list: defineOperation({
      id: `list${capital(collection)}`,
      method: 'get',
      path: all,
      tag,
      summary: `${capital(label.many)}, a page at a time, in the order in which they were made or best match first`,
      params: networkParams,
      query: listQuery,
      example: { query: { limit: 2 } },
      answers: {
        200: {
          description: 'A page',
          schema: z.strictObject({ items: z.array(stored), next: z.string().nullable() }),
        },
      },
      problems: ['CURSOR_NOT_VALID'],
    }),
    create: defineOperation({
      id: `create${capital(kind)}`,
      method: 'post',
      path: all,
      tag,
      summary: `Enter a new ${label.one}`,
      params: networkParams,
      body: json(newSchema(kind)),
      example: { body: recordExamples[kind].body },
      headers: ['Idempotency-Key'],
      answers: { 201: { description: 'As it was stored', schema: stored, headers: ['ETag', 'Location'] } },
      problems: ['RECORD_NOT_VALID', 'LINK_NOT_FOUND', 'STALE', 'OPERATION_REPEATED', 'STORE_FULL'],
    }),
  };
}

function singleOperations(kind: RecordKind): Pick<RecordOperations, 'read' | 'change' | 'remove'> {
  const { label, tag, one, stored } = wordsOf(kind);
  const { id, change } = recordExamples[kind];
  return {
    read: defineOperation({
      id: `read${capital(kind)}`,
      method: 'get',
      path: one,
      tag,
      summary: `One ${label.one}`,
      params: recordParams,
      query: readQuery,
      example: { params: { id } },
      answers: {
        200: { description: 'As it is stored', schema: stored, headers: ['ETag'] },
        304: unchanged,
      },
    }),
    change: defineOperation({
      id: `change${capital(kind)}`,
      method: 'patch',
      path: one,
      tag,
      summary: `Change fields of one ${label.one} (RFC 7396)`,
      params: recordParams,
      body: patchBody,
      example: { params: { id }, body: change },
      headers: ['If-Match', 'Idempotency-Key'],
      answers: { 200: { description: 'As it is stored now', schema: stored, headers: ['ETag'] } },
      problems: ['RECORD_NOT_VALID', 'LINK_NOT_FOUND', ...guarded],
    }),
    remove: defineOperation({
      id: `remove${capital(kind)}`,
      method: 'delete',
      path: one,
      tag,
      summary: `Remove one ${label.one} that nothing names; undo brings it back`,
      params: recordParams,
      example: { params: { id } },
      headers: ['If-Match', 'Idempotency-Key'],
      answers: { 204: { description: 'Removed' } },
      problems: ['LINK_NOT_FOUND', ...guarded],
    }),
  };
}
