import { writeFileSync } from 'node:fs';
import { writeWeft } from '#data/formats/weft/write-weft.ts';
import { harbourCounty } from './harbour-county/county.ts';

/** Writes data/examples/harbour-county/harbour-county.weft.json: the same bytes every time. */
const [file] = (await writeWeft(harbourCounty())).files;
if (file === undefined) throw new Error('The writer gave no file.');
writeFileSync(
  new URL('../data/examples/harbour-county/harbour-county.weft.json', import.meta.url),
  file.bytes,
);
