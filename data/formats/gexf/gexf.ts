import type { Format } from '#data/formats/format.ts';
import { readGexf } from '#data/formats/gexf/read-gexf.ts';
import { writeGexf } from '#data/formats/gexf/write-gexf.ts';
import { rootElement } from '#data/formats/xml/root-element.ts';

export const gexf: Format = {
  id: 'gexf',
  label: 'GEXF (Gephi)',
  extensions: ['gexf'],
  recognizes: (bytes) => rootElement(bytes) === 'gexf',
  read: readGexf,
  write: writeGexf,
};
