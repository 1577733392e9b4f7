import { DataError } from '#data/errors.ts';
import type { Neo4jConnection } from '#data/store/neo4j/connection.ts';
import { migrations } from '#data/store/neo4j/migrations.ts';

/**
 * Runs the steps that are missing. A database that another program has filled stays as it is: Weft's labels have
 * constraints of their own, and what is not Weft's is never read or changed. Errors: STORE_NOT_READABLE
 */
export async function migrate(connection: Neo4jConnection, steps = migrations): Promise<void> {
  const version = await versionOf(connection);
  refuseNewer(version, steps.length);
  if (version === steps.length) return;
  for (const [at, statements] of steps.entries()) {
    if (at < version) continue;
    // Each may be run again, also by another process at the same time, so a step cut short is run from its beginning.
    for (const statement of statements) await connection.schema(statement);
    await connection.write((ask) => ask('CALL db.awaitIndexes(120)', {}));
    await connection.write((ask) =>
      ask(`MERGE (s:WeftSchema {of: 'Weft'}) SET s.version = $version RETURN 0 LIMIT 0`, { version: at + 1 }),
    );
  }
}

/** For reading only: the schema must be there. Errors: STORE_NOT_READABLE */
export async function checkSchema(connection: Neo4jConnection): Promise<void> {
  const version = await versionOf(connection);
  refuseNewer(version, migrations.length);
  if (version === migrations.length) return;
  throw new DataError(
    'STORE_NOT_READABLE',
    version === 0
      ? 'The Neo4j database is no store of Weft.'
      : `The Neo4j database has the schema ${version}, and this Weft reads ${migrations.length}.`,
    'Open it once for writing (weft serve), which makes it one.',
  );
}

async function versionOf(connection: Neo4jConnection): Promise<number> {
  const [version] = await connection.read((ask) =>
    ask<number>(`MATCH (s:WeftSchema {of: 'Weft'}) RETURN s.version`, {}),
  );
  return version ?? 0;
}

function refuseNewer(version: number, known: number): void {
  if (version <= known) return;
  throw new DataError(
    'STORE_NOT_READABLE',
    `The Neo4j database has the schema ${version}, and this Weft knows ${known}.`,
    'A newer version of Weft.',
  );
}
