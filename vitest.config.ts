import { defineConfig } from 'vitest/config';

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
          include: ['test/neo4j/**/*.test.ts'],
          // One real server for all of them, and one file at a time: what they measure is theirs.
          globalSetup: ['test/neo4j/server.setup.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      { test: { name: 'reliability', include: ['test/reliability/**/*.test.ts'], testTimeout: 1_200_000 } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'bars', include: ['test/bars/**/*.test.ts'], testTimeout: 600_000 } },
    ],
  },
});
