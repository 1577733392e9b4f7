import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endLeftHost, markHost } from '#api/host/left-host.ts';
import type { HostMark } from '#data/store/job-port.ts';
import { send } from '#test/api/serve-app.ts';
import { killAll, serveProcess } from './served-process.ts';

const hostile = fileURLToPath(new URL('../api/host/hostile-host.ts', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-kill-serve-'));
});
afterAll(async () => {
  await killAll();
  await rm(folder, { recursive: true, force: true });
});

interface Line {
  readonly id: string;
  readonly host: HostMark | null;
}

async function hostOf(id: string): Promise<HostMark> {
  const journal = join(folder, 'weft-data/jobs.ndjson');
  const late = Date.now() + 20_000;
  while (Date.now() < late) {
    const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').slice(0, -1) : [];
    const last = lines.map((line) => JSON.parse(line) as Line).findLast((line) => line.id === id);
    if (last?.host) return last.host;
    await setTimeout(2);
  }
  throw new Error(`The journal names no host of job ${id}.`);
}

const isThere = ({ pid }: HostMark): boolean =>
  existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

describe.runIf(process.platform === 'linux')('kill -9 of weft serve', () => {
  it('with a job that hangs: the next start ends it and says INTERRUPTED, and results are still there', async () => {
    const first = await serveProcess(folder);
    await send('POST', `${first.api}/networks`, { slug: 'valley', name: 'Valley' });
    await send('POST', `${first.api}/networks/valley/organizations`, { id: 'a', name: 'A' });
    const analyses = '/networks/valley/analyses';
    const done = await send('POST', `${first.api}${analyses}?wait=30`, { measures: ['degree'] });
    expect(done.status).toBe(200);
    const asked = await send('POST', `${first.api}${analyses}`, { measures: ['density'] });
    const id = String(asked.body['id']);
    const host = await hostOf(id);
    // Stopped, it hears as little of its parent's end as in an endless loop.
    process.kill(host.pid, 'SIGSTOP');
    expect(host.parent).toBe(first.child.pid);
    await first.kill();
    await setTimeout(100);
    expect(isThere(host)).toBe(true);

    const second = await serveProcess(folder);
    await expect.poll(() => isThere(host), { timeout: 2_000 }).toBe(false);
    const { body } = await send('GET', `${second.api}/jobs/${id}`);
    expect(body).toMatchObject({ state: 'failed', problem: { code: 'INTERRUPTED' } });
    const receipt = JSON.parse(done.headers.get('ETag') ?? 'null') as string;
    const kept = await send('GET', `${second.api}${analyses}/${receipt}`);
    expect([kept.status, kept.body]).toEqual([200, done.body]);
    await second.kill();
  });
});

describe.runIf(process.platform === 'linux')('a process that was left over', () => {
  it('is ended in an endless loop, and let alone while its server is there or when the number is another’s', async () => {
    // A server of one job: forks the loop, names it and waits to be killed.
    const script = `const { fork } = await import('node:child_process');
      const host = fork(${JSON.stringify(hostile)}, { execArgv: [] });
      host.send({ task: 'loop' });
      setTimeout(() => process.stdout.write(String(host.pid)), 500);
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    const mark = markHost(Number(String(pid)));
    if (!mark) throw new Error('The process is not there.');
    expect(endLeftHost(mark)).toBe(false);
    const exit = once(parent, 'exit');
    parent.kill('SIGKILL');
    await exit;
    await setTimeout(100);
    expect(endLeftHost({ ...mark, started: `${mark.started}0` })).toBe(false);
    expect(isThere(mark)).toBe(true);
    expect(endLeftHost(mark)).toBe(true);
    await expect.poll(() => isThere(mark)).toBe(false);
    expect(endLeftHost(mark)).toBe(false);
  });
});
