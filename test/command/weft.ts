import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Analysis } from '#api/contract/analysis.ts';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const entry = resolve(import.meta.dirname, '../../bin/weft.js');

interface Options {
  readonly directory?: string;
  /** Who reads its output: somebody who has seen enough, or a full disk; else the test. */
  readonly reader?: 'closed' | 'full';
  /** When it is sent what Ctrl-C sends. */
  readonly interruptAfterMs?: number;
}

/** Runs the real command as a process of its own. */
export async function weft(
  words: readonly string[],
  { directory = process.cwd(), reader, interruptAfterMs }: Options = {},
): Promise<Ran> {
  return await new Promise((done, fail) => {
    const child = spawn(process.execPath, [entry, ...words], {
      env: { ...process.env, INIT_CWD: directory },
      stdio: ['pipe', reader === 'full' ? openSync('/dev/full', 'w') : 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    if (reader === 'closed') child.stdout?.destroy();
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    if (interruptAfterMs !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfterMs);
    child.on('error', fail);
    child.on('close', (status) => {
      done({ status, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** An analysis as JSON; fails with what the command said when it did not end well. */
export async function analysisOf(words: readonly string[]): Promise<Analysis> {
  const { status, out, err } = await weft(['analyze', ...words, '--output', 'json']);
  if (status !== 0) throw new Error(`status ${status}: ${err}`);
  return JSON.parse(out) as Analysis;
}

export async function emptyFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'weft-command-'));
}

/** Real data that lies beside the checkout on the developers' machines; tests use it in addition. */
export const sharedData = resolve(import.meta.dirname, '../../../shared/data');
