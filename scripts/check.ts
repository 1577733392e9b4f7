import { runSteps, steps } from './steps.ts';
import { runTests } from './run-tests.ts';

/** `npm run check`: the quick part, for every few minutes. */
const failed = await runSteps(steps);
const tests = await runTests(['unit']);
if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
process.stdout.write(`\n${tests.passed} passed, ${tests.failed + failed.length} failed\n`);
process.exitCode = failed.length + tests.failed > 0 ? 1 : 0;
