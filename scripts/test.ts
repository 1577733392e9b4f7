import { runSteps, steps } from './steps.ts';
import { runTests } from './run-tests.ts';

/** `npm test`: everything, fast parts first; the last line counts tests, and a failed check as one failure. */
const failed = await runSteps(steps);
const tests = await runTests(['unit', 'command', 'reliability', 'bars']);
if (failed.length > 0) process.stdout.write(`\nFailed checks: ${failed.join(', ')}\n`);
process.stdout.write(`\n${tests.passed} passed, ${tests.failed + failed.length} failed\n`);
process.exitCode = failed.length + tests.failed > 0 ? 1 : 0;
