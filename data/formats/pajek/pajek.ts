import type { Format } from '#data/formats/format.ts';
import { readPajek } from '#data/formats/pajek/read-pajek.ts';

const head = 65_536;
const first = /^(?:[\ufeff\s]|ï»¿|%[^\r\n]*[\r\n])*\*(?:network|vertices|partition|vector|arcs|edges)/iu;

export const pajek: Format = {
  id: 'pajek',
  label: 'Pajek (.net, .paj, with .clu and .vec)',
  extensions: ['net', 'paj', 'clu', 'vec'],
  recognizes: (bytes) => first.test(new TextDecoder('latin1').decode(bytes.subarray(0, head))),
  read: readPajek,
};
