import type { Format } from '#data/formats/format.ts';
import { readWeft } from '#data/formats/weft/read-weft.ts';
import { writeWeft } from '#data/formats/weft/write-weft.ts';

const head = 4_096;

export const weft: Format = {
  id: 'weft',
  label: 'Weft JSON',
  extensions: ['weft.json', 'weft', 'json'],
  recognizes: (bytes) =>
    /^\s*\{[^]*"format"\s*:\s*"weft"/u.test(new TextDecoder().decode(bytes.subarray(0, head))),
  read: readWeft,
  write: writeWeft,
};
