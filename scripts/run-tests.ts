import { readFile, rm } from 'node:fs/promises';
import { runCommand } from './steps.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Runs vitest projects one after another and counts from the runner's own reports. A skipped test is a failure. */
export async function runTests(projects: readonly string[]): Promise<Count> {
  let passed = 0;
  let failed = 0;
  for (const project of projects) {
    process.stdout.write(`\n== ${project}\n`);
    const file = `.cache/tests-${project}.json`;
    await rm(file, { force: true });
    const status = await runCommand([
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const report = await readReport(file);
    if (!report) {
      failed++;
      continue;
    }
    passed += report.numPassedTests;
    failed += report.numFailedTests + report.numTodoTests;
    // A file that could not be collected has no tests to fail.
    if (status !== 0 && report.numFailedTests === 0) failed += Math.max(1, report.numFailedTestSuites);
  }
  return { passed, failed };
}

async function readReport(file: string): Promise<Report | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
