import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serveApp();
  base = `${served.api}/networks/valley`;
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
  await send('POST', `${base}/organizations`, { id: 'a', name: 'A' });
});
afterAll(() => served.close());

/** The kept files of an ending. */
function kept(ending: string): string[] {
  const folder = join(served.folder, 'results');
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith(ending));
}

const damages: Readonly<Record<string, (path: string) => void>> = {
  'without bytes': (path) => truncateSync(path, 0),
  'cut short': (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  gone: (path) => rmSync(path),
};

describe('a kept result that the disk has damaged', () => {
  it.each(Object.entries(damages))('%s is made anew, the same to the byte', async (_, damage) => {
    const url = `${base}/findings?wait=30`;
    const whole = await (await fetch(url)).text();
    for (const path of kept('.json')) damage(path);
    const again = await fetch(url);
    expect([again.status, await again.text()]).toEqual([200, whole]);
  });

  it('of the same look is not drawn from: the map comes, and the findings are kept anew', async () => {
    const findings = await (await fetch(`${base}/findings?wait=30`)).text();
    for (const path of kept('.json')) writeFileSync(path, `{"receipt":\n`);
    expect((await fetch(`${base}/map?wait=30`)).status).toBe(200);
    expect((await fetch(`${base}/view?wait=30`)).status).toBe(200);
    expect(await (await fetch(`${base}/findings?wait=30`)).text()).toBe(findings);
  });

  it.each(Object.entries(damages))('an export whose description is %s is made anew', async (_, damage) => {
    const url = `${base}/exports/weft?wait=30`;
    const whole = await (await fetch(url)).text();
    for (const path of kept('.about')) damage(path);
    const again = await fetch(url);
    expect([again.status, await again.text()]).toEqual([200, whole]);
  });
});
