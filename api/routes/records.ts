import type { Response } from 'express';
import type { RecordOperations } from '#api/contract/records.ts';
import { defineRoute, type Route } from '#api/routes/define-route.ts';
import { ifMatch } from '#api/routes/read-request.ts';
import { untilClosed } from '#api/routes/until-closed.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { changeRecord, createRecord, listRecords, readRecord, removeRecord } from '#api/services/records.ts';
import type { Stored } from '#api/services/stored.ts';

/** The five routes of one kind of record. */
export function recordRoutes({ kind, ...operations }: RecordOperations, { networkOf }: RouteDeps): Route[] {
  return [
    defineRoute(operations.list, async ({ params, query }, { response }) => {
      const { q, filter, cursor, limit, knownAt } = query;
      const page = await listRecords(
        await networkOf(params.network),
        {
          kind,
          limit,
          ...(q === undefined ? {} : { text: q }),
          ...(filter === undefined ? {} : { filter: Object.fromEntries(filter.map(fieldAndValue)) }),
          ...(cursor === undefined ? {} : { cursor }),
        },
        knownAt,
        untilClosed(response),
      );
      response.json({ items: page.items.map(withRevision), next: page.next });
    }),
    defineRoute(operations.create, async ({ params, body, operation }, { request, response }) => {
      const stored = await createRecord(await networkOf(params.network), kind, body, { operation });
      response
        .status(201)
        .location(`${request.originalUrl.split('?')[0] ?? ''}/${encodeURIComponent(stored.id)}`);
      sendStored(response, stored);
    }),
    defineRoute(operations.read, async ({ params, query }, { response }) => {
      sendStored(response, await readRecord(await networkOf(params.network), kind, params.id, query.knownAt));
    }),
    defineRoute(operations.change, async ({ params, body, operation }, { request, response }) => {
      const basis = { operation, ifMatch: ifMatch(request) };
      sendStored(response, await changeRecord(await networkOf(params.network), kind, params.id, body, basis));
    }),
    defineRoute(operations.remove, async ({ params, operation }, { request, response }) => {
      const basis = { operation, ifMatch: ifMatch(request) };
      await removeRecord(await networkOf(params.network), kind, params.id, basis);
      response.status(204).end();
    }),
  ];
}

function fieldAndValue(text: string): [string, string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

function withRevision({ body, revision }: Stored) {
  return { ...body, revision };
}

function sendStored(response: Response, stored: Stored): void {
  response.set('ETag', `"${stored.revision}"`).json(withRevision(stored));
}
