import { openApiDocument } from '#api/contract/openapi.ts';
import { operations } from '#api/contract/operations.ts';
import { serviceOperations } from '#api/contract/service.ts';
import { defineRoute, type Route } from '#api/routes/define-route.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { limitTable } from '#api/services/limits.ts';
import { measureList } from '#api/services/measure-list.ts';
import { version } from '#api/version.ts';

export function serviceRoutes({ results: { store, queue }, limits, metrics }: RouteDeps): Route[] {
  const document = openApiDocument(operations, version);
  return [
    defineRoute(serviceOperations.measures, (_, { response }) => {
      response.json({ items: measureList() });
    }),
    defineRoute(serviceOperations.limits, (_, { response }) => {
      response.json({
        items: Object.entries(limitTable).map(([name, { unit, about }]) => ({
          name,
          value: limits[name as keyof typeof limits],
          unit,
          about,
        })),
      });
    }),
    defineRoute(serviceOperations.health, async (_, { response }) => {
      const networks = await store.networks();
      response.json({ status: 'ok', version, networks: networks.length, jobs: await queue.counts() });
    }),
    defineRoute(serviceOperations.metrics, async (_, { response }) => {
      response.type(metrics.contentType).send(await metrics.read());
    }),
    defineRoute(serviceOperations.openapi, (_, { response }) => {
      response.json(document);
    }),
  ];
}
