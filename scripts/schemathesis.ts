import { runSchemathesis } from './run-schemathesis.ts';

/** `node scripts/schemathesis.ts`: the five minutes of generated requests that `npm test` runs with CI=true. */
const { passed, failed } = await runSchemathesis();
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
