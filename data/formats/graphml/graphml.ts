import type { Format } from '#data/formats/format.ts';
import { readGraphml } from '#data/formats/graphml/read-graphml.ts';
import { rootElement } from '#data/formats/xml/root-element.ts';

export const graphml: Format = {
  id: 'graphml',
  label: 'GraphML',
  extensions: ['graphml', 'graphml.xml'],
  recognizes: (bytes) => rootElement(bytes) === 'graphml',
  read: readGraphml,
};
