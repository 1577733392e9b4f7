import neo4j from 'neo4j-driver';
import { expect, inject, it } from 'vitest';

it('runs on a real Neo4j, which says what it is', async () => {
  const { url, user, password, what } = inject('neo4j');
  const { protocol, host } = new URL(url);
  const driver = neo4j.driver(`${protocol}//${host}`, neo4j.auth.basic(user, password));
  const { records } = await driver.executeQuery(
    'CALL dbms.components() YIELD name, versions RETURN name, versions',
  );
  await driver.close();
  expect(records[0]?.get('name')).toBe('Neo4j Kernel');
  expect(what).toContain(String((records[0]?.get('versions') as string[])[0]));
});
