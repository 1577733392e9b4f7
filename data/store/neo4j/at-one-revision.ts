import { setTimeout as delay } from 'node:timers/promises';
import type { Ask } from '#data/store/neo4j/connection.ts';
import { readHead } from '#data/store/neo4j/read-head.ts';
import type { NetworkId, Page } from '#data/store/port.ts';

const attempts = 10;
const againMs = 5;

/**
 * Neo4j shows each statement what is committed by then, and a commit part by part while it is being applied. A page
 * that was read while the network changed is read again, so that its records are of one revision; where others change
 * it without a pause, the last reading stands, each record with its own revision.
 */
export async function atOneRevision(ask: Ask, network: NetworkId, read: () => Promise<Page>): Promise<Page> {
  let before = await readHead(ask, network);
  for (let attempt = 1; ; attempt++) {
    const page = await read();
    const after = await readHead(ask, network);
    const settled = after === before && page.items.every(({ revision }) => revision <= after);
    if (settled || attempt === attempts) return page;
    await delay(againMs);
    before = await readHead(ask, network);
  }
}
