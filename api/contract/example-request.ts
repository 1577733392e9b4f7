import type { Operation } from '#api/contract/define-operation.ts';

/** An example as it is sent. */
export interface ExampleRequest {
  readonly method: string;
  /** Below /api/v1, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: unknown;
  /** Files of a form by their names, where the body is one. */
  readonly files: Readonly<Record<string, string>> | null;
}

/** The example of an operation as a request: what the documentation shows and a test sends. */
export function exampleRequest({ method, path, example, headers, body }: Operation): ExampleRequest {
  const { params = {}, query = {}, files } = example;
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? `{${name}}`)),
  );
  const words = Object.entries(query).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : value)}`,
  );
  const [type] = body?.types ?? [];
  return {
    method: method.toUpperCase(),
    path: words.length === 0 ? filled : `${filled}?${words.join('&')}`,
    headers: {
      ...(type === undefined || files ? {} : { 'Content-Type': type }),
      ...(headers.includes('If-Match') ? { 'If-Match': '"1"' } : {}),
    },
    body: example.body,
    files: files ?? null,
  };
}
