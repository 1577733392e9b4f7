import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtExample, builtExampleFolder } from '#api/services/built-example.ts';
import { exampleFiles, examples } from '#data/examples/examples.ts';
import { serveApp, type Served } from '#test/api/serve-app.ts';
import { buildExample } from '../../scripts/build-example.ts';

let served: Served;
beforeAll(async () => {
  await buildExample();
  served = await serveApp();
}, 120_000);
afterAll(() => served.close());

it('what the build keeps of the example is what a server computes from it, byte for byte', async () => {
  const base = `${served.api}/networks/${builtExample}`;
  const form = new FormData();
  for (const path of exampleFiles(builtExample)) form.append('file', new Blob([await readFile(path)]), path);
  expect((await fetch(`${base}/imports?wait=60`, { method: 'POST', body: form })).status).toBe(200);
  for (const what of ['view', 'findings']) {
    const computed = await fetch(`${base}/${what}?wait=60`);
    expect(computed.status).toBe(200);
    const same =
      (await computed.text()) === (await readFile(join(builtExampleFolder, `${what}.json`), 'utf8'));
    expect(same, what).toBe(true);
  }
  expect(examples.map(({ name }) => name)).toContain(builtExample);
  // Made from these sources: asked again, nothing is to be done.
  expect(await buildExample()).toBe(false);
}, 120_000);
