import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchApi } from '#test/bench/api.ts';
import { benchMap } from '#test/bench/map/bench-map.ts';
import { compare, type Timing } from '#test/bench/compare.ts';
import { timeEngines } from '#test/bench/engines.ts';
import { findingTimes } from '#test/bench/finding-times.ts';
import { benchCsv, benchNetwork, mediumShape } from '#test/bench/graph.ts';
import { graphologyPeer } from '#test/bench/graphology-peer.ts';
import type { Peer } from '#test/bench/peer.ts';
import { timeLargeGraph } from '#test/bench/large-graph.ts';
import { pythonPeer } from '#test/bench/python-peer.ts';
import { timeStores } from '#test/bench/stores.ts';
import { weftPeer } from '#test/bench/weft-peer.ts';

/** Parts of the comparison, and what the table calls them. */
const operations = {
  csv: 'CSV → graph',
  leiden: 'Leiden (others without it: Louvain)',
  betweenness: 'betweenness, exact',
  constraint: 'constraint',
} as const;

/**
 * npm run bench [-- --api | --map] [--stores] [--engines] [--large] [--part csv|leiden|betweenness|constraint|findings] [--nodes N] [--ties M] [--reps R] [--out FILE]
 * Prints what Weft takes beside its peers, wins and losses alike; writes nothing unless --out says where.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      part: { type: 'string' },
      nodes: { type: 'string', default: String(mediumShape.nodes) },
      ties: { type: 'string', default: String(mediumShape.ties) },
      reps: { type: 'string', default: '3' },
      api: { type: 'boolean', default: false },
      map: { type: 'boolean', default: false },
      stores: { type: 'boolean', default: false },
      engines: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const network = benchNetwork({ ...mediumShape, nodes: Number(values.nodes), ties: Number(values.ties) });
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-'));
  const csvPath = join(folder, 'ties.csv');
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  try {
    await writeFile(csvPath, benchCsv(network));
    const { version } = JSON.parse(
      await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as {
      version: string;
    };
    say(`# Performance\n`);
    say(
      `n ${values.nodes}, m ${values.ties}, seed ${mediumShape.seed}; Weft ${version}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}.`,
    );
    const benches: Readonly<Record<string, () => unknown>> = {
      api: () => benchApi(network, say),
      map: () => benchMap(say),
      stores: () => timeStores(say),
      engines: () => timeEngines(network, say),
      large: () => timeLargeGraph(network, say),
    };
    const asked = Object.keys(benches).filter((name) => values[name as keyof typeof values]);
    for (const name of asked) await benches[name]?.();
    const parts = partsOf(values.part, asked.length > 0);
    const compared = parts.filter((part): part is keyof typeof operations => part in operations);
    if (compared.length > 0) await comparePeers(compared, csvPath, version, Number(values.reps), say);
    if (parts.includes('findings')) await findingTimes(network, say);
  } finally {
    await rm(folder, { recursive: true });
  }
  if (values.out !== undefined) await writeFile(values.out, lines.join('\n') + '\n');
}

/** The parts asked for; all when neither a part nor another bench is. */
function partsOf(part: string | undefined, other: boolean): string[] {
  const known = [...Object.keys(operations), 'findings'];
  if (part === undefined) return other ? [] : known;
  if (!known.includes(part)) throw new Error(`There is no part ${part}; there are ${known.join(', ')}.`);
  return [part];
}

async function comparePeers(
  parts: readonly (keyof typeof operations)[],
  csvPath: string,
  version: string,
  repetitions: number,
  say: (line: string) => void,
): Promise<void> {
  const peers: Peer[] = [await weftPeer(csvPath, version), await graphologyPeer(csvPath)];
  for (const script of ['igraph_peer.py', 'networkx_peer.py']) {
    const peer = await pythonPeer(script, csvPath);
    if ('why' in peer) say(`\nnot run: ${script} (${peer.why})`);
    else peers.push(peer);
  }
  say(
    `\nMedians of ${repetitions} runs after one to warm up, turn by turn. Ratio: theirs ÷ ours, over 1 is a win.`,
  );
  say(`Peers: ${peers.map((peer) => `${peer.name} ${peer.version}`).join(' · ')}.\n`);
  say('| what | program | ms | ratio | result | note |\n|---|---|---:|---:|---:|---|');
  for (const part of parts) {
    const asked = peers.map((peer): Peer =>
      part === 'leiden' && (peer.name === 'graphology' || peer.name === 'NetworkX')
        ? { ...peer, name: `${peer.name} Louvain`, run: () => peer.run('louvain') }
        : peer,
    );
    const timings = await compare(part, asked, repetitions);
    for (const timing of timings) say(tableRow(operations[part], timing, timings[0]?.ms ?? null));
  }
  for (const peer of peers) peer.close();
}

function tableRow(what: string, { peer, ms, value, why, runs }: Timing, ours: number | null): string {
  const ratio = ms === null || ours === null || peer === 'Weft' ? '' : (ms / ours).toFixed(2);
  const note = ms === null ? `not run: ${why ?? 'no time'}` : (why ?? (runs < 3 ? `${runs} runs` : ''));
  const result = value === null ? '' : Number(value.toPrecision(6));
  return `| ${what} | ${peer} | ${ms === null ? '–' : ms.toFixed(1)} | ${ratio} | ${result} | ${note} |`;
}

await main();
