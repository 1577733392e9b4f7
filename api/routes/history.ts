import { requestHeaders } from '#api/contract/define-operation.ts';
import { historyOperations } from '#api/contract/history.ts';
import { defineRoute, type Route } from '#api/routes/define-route.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { RequestError } from '#api/services/request-error.ts';
import { findNetwork, loggedNetwork } from '#api/services/find-network.ts';
import { asChanges, commitChanges, readDifference, readHistory, undoChange } from '#api/services/history.ts';

export function historyRoutes({ networkOf, results, feed, streams }: RouteDeps): Route[] {
  return [
    defineRoute(historyOperations.commit, async ({ params, body, operation }, { response }) => {
      const { changes, author, reason } = body;
      const network = await networkOf(params.network);
      response.json(await commitChanges(network, asChanges(changes), { operation, author, reason }));
    }),
    defineRoute(historyOperations.list, async ({ params, query }, { response }) => {
      response.json(await readHistory(await loggedNetwork(results.store, params.network), query));
    }),
    defineRoute(historyOperations.undo, async ({ params, operation }, { response }) => {
      response.json(
        await undoChange(await loggedNetwork(results.store, params.network), params.revision, { operation }),
      );
    }),
    defineRoute(historyOperations.difference, async ({ params, query }, { response }) => {
      response.json(await readDifference(await networkOf(params.network), query));
    }),
    defineRoute(historyOperations.events, async ({ params }, { request, response }) => {
      const { id, head } = await findNetwork(results.store, params.network);
      const after = lastSeen(request.get('Last-Event-ID')) ?? head;
      const stream = streams.open(response);
      const leave = feed.follow(id, after, async (entry) => {
        stream.send({ id: entry.revision, event: 'change', data: entry });
        await stream.room();
      });
      response.once('close', leave);
    }),
  ];
}

/** Errors: REQUEST_NOT_VALID */
export function lastSeen(header: string | undefined): number | null {
  if (header === undefined || header === '') return null;
  if (requestHeaders['Last-Event-ID'].pattern.test(header)) return Number(header);
  throw new RequestError([
    {
      path: 'header.Last-Event-ID',
      value: header.slice(0, 200),
      message: 'is accepted as the id of an event: a whole number',
    },
  ]);
}
