/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as classes and takes plain values */
import neo4j from 'neo4j-driver';

interface Claimed {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** Marks a database that a suite has filled, so that the next run may empty it. */
const mark = 'WeftTestSuite';

/** Waits until it answers, refuses what others have filled, empties what a suite has. Gives its version. */
export async function claimDatabase({ url, user, password }: Claimed): Promise<string> {
  const { protocol, host, pathname } = new URL(url);
  const driver = neo4j.driver(`${protocol}//${host}`, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: 60_000,
  });
  const database = pathname.slice(1) || 'neo4j';
  try {
    await driver.verifyConnectivity();
    const ask = (query: string) => driver.executeQuery(query, {}, { database });
    const filled = await ask(
      'MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:WeftTestSuite THEN 1 END) AS marks',
    );
    const [nodes, marks] = [Number(filled.records[0]?.get('nodes')), Number(filled.records[0]?.get('marks'))];
    if (nodes > 0 && marks === 0) {
      throw new Error(
        `not run: neo4j (the database at ${host} holds ${nodes} nodes that the tests did not make; an empty one is needed)`,
      );
    }
    const session = driver.session({ database });
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
    await session.close();
    await ask(`CREATE (:${mark} {of: 'the tests of Weft, which empty this database'})`);
    const components = await ask(
      'CALL dbms.components() YIELD versions, edition RETURN versions[0] + " " + edition AS v',
    );
    return String(components.records[0]?.get('v'));
  } finally {
    await driver.close();
  }
}
