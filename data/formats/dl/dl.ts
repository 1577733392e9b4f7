import { readDl } from '#data/formats/dl/read-dl.ts';
import type { Format } from '#data/formats/format.ts';

export const dl: Format = {
  id: 'dl',
  label: 'UCINET DL',
  extensions: ['dl', 'dat'],
  recognizes: (bytes) =>
    /^(?:\ufeff|ï»¿)?\s*dl[\s,]+n[rcm]?\s*=/iu.test(
      new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)),
    ),
  read: readDl,
};
