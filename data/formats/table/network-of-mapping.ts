import type { Mapping } from '#data/ingest/mapping.ts';
import { slugOf } from '#data/ingest/slug-of.ts';
import type { Network } from '#data/model/network.ts';

/** The network's own record, where the mapping says something of it. */
export function networkOfMapping({ network }: Mapping): Network | undefined {
  if (network === undefined) return undefined;
  const { name, description, collaborationWords, sectorWords } = network;
  const custom = {
    ...(collaborationWords === undefined ? {} : { collaborationWords }),
    ...(sectorWords === undefined ? {} : { sectorWords }),
  };
  return {
    id: 'network',
    slug: slugOf(name) || 'network',
    name,
    ...(description === undefined ? {} : { description }),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}
