import { readFileSync } from 'node:fs';
import { detect } from '#analysis/community/detect.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { defaultLens } from '#data/model/lens.ts';

const name = 'harbour-county.weft.json';
const url = new URL(`../../../data/examples/harbour-county/${name}`, import.meta.url);

/** The shipped bytes, read as a user's file is: records checked, links resolved. */
export const bytes = new Uint8Array(readFileSync(url));
export const { data, notes } = await readFiles([{ name, bytes }]);

/** Under the default lens, with the groups of seed 1. */
export const { graph, nodes } = applyLens(data, defaultLens);
export const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
export const detection = detect(graph, { seed: 1 });

export function byId<T extends { readonly id: string }>(records: readonly T[], id: string): T {
  const record = records.find((each) => each.id === id);
  if (record === undefined) throw new Error(`${id} is not in Harbour County.`);
  return record;
}
