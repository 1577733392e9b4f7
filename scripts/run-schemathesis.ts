import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleNetwork, recordExamples } from '#api/contract/examples.ts';
import { serveWeft, type ServedWeft } from './serve-weft.ts';
import { runCommand } from './steps.ts';
import type { Count } from './run-tests.ts';

const requirements = 'test/schemathesis/requirements.txt';
const config = 'test/schemathesis/schemathesis.toml';
const seconds = Number(process.argv[2] ?? 300);

/**
 * Sends generated requests to a real `weft serve` for five minutes and counts: each operation without a failure is a
 * test that passed, each distinct failure one that failed. What is missing is a failure that says how to get it.
 */
export async function runSchemathesis(): Promise<Count> {
  process.stdout.write('\n== schemathesis\n');
  const tool = await installed();
  if (typeof tool !== 'string') {
    process.stdout.write(`not run: schemathesis (${tool.why})\n`);
    return { passed: 0, failed: 1 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'weft-schemathesis-'));
  let server: ServedWeft | null = null;
  try {
    server = await serveWeft(join(folder, 'data'), 'none');
    const { address } = server;
    await seed(`${address}/api/v1`);
    const report = join(folder, 'report.json');
    await runCommand([
      tool,
      ...['--config-file', config, 'run', `${address}/api/v1/openapi.json`],
      ...['--max-time', String(seconds), '--seed', '1', '--no-color'],
      ...['--report', 'json', '--report-json-path', report],
    ]);
    return countOf(report);
  } catch (error) {
    process.stdout.write(`schemathesis: ${(error as Error).message}\n`);
    return { passed: 0, failed: 1 };
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tool in a Python environment of its own, made anew when its requirements change. */
async function installed(): Promise<string | { readonly why: string }> {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const environment = `.cache/schemathesis-${hash}`;
  const tool = join(environment, 'bin', 'schemathesis');
  if (existsSync(tool)) return tool;
  rmSync(environment, { recursive: true, force: true });
  if ((await runCommand(['python3', '-m', 'venv', environment])) !== 0) {
    return { why: 'no Python environment could be made; Python 3.11 with its venv module is needed' };
  }
  const pip = join(environment, 'bin', 'pip');
  const status = await runCommand([
    pip,
    ...['install', '--quiet', '--disable-pip-version-check', '--requirement', requirements],
  ]);
  if (status === 0 && existsSync(tool)) return tool;
  rmSync(environment, { recursive: true, force: true });
  return { why: `pip could not install ${requirements}; PyPI must be reachable` };
}

const organizations = ['org-valley-homes', 'org-tidewater-chapel', 'org-kiln-yard-safe-streets'];

/** A small network under the name of the example, with a record behind every id of the contract's examples. */
async function seed(api: string): Promise<void> {
  await post(`${api}/networks`, { slug: exampleNetwork, name: 'Harbour County, small' });
  const named = organizations.map((id) => ({
    kind: 'organization',
    id,
    body: { name: id, sector: 'Housing' },
  }));
  const examples = Object.entries(recordExamples)
    .filter(([kind]) => kind !== 'organization')
    .map(([kind, { id, body }]) => ({ kind, id, body }));
  const changes = [...named, ...examples].map(({ kind, id, body }) => {
    return { kind, id, ifRevision: null, after: { ...body, id } };
  });
  await post(`${api}/networks/${exampleNetwork}/changes`, { changes });
}

async function post(url: string, body: unknown): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}

interface Report {
  readonly operations: { readonly total: number; readonly tested: number };
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly { readonly count: number; readonly operations: readonly string[] }[];
  readonly errors: readonly unknown[];
}

function countOf(file: string): Count {
  const { operations, test_cases, failures, errors } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const wrong = failures.reduce((sum, { count }) => sum + count, 0);
  const untested = operations.total - operations.tested;
  const failing = new Set(failures.flatMap((failure) => failure.operations));
  process.stdout.write(
    `schemathesis: ${operations.tested} of ${operations.total} operations, ${test_cases.generated} requests, ` +
      `${wrong} failures, ${errors.length} errors\n`,
  );
  return {
    passed: Math.max(0, operations.tested - failing.size),
    failed: wrong + errors.length + untested,
  };
}
