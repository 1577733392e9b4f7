import { z } from 'zod';
import { defineOperation, json } from '#api/contract/define-operation.ts';
import { networkParams } from '#api/contract/parameters.ts';
import { guarded, patchBody, storedSchema } from '#api/contract/records.ts';
import { networkSchema } from '#data/model/network.ts';
import { id } from '#data/model/fields.ts';

const tag = 'networks';
const stored = storedSchema('network')
  .extend({ head: z.number().int().min(0) })
  .meta({ id: 'StoredNetwork' });

export const networkOperations = {
  list: defineOperation({
    id: 'listNetworks',
    method: 'get',
    path: '/networks',
    tag,
    summary: 'The networks of this store',
    answers: {
      200: {
        description: 'All of them',
        schema: z.strictObject({
          items: z.array(
            z.strictObject({
              id: z.string(),
              slug: z.string(),
              name: z.string(),
              head: z.number().int().describe('The present revision.'),
            }),
          ),
          next: z.null(),
        }),
      },
    },
  }),
  create: defineOperation({
    id: 'createNetwork',
    method: 'post',
    path: '/networks',
    tag,
    summary: 'Begin a network',
    example: {
      body: {
        slug: 'river-valley',
        name: 'River Valley',
        description: 'Who works with whom along the river.',
      },
    },
    body: json(networkSchema.extend({ id: id.optional() }).meta({ id: 'NewNetwork' })),
    headers: ['Idempotency-Key'],
    answers: { 201: { description: 'As it was stored', schema: stored, headers: ['ETag', 'Location'] } },
    problems: ['RECORD_NOT_VALID', 'SLUG_TAKEN', 'OPERATION_REPEATED', 'STORE_FULL', 'STALE'],
  }),
  read: defineOperation({
    id: 'readNetwork',
    method: 'get',
    path: '/networks/{network}',
    tag,
    summary: 'One network',
    params: networkParams,
    answers: { 200: { description: 'As it is stored', schema: stored, headers: ['ETag'] } },
  }),
  change: defineOperation({
    id: 'changeNetwork',
    method: 'patch',
    path: '/networks/{network}',
    tag,
    summary: 'Change fields of one network (RFC 7396)',
    params: networkParams,
    body: patchBody,
    example: { body: { description: 'A made-up county by the sea.' } },
    headers: ['If-Match', 'Idempotency-Key'],
    answers: { 200: { description: 'As it is stored now', schema: stored, headers: ['ETag'] } },
    problems: ['RECORD_NOT_VALID', 'SLUG_TAKEN', ...guarded],
  }),
  remove: defineOperation({
    id: 'removeNetwork',
    method: 'delete',
    path: '/networks/{network}',
    tag,
    summary: 'Hide a network with all that is in it; its log stays in the store',
    params: networkParams,
    headers: ['If-Match', 'Idempotency-Key'],
    answers: { 204: { description: 'Hidden' } },
    problems: guarded,
  }),
} as const;
