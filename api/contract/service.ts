import { z } from 'zod';
import { defineOperation } from '#api/contract/define-operation.ts';

const tag = 'service';

export const serviceOperations = {
  measures: defineOperation({
    id: 'listMeasures',
    method: 'get',
    path: '/measures',
    tag,
    summary: 'Every measure with its definition, unit, cost and sources',
    answers: {
      200: {
        description: 'The registry',
        schema: z.strictObject({
          items: z.array(
            z.strictObject({
              id: z.string(),
              level: z.string(),
              label: z.string(),
              family: z.string(),
              definition: z.string(),
              unit: z.string(),
              cost: z.string(),
              references: z.array(z.string()),
              needsGroups: z.boolean(),
              keys: z.array(z.string()),
            }),
          ),
        }),
      },
    },
  }),
  limits: defineOperation({
    id: 'readLimits',
    method: 'get',
    path: '/limits',
    tag,
    summary: 'Every limit of this server, by name',
    answers: {
      200: {
        description: 'The limits',
        schema: z.strictObject({
          items: z.array(
            z.strictObject({ name: z.string(), value: z.number(), unit: z.string(), about: z.string() }),
          ),
        }),
      },
    },
  }),
  health: defineOperation({
    id: 'readHealth',
    method: 'get',
    path: '/health',
    tag,
    summary: 'Whether the store answers',
    answers: {
      200: {
        description: 'It does',
        schema: z.strictObject({
          status: z.literal('ok'),
          version: z.string(),
          networks: z.number().int(),
          jobs: z.strictObject({ running: z.number().int(), waiting: z.number().int() }),
        }),
      },
    },
  }),
  metrics: defineOperation({
    id: 'readMetrics',
    method: 'get',
    path: '/metrics',
    tag,
    summary: 'Figures of this process for Prometheus',
    answers: { 200: { description: 'Prometheus text', type: 'text/plain', schema: z.string() } },
  }),
  openapi: defineOperation({
    id: 'readOpenApi',
    method: 'get',
    path: '/openapi.json',
    tag,
    summary: 'This description',
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
  }),
} as const;
