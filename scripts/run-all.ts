import { runSteps, steps } from './steps.ts';
import { runTests } from './run-tests.ts';

/** Runs every check of the text, then the vitest projects; the last line counts tests, a failed check as one failure. */
export async function runAll(projects: readonly string[]): Promise<void> {
  const failed = await runSteps(steps);
  const tests = await runTests(projects);
  if (failed.length > 0) process.stdout.write(`\nFailed checks: ${failed.join(', ')}\n`);
  process.stdout.write(`\n${tests.passed} passed, ${tests.failed + failed.length} failed\n`);
  process.exitCode = failed.length + tests.failed > 0 ? 1 : 0;
}
