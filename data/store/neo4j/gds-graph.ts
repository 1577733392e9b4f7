import { randomUUID } from 'node:crypto';
import { DataError } from '#data/errors.ts';
import { Neo4jConnection } from '#data/store/neo4j/connection.ts';
import type { StoreAddress } from '#data/store/neo4j/store-address.ts';
import type { RemoteGraph, RemoteTies } from '#data/store/remote-graph.ts';

/** What graphs of ours are called in the catalog of the library. */
const prefix = 'weft-';
/** A process that was killed leaves its graph in Neo4j's memory: the next one removes what is so old. */
const leftAfter = 'PT6H';
/** The power iteration has converged long before; its changes end where doubles do. */
const iterations = 300;
const tolerance = 1e-16;

type Settings = Readonly<Record<string, unknown>>;

/** A graph in the memory of Neo4j, by Graph Data Science: its nodes are our indexes and no nodes of the database. */
export class GdsGraph implements RemoteGraph {
  readonly engine: string;
  readonly #connection: Neo4jConnection;
  readonly #name: string;
  readonly #n: number;
  readonly #ties: number;
  readonly #weights: Settings;

  private constructor(
    connection: Neo4jConnection,
    name: string,
    version: string,
    { n, count, strength }: RemoteTies,
  ) {
    this.#connection = connection;
    this.#name = name;
    this.#n = n;
    this.#ties = count;
    this.engine = `gds ${version}`;
    this.#weights = strength === null ? {} : { relationshipWeightProperty: 'strength' };
  }

  static async project(address: StoreAddress, ties: RemoteTies): Promise<GdsGraph> {
    const connection = new Neo4jConnection(address);
    try {
      const version = await versionOf(connection);
      const graph = new GdsGraph(connection, `${prefix}${randomUUID()}`, version, ties);
      await graph.#send(ties);
      return graph;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  components = (): Promise<Float64Array> => this.#values('gds.wcc', 'componentId');

  leiden = (seed: number): Promise<Float64Array> =>
    // One thread: the same seed, the same communities. With its own theta of .01 every seed gives the same.
    this.#values('gds.leiden', 'communityId', {
      ...this.#weights,
      theta: 1,
      randomSeed: seed,
      concurrency: 1,
    });

  louvain = (): Promise<Float64Array> =>
    this.#values('gds.louvain', 'communityId', { ...this.#weights, concurrency: 1 });

  pagerank = (damping: number): Promise<Float64Array> =>
    this.#values('gds.pageRank', 'score', {
      ...this.#weights,
      dampingFactor: damping,
      maxIterations: iterations,
      tolerance,
    });

  coreness = (): Promise<Float64Array> => this.#values('gds.kcore', 'coreValue');

  betweenness = (): Promise<Float64Array> => this.#values('gds.betweenness', 'score');

  closeness = (): Promise<Float64Array> =>
    this.#values('gds.closeness', 'score', { useWassermanFaust: true });

  articulationPoints = (): Promise<readonly number[]> =>
    this.#found<number>('CALL gds.articulationPoints.stream($name) YIELD nodeId RETURN nodeId');

  bridges = (): Promise<readonly (readonly [number, number])[]> =>
    this.#found<[number, number]>('CALL gds.bridges.stream($name) YIELD from, to RETURN [from, to]');

  async drop(): Promise<void> {
    try {
      await this.#stream('CALL gds.graph.drop($name, false) YIELD graphName RETURN graphName', {});
    } finally {
      await this.#connection.close();
    }
  }

  /** Nodes without a tie are rows without a target. */
  async #send({ n, count, a, b, strength }: RemoteTies): Promise<void> {
    const tied = new Uint8Array(n);
    for (let tie = 0; tie < count; tie++) tied[a[tie] ?? 0] = tied[b[tie] ?? 0] = 1;
    const alone = [...tied.keys()].filter((node) => tied[node] === 0);
    if (n === 0) return;
    await this.#stream(
      `CALL gds.graph.list() YIELD graphName, creationTime
       WITH graphName WHERE graphName STARTS WITH $prefix AND creationTime + duration($leftAfter) < datetime()
       CALL gds.graph.drop(graphName, false) YIELD graphName AS dropped RETURN dropped`,
      { prefix, leftAfter },
    );
    await this.#stream(
      `CALL gds.graph.drop($name, false) YIELD graphName WITH count(graphName) AS earlier
       UNWIND range(0, size($a) - 1) AS tie
       WITH gds.graph.project($name, $a[tie], $b[tie],
         {relationshipProperties: {strength: toFloat($strength[tie])}}, {undirectedRelationshipTypes: ['*']}) AS graph
       RETURN graph.nodeCount`,
      {
        a: [...a.subarray(0, count), ...alone],
        b: [...b.subarray(0, count), ...alone.map(() => null)],
        strength: [
          ...(strength ?? new Float64Array(count).fill(1)).subarray(0, count),
          ...alone.map(() => 1),
        ],
      },
    );
  }

  async #values(procedure: string, column: string, settings: Settings = {}): Promise<Float64Array> {
    const values = new Float64Array(this.#n);
    if (this.#n === 0) return values;
    const rows = await this.#stream<[number, number]>(
      `CALL ${procedure}.stream($name, $settings) YIELD nodeId, ${column} RETURN [nodeId, ${column}]`,
      { settings },
    );
    for (const [node, value] of rows) values[node] = value;
    return values;
  }

  /** Of a graph without ties there is none; the library fails on it (2.13.9, an index out of bounds). */
  async #found<Row>(statement: string): Promise<Row[]> {
    return this.#ties === 0 ? [] : await this.#stream<Row>(statement, {});
  }

  async #stream<Row>(statement: string, parameters: Settings): Promise<Row[]> {
    if (this.#n === 0) return [];
    return await this.#connection.read(
      (ask) => ask<Row>(statement, { name: this.#name, ...parameters }),
      'long',
    );
  }
}

/** Errors: ENGINE_NOT_AVAILABLE */
async function versionOf(connection: Neo4jConnection): Promise<string> {
  const functions = `SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name`;
  const [there] = await connection.read((ask) => ask<string>(functions, {}));
  if (there === undefined) {
    throw new DataError(
      'ENGINE_NOT_AVAILABLE',
      'This Neo4j has no Graph Data Science.',
      'Its plugin of the version that goes with the database (2.13 with 5.26), and dbms.security.procedures.unrestricted=gds.*; or no --engine.',
    );
  }
  const [version] = await connection.read((ask) => ask<string>('RETURN gds.version()', {}));
  return version ?? 'unknown';
}
