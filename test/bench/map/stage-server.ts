import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { mapPage, plantedMap, type Plan } from '#test/viz/planted-map.ts';
import { drawMap } from '#viz/scene/draw-map.ts';

/** The stage page with planted networks, at /N.json each, on a port of its own. */
export async function stageServer(
  plans: readonly Plan[],
): Promise<{ address: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-stage-'));
  await build({
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true },
    worker: { format: 'es' },
  });
  for (const plan of plans) await writeFile(join(folder, `${plan.n}.json`), stageJson(plan));
  const server = await serve(folder);
  return {
    address: addressOf(server),
    close: async () => {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

function stageJson(plan: Plan): string {
  const input = plantedMap(plan);
  const scene = drawMap(input, mapPage);
  return JSON.stringify({ input, scene }, (_, value: unknown) =>
    value instanceof Float64Array ? Array.from(value) : value,
  );
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/');
    readFile(join(folder, path)).then(
      (bytes) => response.setHeader('content-type', types[extname(path)] ?? 'font/woff2').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function addressOf(server: Server): string {
  const at = server.address();
  return typeof at === 'object' && at !== null ? `http://127.0.0.1:${at.port}/` : '';
}
