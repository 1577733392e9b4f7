import { runSteps, steps } from './steps.ts';
import { runTests, type Count } from './run-tests.ts';

/**
 * Runs every check of the text, then the vitest projects, then what else counts its own tests; the last line counts
 * tests, a failed check as one failure.
 */
export async function runAll(
  projects: readonly string[],
  others: readonly (() => Promise<Count>)[] = [],
): Promise<void> {
  const failed = await runSteps(steps);
  let { passed, failed: failures } = await runTests(projects);
  for (const run of others) {
    const count = await run();
    passed += count.passed;
    failures += count.failed;
  }
  if (failed.length > 0) process.stdout.write(`\nFailed checks: ${failed.join(', ')}\n`);
  process.stdout.write(`\n${passed} passed, ${failures + failed.length} failed\n`);
  process.exitCode = failed.length + failures > 0 ? 1 : 0;
}
