import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { serveCommand } from '#api/cli/serve.ts';

const root = join(import.meta.dirname, '../..');
const text = await readFile(join(root, 'compose.yaml'), 'utf8');

/** Of the Compose specification, what is used here: any other key is a slip of the pen. */
const duration = z.string().regex(/^\d+(ms|s|m|h)$/u);
const mount = z.string().regex(/^(\.|[a-z][a-z0-9-]*):\/[a-z0-9_/.-]+(:ro)?$/u);
const service = z.strictObject({
  image: z.string().regex(/^[a-z0-9/.-]+:[a-zA-Z0-9._-]+$/u),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
  working_dir: z.string().startsWith('/').optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u), z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/u)).optional(),
  volumes: z.array(mount).optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_started', 'service_healthy']) }))
    .optional(),
  healthcheck: z.strictObject({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
    interval: duration,
    timeout: duration,
    retries: z.number().int().positive(),
    start_period: duration,
  }),
});
const compose = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/u),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string().startsWith('./') })),
});
const { services, volumes, secrets } = compose.parse(parse(text));

describe('compose.yaml', () => {
  it('refuses what the specification does not know', () => {
    const broken: unknown = parse(text.replace('retries:', 'retry:'));
    expect(compose.safeParse(broken).success).toBe(false);
  });

  it('names only services, volumes and secrets that it declares, and each of them', () => {
    const all = Object.values(services);
    const named = all.flatMap((one) => one.volumes ?? []).map((one) => one.split(':')[0] ?? '');
    expect(new Set(named.filter((one) => one !== '.'))).toEqual(new Set(Object.keys(volumes)));
    expect(new Set(all.flatMap((one) => one.secrets ?? []))).toEqual(new Set(Object.keys(secrets)));
    for (const on of all.flatMap((one) => Object.keys(one.depends_on ?? {}))) {
      expect(Object.keys(services)).toContain(on);
    }
  });

  it('keeps passwords and tokens in files, which docs/neo4j.md makes and git passes over', async () => {
    const page = await readFile(join(root, 'docs/neo4j.md'), 'utf8');
    for (const { file } of Object.values(secrets)) expect(page).toContain(`> ${file.slice(2)}`);
    expect(await readFile(join(root, '.gitignore'), 'utf8')).toMatch(/^\/secrets\/$/mu);
    const values = Object.values(services).flatMap((one) => Object.entries(one.environment ?? {}));
    for (const [name, value] of values) {
      if (/password|auth|token/iu.test(name)) expect(value, name).toMatch(/^\/run\/secrets\//u);
    }
  });

  it('starts Weft with options that it has, on its port', () => {
    const { command = [], ports = [] } = services.weft ?? {};
    const [, serve = ''] = command.join(' ').split('npm start -- ');
    const words = [...serve.matchAll(/--([a-z-]+)/gu)].map(([, word]) => word);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(Object.keys(serveCommand.options)).toContain(word);
    expect(ports[0]?.split(':')[2]).toBe(serveCommand.options.port?.default);
  });
});
