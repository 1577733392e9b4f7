import { defineConfig } from 'vitest/config';
import { isNeo4jUrl } from '#data/store/neo4j/store-address.ts';

/** Fast parts first: unit is what `npm run check` runs; the others follow in `npm test`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{analysis,data,api,viz,contract,laws,reference,architecture}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'command', include: ['test/command/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'neo4j',
          // The screen with it: what is entered, undone and seen elsewhere. All of e2e: WEFT_STORE=neo4j://….
          include: ['test/neo4j/**/*.test.ts', 'test/e2e/editing.test.ts'],
          setupFiles: ['test/neo4j/environment.ts'],
          // One real server for all of them, and one file at a time: what they measure is theirs.
          globalSetup: ['test/neo4j/server.setup.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      { test: { name: 'reliability', include: ['test/reliability/**/*.test.ts'], testTimeout: 1_200_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // One Neo4j (WEFT_STORE=neo4j://…) holds one file's records at a time.
          fileParallelism: !isNeo4jUrl(process.env['WEFT_STORE'] ?? ''),
          testTimeout: 120_000,
        },
      },
      { test: { name: 'bars', include: ['test/bars/**/*.test.ts'], testTimeout: 600_000 } },
    ],
  },
});
