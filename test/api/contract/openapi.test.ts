import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#api/contract/operations.ts';
import { serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
beforeAll(async () => {
  served = await serveApp();
});
afterAll(() => served.close());

interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly stack: readonly { readonly method?: string }[];
  };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** What the server has: every route below /api/v1, from express itself. */
function routesOf(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return routesOf(handle?.stack ?? []);
    const methods = new Set(route.stack.flatMap(({ method }) => (method === undefined ? [] : [method])));
    return [route.path]
      .flat()
      .flatMap((path) => [...methods].map((method) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`));
  });
}

describe('OpenAPI', () => {
  it('lists exactly the routes that there are', async () => {
    const document = (await (await fetch(`${served.api}/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const { stack } = served.app.app.router as unknown as { stack: readonly Layer[] };
    const there = routesOf(stack).filter(
      (route) => !/ \/(api\/docs|access|n\/.*)?$/u.test(route) && !route.endsWith(' /'),
    );
    expect(there.length).toBeGreaterThan(60);
    expect(listed.sort()).toEqual(there.sort());
    expect(document.openapi).toBe('3.1.0');
  });

  it('has patterns that are regular expressions, and an id of its own for each operation', async () => {
    const text = await (await fetch(`${served.api}/openapi.json`)).text();
    const patterns: string[] = [];
    JSON.parse(text, (key, value: unknown) => {
      if (key === 'pattern' && typeof value === 'string') patterns.push(value);
      return value;
    });
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) {
      expect(() => new RegExp(pattern, 'u')).not.toThrow();
      expect(pattern.endsWith('/u')).toBe(false);
    }
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('says which readings answer 304 to the ETag that they gave', async () => {
    const { paths } = (await (await fetch(`${served.api}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string; parameters?: { name: string }[] }>>;
    };
    const listed = Object.values(paths).flatMap((methods) =>
      Object.values(methods).filter(({ parameters }) =>
        parameters?.some(({ name }) => name === 'If-None-Match'),
      ),
    );
    const tagged = operations.filter(
      ({ id, method, answers }) =>
        method === 'get' && answers[200]?.headers?.includes('ETag') === true && id !== 'readNetwork',
    );
    expect(tagged.length).toBeGreaterThan(12);
    expect(listed.map(({ operationId }) => operationId)).toEqual(tagged.map(({ id }) => id));
    for (const { answers } of tagged) expect(answers[304]).toBeDefined();
  });

  it('says between which bounds whole numbers are accepted', async () => {
    const text = await (await fetch(`${served.api}/openapi.json`)).text();
    let whole = 0;
    JSON.parse(text, (_, value: unknown) => {
      const { type, minimum, maximum } = (value ?? {}) as Readonly<Record<string, unknown>>;
      if (![type].flat().includes('integer')) return value;
      whole += 1;
      expect([typeof minimum, typeof maximum]).toEqual(['number', 'number']);
      expect(Math.max(-Number(minimum), Number(maximum))).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
      return value;
    });
    expect(whole).toBeGreaterThan(20);
  });

  it('is readable at /api/docs, without a script and without anything from outside', async () => {
    const page = await (await fetch(`${served.url}/api/docs`)).text();
    for (const { path } of operations) expect(page).toContain(path);
    expect(page).toContain(`curl &#39;${served.api}/networks&#39;`);
    expect(page).not.toContain(':4870');
    expect(page).not.toMatch(/<script|src=|<link|href="https?:/u);
  });
});
