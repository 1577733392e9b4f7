import type { InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { parseGraphml, type GraphmlDocument, type GraphmlItem } from '#data/formats/graphml/parse-graphml.ts';
import { InputProblems, type InputPlace } from '#data/formats/input-problems.ts';
import { onlyFile } from '#data/formats/plain-graph/only-file.ts';
import type {
  AttributeValue,
  PlainGraph,
  PlainNode,
  PlainTie,
} from '#data/formats/plain-graph/plain-graph.ts';
import { writtenTitle } from '#data/formats/plain-graph/written-title.ts';
import { recordsOfPlainGraph } from '#data/formats/plain-graph/records-of-plain-graph.ts';

/** Reads one GraphML file as a plain graph: names from the label key (or yEd's label), strength from weight. */
export async function readGraphml(files: readonly InputFile[], options: ReadOptions): Promise<ReadResult> {
  const file = onlyFile(files, 'GraphML');
  const problems = new InputProblems(file.name, options.skipBadRows);
  const document = parseGraphml(file, problems, options.signal);
  const graph: PlainGraph = {
    nodes: document.nodes.map((node) => plainNode(node, document)),
    ties: document.edges.map((edge) => plainTie(edge, document, problems)),
  };
  const data = recordsOfPlainGraph(graph, options.source, problems);
  return { data, title: writtenTitle(document.title), problems: problems.list() };
}

function plainNode(node: GraphmlItem, document: GraphmlDocument): PlainNode {
  const id = node.attributes['id'] ?? '';
  const place: InputPlace = { line: node.line, record: `node ${id}` };
  const attributes = withoutDrawing(document.keys.valuesOf('node', node.data, place));
  if (node.parent !== undefined) attributes.set('parent', node.parent);
  return { id, label: node.label, attributes, place };
}

function plainTie(edge: GraphmlItem, document: GraphmlDocument, problems: InputProblems): PlainTie {
  const { id, source = '', target = '', directed } = edge.attributes;
  const place: InputPlace = { line: edge.line, record: `edge ${id ?? `${source} → ${target}`}` };
  const attributes = withoutDrawing(document.keys.valuesOf('edge', edge.data, place));
  const strength = take(attributes, ['weight', 'strength']);
  if (directed !== undefined && !/^(true|false|1|0)$/iu.test(directed.trim())) {
    problems.row(
      'DIRECTION_NOT_VALID',
      place,
      `An edge says directed="${directed}"; true and false are accepted.`,
      directed,
    );
  }
  const isDirected = directed === undefined ? edge.directed : /^(true|1)$/iu.test(directed.trim());
  return {
    id,
    from: source,
    to: target,
    kind: edge.label,
    direction: isDirected ? 'directed' : 'undirected',
    strength,
    attributes,
    place,
  };
}

/** yEd's drawing elements leave only white space as text. */
function withoutDrawing(attributes: Map<string, AttributeValue>): Map<string, AttributeValue> {
  for (const [name, value] of attributes) {
    if (typeof value === 'string' && value.trim() === '') attributes.delete(name);
  }
  return attributes;
}

function take(
  attributes: Map<string, AttributeValue>,
  names: readonly string[],
): string | number | undefined {
  for (const [name, value] of attributes) {
    if (!names.includes(name.toLowerCase()) || (typeof value !== 'number' && typeof value !== 'string'))
      continue;
    attributes.delete(name);
    return value;
  }
  return undefined;
}
