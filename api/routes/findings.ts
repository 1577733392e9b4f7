import { findingOperations } from '#api/contract/findings.ts';
import { accept } from '#api/routes/accept.ts';
import { defineRoute, type Exchange, type Route } from '#api/routes/define-route.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { sendResult } from '#api/routes/send-result.ts';
import { keptResult, resultFile, wholeAnalysis, type Kept } from '#api/services/kept-results.ts';

export function findingRoutes({ results }: RouteDeps): Route[] {
  return [
    defineRoute(findingOperations.findings, async ({ params, query }, exchange) => {
      const { wait, ...look } = query;
      await answer(await keptResult(results, params.network, look, wholeAnalysis, wait), exchange);
    }),
    defineRoute(findingOperations.view, async ({ params, query }, exchange) => {
      const { wait, ...look } = query;
      await answer(await keptResult(results, params.network, look, { kind: 'view' }, wait), exchange);
    }),
    defineRoute(findingOperations.map, async ({ params, query }, exchange) => {
      const { wait, width, height, theme, view, ...look } = query;
      const making = { kind: 'map', width, height, theme, view } as const;
      await answer(await keptResult(results, params.network, look, making, wait), exchange);
    }),
    defineRoute(findingOperations.analyze, async ({ params, query, body }, exchange) => {
      const { measures, params: parameters, ...look } = body;
      const making = {
        kind: 'analysis',
        measures: (measures ?? ['all']).join(','),
        ...parameters,
      } as const;
      await answer(await keptResult(results, params.network, look, making, query.wait), exchange);
    }),
    defineRoute(findingOperations.result, async ({ params }, exchange) => {
      const path = await resultFile(results, params.network, params.id, 'json');
      await sendResult({ key: params.id, path }, exchange);
    }),
    defineRoute(findingOperations.startReport, async ({ params, query, body }, { response }) => {
      const { kind: ending, title, ...look } = body;
      const making = { kind: 'report', ending, title } as const;
      const kept = await keptResult(results, params.network, look, making, query.wait);
      if (kept.job) {
        accept(response, kept.job);
        return;
      }
      const result = `/api/v1/networks/${params.network}/reports/${kept.key}.${ending}`;
      response.location(result).json({ id: kept.key, result });
    }),
    defineRoute(findingOperations.report, async ({ params }, exchange) => {
      const [key = '', ending = ''] = params.file.split('.');
      const path = await resultFile(results, params.network, key, ending);
      await sendResult({ key, path, name: `${params.network}-report.${ending}` }, exchange);
    }),
  ];
}

async function answer(kept: Kept, exchange: Exchange): Promise<void> {
  if (kept.job) accept(exchange.response, kept.job);
  else await sendResult(kept, exchange);
}
