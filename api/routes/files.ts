import { fileOperations } from '#api/contract/files.ts';
import { takeUpload } from '#api/middleware/upload.ts';
import { accept } from '#api/routes/accept.ts';
import { defineRoute, type Route } from '#api/routes/define-route.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { sendResult } from '#api/routes/send-result.ts';
import { keptExport } from '#api/services/kept-export.ts';
import { takeFiles } from '#api/services/take-files.ts';

export function fileRoutes({ results }: RouteDeps): Route[] {
  return [
    defineRoute(fileOperations.import, async ({ params, query, body, operation }, { response }) => {
      const job = await takeFiles(results, params.network, takeUpload(response.locals), body, {
        operation,
        waitSeconds: query.wait,
      });
      if (job.state === 'done') response.json(job.output);
      else accept(response, job);
    }),
    defineRoute(fileOperations.preview, async ({ params, query, body }, { response }) => {
      const job = await takeFiles(results, params.network, takeUpload(response.locals), body, {
        operation: null,
        waitSeconds: query.wait,
        task: 'preview',
      });
      if (job.state === 'done') response.json(job.output);
      else accept(response, job);
    }),
    defineRoute(fileOperations.export, async ({ params, query }, exchange) => {
      const { job, key, path, about } = await keptExport(results, params.network, params.format, query.wait);
      if (job || about === null) {
        if (job) accept(exchange.response, job);
        return;
      }
      exchange.response.set('Weft-Losses', encodeURIComponent(JSON.stringify(about.losses)));
      await sendResult({ key, path, name: about.name }, exchange);
    }),
  ];
}
