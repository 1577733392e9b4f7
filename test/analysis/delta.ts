import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Graph, type Groups } from '#analysis/graph/graph.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

const folder = new URL('../../../shared/data/delta-science-tracker/', import.meta.url);

/** Whether the Delta Science Tracker lies beside the checkout; it is test input, never part of the project. */
export const hasDelta = existsSync(folder);

type Row = Record<string, string>;

function rows(file: string): Row[] {
  return parse(readFileSync(new URL(file, folder)), { columns: true, bom: true });
}

/** The tracker's graph: 138 organizations in file order, 297 projects, 680 participations; and its sectors. */
export function delta(projection: 'newman' | 'count'): { graph: Graph; sectors: Groups } {
  const nodes = rows('nodelist_twomode.csv');
  const organizations = nodes.filter((row) => row.mode === '1');
  const projects = nodes.filter((row) => row.mode === '0');
  const nodeOf = new Map(organizations.map((row, v) => [row.id, v]));
  const eventOf = new Map(projects.map((row, event) => [row.id, event]));
  const parties = projects.map((): number[] => []);
  for (const row of rows('edgelist_twomode.csv')) {
    parties[eventOf.get(row.project_id)!]!.push(nodeOf.get(row.org_id)!);
  }
  const graph = buildGraph(
    organizations.map((row) => row.id!),
    { stated: noRows, projected: [twoMode(parties, projection)] },
  );
  const names = [...new Set(organizations.map((row) => row.org_type!))];
  const of = Int32Array.from(organizations, (row) => names.indexOf(row.org_type!));
  return { graph, sectors: { of, count: names.length, names } };
}
