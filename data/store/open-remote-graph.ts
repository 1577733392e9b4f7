import { DataError } from '#data/errors.ts';
import { GdsGraph } from '#data/store/neo4j/gds-graph.ts';
import { isNeo4jUrl, storeAddress } from '#data/store/neo4j/store-address.ts';
import type { RemoteGraph, RemoteTies } from '#data/store/remote-graph.ts';
import type { StorePlace } from '#data/store/store-url.ts';

/**
 * Sends a graph to the library of algorithms in the database of a store.
 *
 * Cost     time and memory O(n + ties) here and in the database
 * Errors   ENGINE_NOT_AVAILABLE: the store is none that computes, or its database lacks the library; those of the store
 */
export async function openRemoteGraph(
  url: string,
  place: StorePlace,
  ties: RemoteTies,
): Promise<RemoteGraph> {
  if (!isNeo4jUrl(url)) {
    throw new DataError(
      'ENGINE_NOT_AVAILABLE',
      `Graph Data Science computes in Neo4j, and the store is ${url}.`,
      '--store neo4j://USER@HOST:PORT/DATABASE, or no --engine.',
    );
  }
  return await GdsGraph.project(storeAddress(url, place.directory, place.environment), ties);
}
