import type { JobStore } from '#data/store/job-port.ts';
import { Neo4jJobs } from '#data/store/neo4j/neo4j-jobs.ts';
import { isNeo4jUrl, storeAddress } from '#data/store/neo4j/store-address.ts';
import type { StorePlace } from '#data/store/store-url.ts';

/**
 * The jobs that processes of one group share in a store; null: the store is of one machine, and so are its jobs.
 * Errors: STORE_URL_NOT_VALID
 */
export async function openSharedJobs(
  url: string,
  { directory, environment }: StorePlace,
  group: () => Promise<string>,
): Promise<JobStore | null> {
  if (!isNeo4jUrl(url)) return null;
  return new Neo4jJobs(storeAddress(url, directory, environment), await group());
}
