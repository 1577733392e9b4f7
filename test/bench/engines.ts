import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { runJob } from '#api/host/run-job.ts';
import type { AnalyzeInput, AnalyzeOutput } from '#api/host/tasks/analyze-task.ts';
import { gdsIds } from '#api/services/analyze/gds-engine.ts';
import { usualRequest } from '#api/services/usual-request.ts';
import type { Kind } from '#data/model/define-record.ts';
import { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { storeAddress } from '#data/store/neo4j/store-address.ts';
import type { RecordBody } from '#data/store/port.ts';
import type { BenchNetwork } from '#test/bench/graph.ts';
import { benchServer, type BenchServer } from '#test/bench/neo4j-server.ts';

type Say = (line: string) => void;

/** Paths from every node: not above so many nodes, where they take hours. */
const pathsUpTo = 30_000;
const paths: ReadonlySet<string> = new Set(['betweenness', 'closeness']);
const perSet = 5_000;
const signal = new AbortController().signal;

/**
 * One stored network, analyzed by Weft's own process and by Graph Data Science in its Neo4j: time a step, the largest
 * resident size of either process, and what the store takes on the disk.
 */
export async function timeEngines(network: BenchNetwork, say: Say): Promise<void> {
  const server = await benchServer(say, { heap: '4g', gds: true });
  if ('why' in server) {
    say(`\nnot run: Neo4j (${server.why})`);
    return;
  }
  process.env.NEO4J_PASSWORD = server.password;
  try {
    const n = network.ids.length;
    say(
      `\nNeo4j 5.26 with Graph Data Science, heap 4 GB, page cache 128 MB; load ${loadavg()[0]?.toFixed(1)}.\n`,
    );
    say('| step | Weft, s | in Neo4j, s |\n|---|---:|---:|');
    const imported = performance.now();
    await fill(server, network);
    say(`| written, 5,000 records a change set | | ${seconds(performance.now() - imported)} |`);
    const measures = [...gdsIds].filter((id) => n <= pathsUpTo || !paths.has(id)).join(',');
    const here = await analyzed(server, { measures });
    const there = await analyzed(server, { measures, engine: 'gds' });
    const names = new Set([...here.times, ...there.times].map(({ step }) => step));
    for (const step of names) say(`| ${step} | ${timeOf(here, step)} | ${timeOf(there, step)} |`);
    for (const id of paths) if (n > pathsUpTo) say(`| ${id} | not run | not run |`);
    const { network: ours, receipt } = here.analysis;
    say(
      `| modularity found | ${ours.modularity?.toFixed(4)} | ${there.analysis.network.modularity?.toFixed(4)} |`,
    );
    const louvain = [here, there].map(({ analysis }) => analysis.louvain?.modularity?.toFixed(4) ?? '');
    say(`| modularity of louvain | ${louvain.join(' | ')} |`);
    say(`| largest resident size, MiB | ${here.mb} | ${await peakMb(server.pid)} |`);
    say(`\n${receipt.nodes} organizations, ${receipt.ties} ties, ${ours.components} components.`);
    await nativeProjection(server, say);
  } finally {
    say(`\nOn the disk, transaction logs aside: ${await server.stop()} MiB.`);
  }
}

/** In change sets of some thousand: one of all would need more memory than the heap has. */
async function fill(server: BenchServer, { ids, rows }: BenchNetwork): Promise<void> {
  const store = await Neo4jStore.open(storeAddress(server.url, '.', { NEO4J_PASSWORD: server.password }));
  const kind = { kind: 'coordinates', direction: 'undirected' };
  const bodies: [Kind, RecordBody][] = [
    ['network', { id: 'bench', slug: 'bench', name: 'Bench' }],
    ...ids.map((id): [Kind, RecordBody] => ['organization', { id, name: `Organization ${id}` }]),
    ...Array.from({ length: rows.from.length }, (_, row): [Kind, RecordBody] => {
      const [from = '', to = ''] = [ids[rows.from[row] ?? 0], ids[rows.to[row] ?? 0]];
      return ['relationship', { id: `r${row}`, from, to, ...kind, strength: rows.strength[row] }];
    }),
  ];
  try {
    for (let at = 0; at < bodies.length; at += perSet) {
      await store.network('bench').commit({
        operation: `fill ${at}`,
        author: { name: 'bench' },
        at: '2026-01-01T00:00:00Z',
        changes: bodies
          .slice(at, at + perSet)
          .map(([kind, after]) => ({ kind, id: after.id, ifRevision: null, after })),
      });
    }
  } finally {
    await store.close();
  }
}

type Analyzed = AnalyzeOutput & { readonly mb: number };

/** As the command does it: in a process of its own, from the store to the answer. */
async function analyzed(
  { url }: BenchServer,
  asked: Pick<AnalyzeInput, 'measures' | 'engine'>,
): Promise<Analyzed> {
  let mb = 0;
  let watch: NodeJS.Timeout | undefined;
  const input: AnalyzeInput = {
    ...usualRequest,
    stored: { store: url, storeDirectory: '.', slug: 'bench' },
    ...asked,
  };
  try {
    const output = await runJob<AnalyzeOutput>(
      { task: 'analyze', input },
      {
        limits: { memoryMb: 8_192 },
        signal,
        onStart: (pid) => {
          watch = setInterval(() => {
            void peakMb(pid).then((now) => (mb = Math.max(mb, now)));
          }, 200);
        },
      },
    );
    return { ...output, mb };
  } finally {
    clearInterval(watch);
  }
}

/** The largest resident size that a process has had. */
async function peakMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1024);
}

function timeOf({ times }: AnalyzeOutput, step: string): string {
  const time = times.find((one) => one.step === step);
  return time ? seconds(time.wallMs) : '';
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

/** What does not pass through Weft: RELATES_TO as it lies there, and what the library itself reckons for larger ones. */
async function nativeProjection({ ask }: BenchServer, say: Say): Promise<void> {
  const [projected] = await ask<{ nodes: number; arcs: number; ms: number }>(
    `CALL gds.graph.project('native', 'Organization',
       {RELATES_TO: {orientation: 'UNDIRECTED', properties: {strength: {property: 'strength', aggregation: 'SUM'}}}})
     YIELD nodeCount, relationshipCount, projectMillis
     RETURN nodeCount AS nodes, relationshipCount AS arcs, projectMillis AS ms`,
  );
  if (projected) {
    const { nodes, arcs, ms } = projected;
    say(`\nRELATES_TO projected where it lies: ${nodes} nodes, ${arcs / 2} ties, ${seconds(ms)} s.`);
  }
  await ask(`CALL gds.graph.drop('native') YIELD graphName RETURN graphName`);
  say(
    '\n| the library’s own estimate | graph | PageRank | Leiden | betweenness |\n|---|---:|---:|---:|---:|',
  );
  for (const nodes of [1e6, 1e7, 1e8]) {
    const graph = {
      ...{ nodeCount: BigInt(nodes), relationshipCount: BigInt(nodes * 10), nodeProjection: '*' },
      relationshipProjection: { T: { type: '*', orientation: 'UNDIRECTED', properties: 'strength' } },
    };
    const needed: string[] = [];
    for (const call of [
      `gds.graph.project.estimate('*', $graph.relationshipProjection, {nodeCount: $graph.nodeCount, relationshipCount: $graph.relationshipCount})`,
      ...['pageRank', 'leiden', 'betweenness'].map((name) => `gds.${name}.stream.estimate($graph, {})`),
    ]) {
      const [found] = await ask<{ memory: string }>(
        `CALL ${call} YIELD requiredMemory RETURN requiredMemory AS memory`,
        { graph },
      );
      needed.push(found?.memory ?? '');
    }
    say(`| ${nodes.toExponential(0)} nodes, ${(nodes * 5).toExponential(0)} ties | ${needed.join(' | ')} |`);
  }
}
