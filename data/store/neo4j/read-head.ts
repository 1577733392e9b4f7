import type { Ask } from '#data/store/neo4j/connection.ts';
import type { NetworkId, Revision } from '#data/store/port.ts';

/** The revision of a network; 0 where there is none. */
export async function readHead(ask: Ask, network: NetworkId): Promise<Revision> {
  const [head] = await ask<Revision>('MATCH (n:Network {network: $network}) RETURN n.head', { network });
  return head ?? 0;
}
