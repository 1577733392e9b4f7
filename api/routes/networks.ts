import type { Response } from 'express';
import { networkOperations } from '#api/contract/networks.ts';
import { defineRoute, type Route } from '#api/routes/define-route.ts';
import { ifMatch } from '#api/routes/read-request.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import {
  changeNetwork,
  createNetwork,
  readNetwork,
  removeNetwork,
  type StoredNetwork,
} from '#api/services/networks.ts';

export function networkRoutes({ results: { store } }: RouteDeps): Route[] {
  return [
    defineRoute(networkOperations.list, async (_, { response }) => {
      response.json({ items: await store.networks(), next: null });
    }),
    defineRoute(networkOperations.create, async ({ body, operation }, { response }) => {
      const made = await createNetwork(store, body, { operation });
      response.status(201).location(`/api/v1/networks/${String(made.stored.body['slug'])}`);
      send(response, made);
    }),
    defineRoute(networkOperations.read, async ({ params }, { response }) => {
      send(response, await readNetwork(store, params.network));
    }),
    defineRoute(networkOperations.change, async ({ params, body, operation }, { request, response }) => {
      const basis = { operation, ifMatch: ifMatch(request) };
      send(response, await changeNetwork(store, params.network, body, basis));
    }),
    defineRoute(networkOperations.remove, async ({ params, operation }, { request, response }) => {
      await removeNetwork(store, params.network, { operation, ifMatch: ifMatch(request) });
      response.status(204).end();
    }),
  ];
}

/** Never 304: the ETag is that of the record, for If-Match, and head is of the whole network. */
function send(response: Response, { stored: { body, revision }, head }: StoredNetwork): void {
  response
    .set('ETag', `"${revision}"`)
    .type('json')
    .end(JSON.stringify({ ...body, revision, head }));
}
