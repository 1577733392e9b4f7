import { countLoss } from '#data/formats/count-loss.ts';
import type { WriteResult } from '#data/formats/format.ts';
import { creator } from '#data/formats/gexf/own-fields.ts';
import { OwnGraph, type OwnAttribute, type OwnEdge, type OwnItem } from '#data/formats/gexf/own-graph.ts';
import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';
import { xmlAttribute } from '#data/formats/xml/xml-attribute.ts';
import type { NetworkData } from '#data/model/network-data.ts';

const gexfTypes = { text: 'string', number: 'double', boolean: 'boolean', list: 'liststring' } as const;

/**
 * Writes GEXF 1.3: organizations, people and collaborations as nodes (attribute “record” tells them apart),
 * relationships, parts in collaborations and affiliations as edges. Same records, same bytes.
 * Errors: RECORD_NOT_VALID for a character that XML 1.0 cannot hold.
 */
export async function writeGexf(data: NetworkData): Promise<WriteResult> {
  const graph = new OwnGraph(data);
  const isDynamic = [...graph.nodes, ...graph.edges].some(
    (item) => item.since !== undefined || item.until !== undefined,
  );
  const directed = graph.edges.filter((edge) => edge.direction === 'directed').length;
  const defaultType = directed > graph.edges.length / 2 ? 'directed' : 'undirected';
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta>\n    <creator>${creator}</creator>\n  </meta>`,
    `  <graph defaultedgetype="${defaultType}" mode="${isDynamic ? 'dynamic" timeformat="date' : 'static'}">`,
    ...declarations('node', graph.nodeAttributes),
    ...declarations('edge', graph.edgeAttributes),
    '    <nodes>',
    ...graph.nodes.flatMap((node) => {
      const where = `The node “${node.id}”`;
      return element(
        'node',
        `${named('id', node.id, where)}${named('label', node.label, where)}`,
        node,
        where,
      );
    }),
    '    </nodes>',
    '    <edges>',
    ...graph.edges.flatMap((edge) => edgeElement(edge, defaultType)),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ];
  return {
    files: [{ suffix: '', bytes: new TextEncoder().encode(lines.join('\n')) }],
    losses: countLoss(data, [
      'network (name, vocabularies, default lens)',
      'statements about relationships (who said so, trust, value)',
      'identifiers of organizations',
      'ids that other sources gave',
      'sources of collaborations',
      'communities',
      'gatherings',
      'needs',
      'offers',
      'sources',
    ]),
  };
}

function declarations(kind: 'node' | 'edge', attributes: ReadonlyMap<string, OwnAttribute>): string[] {
  if (attributes.size === 0) return [];
  const rows = [...attributes.values()].map(({ id, title, type }) => {
    const where = `The custom field “${title}”`;
    return `      <attribute${named('id', id, where)}${named('title', title, where)} type="${gexfTypes[type]}"/>`;
  });
  return [`    <attributes class="${kind}" mode="static">`, ...rows, '    </attributes>'];
}

function edgeElement(edge: OwnEdge, defaultType: string): string[] {
  const where = `The edge “${edge.id}” (${edge.source} to ${edge.target})`;
  const ends = `${named('id', edge.id, where)}${named('source', edge.source, where)}${named('target', edge.target, where)}`;
  const type = edge.direction === defaultType ? '' : ` type="${edge.direction}"`;
  const weight = edge.weight === undefined ? '' : ` weight="${edge.weight}"`;
  const kind = edge.kind === undefined ? '' : named('kind', edge.kind, where);
  return element('edge', `${ends}${type}${weight}${kind}`, edge, where);
}

function element(name: string, attributes: string, item: OwnItem, where: string): string[] {
  const start = item.since === undefined ? '' : ` start="${firstDay(item.since)}"`;
  const end = item.until === undefined ? '' : ` end="${lastDay(item.until)}"`;
  const values = [...item.values].map(
    ([id, value]) =>
      `          <attvalue${named('for', id, where)}${named('value', valueText(value), `${where}, ${id},`)}/>`,
  );
  return [
    `      <${name}${attributes}${start}${end}>`,
    '        <attvalues>',
    ...values,
    '        </attvalues>',
    `      </${name}>`,
  ];
}

function named(name: string, value: string, where: string): string {
  return ` ${name}="${xmlAttribute(value, where)}"`;
}

function valueText(value: AttributeValue): string {
  if (!Array.isArray(value)) return String(value);
  return `[${value.map((item) => `"${item.replace(/[\\"]/gu, String.raw`\$&`)}"`).join(', ')}]`;
}

/** 2008 → 2008-01-01: GEXF's dates are whole days. */
function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** 2019 → 2019-12-31, 2019-02 → 2019-02-28. */
function lastDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year = 0, month = 1] = date.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${date}-${days}`;
}
