import type { Graph } from '#analysis/graph/graph.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import type { LensedNetwork } from '#data/lens/lensed-network.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import type { Organization } from '#data/model/organization.ts';
import type { Person } from '#data/model/person.ts';
import type { Relationship, Statement } from '#data/model/relationship.ts';

/** A network of the records given. */
export function networkOf(parts: Partial<NetworkData>): NetworkData {
  return { ...emptyNetworkData(), ...parts };
}

/** Organizations whose ids are the letters given and whose names are "Org a"… */
export function organizations(letters: string): Organization[] {
  return Array.from(letters, (id) => ({ id, name: `Org ${id}` }));
}

/** People whose ids are the letters given. */
export function people(letters: string, fields: Partial<Person> = {}): Person[] {
  return Array.from(letters, (id) => ({ id, name: `Person ${id}`, ...fields }));
}

let counter = 0;

/** "ab": between a and b; of kind "works with" and undirected unless said otherwise. */
export function relationship(ends: string, fields: Partial<Relationship> = {}): Relationship {
  const [from = '', to = ''] = ends;
  return { id: `r${counter++}`, from, to, kind: 'works with', direction: 'undirected', ...fields };
}

export function says(by: string, fields: Partial<Statement> = {}): Statement {
  return { by, agrees: true, ...fields };
}

/** The network through a lens given as a patch. */
export function seen(data: NetworkData, given: unknown = {}): LensedNetwork {
  return applyLens(data, resolveLens({ given }));
}

/** Ties as "a–b 1.5" (arcs where directed: "a→b"), in node order. */
export function tiesOf(graph: Graph): string[] {
  const name = (v: number): string => graph.ids[v] ?? '';
  const { a, b, strength } = graph.ties;
  return Array.from(a, (low, tie) => {
    const high = b[tie] ?? 0;
    return `${name(low)}${arrow(graph, low, high)}${name(high)} ${String(Number((strength[tie] ?? 0).toFixed(6)))}`;
  });
}

function arrow(graph: Graph, low: number, high: number): string {
  if (graph.arcs === null) return '–';
  const { outOffsets, outTargets } = graph.arcs;
  const reaches = (u: number, v: number): boolean =>
    outTargets.subarray(outOffsets[u], outOffsets[u + 1]).includes(v);
  if (reaches(low, high) && reaches(high, low)) return '–';
  return reaches(low, high) ? '→' : '←';
}
