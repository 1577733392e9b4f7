import { csv } from '#data/formats/csv.ts';
import { csvSpreadsheets } from '#data/formats/csv-write/csv-spreadsheets.ts';
import { dl } from '#data/formats/dl/dl.ts';
import type { Format } from '#data/formats/format.ts';
import { gexf } from '#data/formats/gexf/gexf.ts';
import { graphml } from '#data/formats/graphml/graphml.ts';
import { kumuJson } from '#data/formats/kumu-json/kumu-json.ts';
import { pajek } from '#data/formats/pajek/pajek.ts';
import { weft } from '#data/formats/weft/weft.ts';
import { kumuTable } from '#data/formats/kumu-table.ts';
import { xlsx } from '#data/formats/xlsx.ts';

/** All file formats, one line each; recognition asks them in this order, so that tables as text come last. */
export const formats: readonly Format[] = [
  weft,
  kumuJson,
  gexf,
  graphml,
  pajek,
  dl,
  kumuTable,
  xlsx,
  csv,
  // Written only.
  csvSpreadsheets,
];
