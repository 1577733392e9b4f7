import { runAll } from './run-all.ts';
import { runSchemathesis } from './run-schemathesis.ts';

/** `npm test`: everything, fast parts first; with CI=true also five minutes of generated requests. */
await runAll(
  ['unit', 'command', 'neo4j', 'e2e', 'reliability', 'bars'],
  process.env['CI'] === 'true' ? [runSchemathesis] : [],
);
