import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InputFile } from '#data/formats/format.ts';
import { parseMapping } from '#data/ingest/parse-mapping.ts';

/** The Delta Science Tracker lies beside the checkout on the developers' machines; its mapping is ours. */
export const deltaFolder = resolve(import.meta.dirname, '../../../shared/data/delta-science-tracker');

export const deltaMapping = parseMapping({
  name: 'delta.mapping.json',
  bytes: readFileSync(resolve(import.meta.dirname, '../command/delta.mapping.json')),
});

export function deltaFiles(): InputFile[] {
  return ['nodelist_twomode.csv', 'edgelist_twomode.csv'].map((name) => ({
    name,
    bytes: readFileSync(join(deltaFolder, name)),
  }));
}
