import { timesOf, type BareTimes, type GexfSpell } from '#data/formats/gexf/gexf-times.ts';
import type { GexfDocument, GexfItem } from '#data/formats/gexf/parse-gexf.ts';
import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';
import type {
  AttributeValue,
  PlainGraph,
  PlainNode,
  PlainTie,
} from '#data/formats/plain-graph/plain-graph.ts';

const directions = new Set(['directed', 'undirected', 'mutual']);

/**
 * A GEXF document of any program as a plain graph. The reserved edge attribute “weight” comes before the edge's own
 * weight (it is the dynamic one; its latest value counts); kind comes before label.
 */
export function plainGraphOfGexf(document: GexfDocument, problems: InputProblems): PlainGraph {
  const bare = bareTimesOf(document, problems);
  const graph: PlainGraph = {
    nodes: document.nodes.map((node) => plainNode(node, document, bare)),
    ties: document.edges.map((edge) => plainTie(edge, document, bare, problems)),
  };
  return graph;
}

function plainNode(node: GexfItem, document: GexfDocument, bare: BareTimes): PlainNode {
  const id = node.attributes['id'] ?? '';
  const place: InputPlace = { line: node.line, record: `node ${id}` };
  const values = document.attributes.valuesOf('node', node.values, place);
  const attributes = document.attributes.byTitle('node', values);
  const { since, until, custom } = timesOf(node.spells, bare);
  if (since !== undefined) attributes.set('since', since);
  if (until !== undefined) attributes.set('until', until);
  for (const [name, value] of custom) attributes.set(name, value);
  if (node.parent !== undefined) attributes.set('parent', node.parent);
  return { id, label: node.attributes['label'], attributes, place };
}

function plainTie(
  edge: GexfItem,
  document: GexfDocument,
  bare: BareTimes,
  problems: InputProblems,
): PlainTie {
  const { id, source = '', target = '', label, kind } = edge.attributes;
  const place: InputPlace = { line: edge.line, record: `edge ${id ?? `${source} → ${target}`}` };
  const values = document.attributes.valuesOf('edge', edge.values, place);
  const attributes = document.attributes.byTitle('edge', values);
  const { since, until, custom } = timesOf(edge.spells, bare);
  for (const [name, value] of custom) attributes.set(name, value);
  const strength = takeWeight(attributes) ?? edge.attributes['weight'];
  if (kind !== undefined && label !== undefined) attributes.set('label', label);
  return {
    id,
    from: source,
    to: target,
    kind: kind ?? label,
    direction: directionOf(edge.attributes['type'] ?? document.defaultEdgeType, place, problems),
    strength,
    since,
    until,
    attributes,
    place,
  };
}

function takeWeight(attributes: Map<string, AttributeValue>): string | number | undefined {
  for (const [title, value] of attributes) {
    if (title.toLowerCase() !== 'weight' || (typeof value !== 'number' && typeof value !== 'string'))
      continue;
    attributes.delete(title);
    return value;
  }
  return undefined;
}

function directionOf(type: string, place: InputPlace, problems: InputProblems): PlainTie['direction'] {
  const word = type.toLowerCase();
  if (directions.has(word)) return word as PlainTie['direction'];
  problems.row(
    'DIRECTION_NOT_VALID',
    place,
    `An edge has the type “${type}”; directed, undirected and mutual are accepted.`,
    type,
  );
  return 'undirected';
}

/** Times that are all whole numbers from 1500 to 2199 are years, though their declared format is a number. */
function bareTimesOf(document: GexfDocument, problems: InputProblems): BareTimes {
  if (document.timeFormat === 'date' || document.timeFormat === 'datetime') return 'dates';
  let times = 0;
  const isYear = (time: string | undefined): boolean => {
    if (time === undefined) return true;
    times += 1;
    return /^(1[5-9]|20|21)\d\d(\.0+)?$/u.test(time);
  };
  const areYears = (spells: readonly GexfSpell[]): boolean =>
    spells.every((spell) => isYear(spell.start) && isYear(spell.end));
  const years =
    document.nodes.every((node) => areYears(node.spells)) &&
    document.edges.every((edge) => areYears(edge.spells));
  if (!years || times === 0) return 'numbers';
  problems.note(
    'TIMES_ARE_YEARS',
    {},
    `All ${times} times of the file are whole numbers from 1500 to 2199; they were taken as years.`,
  );
  return 'years';
}
