import { type InputProblems } from '#data/formats/input-problems.ts';
import { organizationOfNode } from '#data/formats/plain-graph/organization-of-node.ts';
import type { PlainGraph } from '#data/formats/plain-graph/plain-graph.ts';
import { relationshipOfTie } from '#data/formats/plain-graph/relationship-of-tie.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';

export const nodeLimit = 200_000;
export const tieLimit = 2_000_000;

/**
 * A plain graph as it is: every node an organization, every tie a relationship, ids the file's own (and kept as
 * external ids under the name of the source).
 * A file without any node gets its nodes from its ties, with a note. A tie whose id is missing, repeated or also a
 * node's is named tie-N by its place among the ties.
 * Cost O(nodes + ties). Errors: ID_MISSING, ID_REPEATED, NODE_NOT_FOUND, STRENGTH_NOT_VALID, TEXT_NOT_VALID,
 * TEXT_TOO_LONG, TOO_LARGE, NO_NODES.
 */
export function recordsOfPlainGraph(graph: PlainGraph, source: string, problems: InputProblems): NetworkData {
  const data = emptyNetworkData();
  if (graph.nodes.length === 0) nodesFromTies(graph, problems);
  if (graph.nodes.length === 0) {
    problems.fatal('NO_NODES', {}, 'The file holds no node and no tie; at least one node is needed.');
  }
  const nodeIds = new Set<string>();
  for (const node of graph.nodes) {
    const organization = organizationOfNode(node, problems);
    if (organization === undefined) continue;
    if (nodeIds.has(organization.id)) {
      problems.row(
        'ID_REPEATED',
        node.place,
        `The node id “${node.id}” stands twice; each id once is accepted.`,
        node.id,
      );
      continue;
    }
    nodeIds.add(organization.id);
    data.organizations.push({ ...organization, external: [{ source, id: organization.id }] });
  }
  const taken = new Set(nodeIds);
  graph.ties.forEach((tie, at) => {
    const own = tie.id?.normalize('NFC');
    const usable = own !== undefined && own !== '' && own.length <= 500 && !taken.has(own);
    const id = usable ? own : freeId(`tie-${at + 1}`, taken);
    const relationship = relationshipOfTie(tie, id, (end) => nodeIds.has(end), problems);
    if (relationship === undefined) return;
    taken.add(id);
    data.relationships.push(usable ? { ...relationship, external: [{ source, id }] } : relationship);
  });
  problems.throwIfAny();
  return data;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  while (taken.has(id)) id = `${id}'`;
  return id;
}

function nodesFromTies(graph: PlainGraph, problems: InputProblems): void {
  const known = new Set<string>();
  for (const tie of graph.ties) {
    for (const id of [tie.from, tie.to]) {
      if (id === '' || known.has(id)) continue;
      known.add(id);
      graph.nodes.push({ id, attributes: new Map(), place: tie.place });
    }
  }
  if (known.size > 0) {
    problems.note(
      'NODES_FROM_TIES',
      {},
      `The file lists no nodes; the ${known.size} that its ties name were taken.`,
    );
  }
}

/** Refuses more nodes or ties than a reader takes, while it still reads. */
export function refuseTooMany(
  { nodes, ties }: { readonly nodes: readonly unknown[]; readonly ties: readonly unknown[] },
  line: number,
  problems: InputProblems,
): void {
  if (nodes.length > nodeLimit) tooLarge(`${nodeLimit} nodes`, line, problems);
  refuseTies(ties.length, line, problems);
}

/** The same for ties that are counted before they are read. */
export function refuseTies(count: number, line: number, problems: InputProblems): void {
  if (count > tieLimit) tooLarge(`${tieLimit} ties`, line, problems);
}

function tooLarge(what: string, line: number, problems: InputProblems): never {
  problems.fatal(
    'TOO_LARGE',
    { line },
    `The file holds more than ${what}; up to ${nodeLimit} nodes and ${tieLimit} ties are accepted.`,
  );
}
