import type { Kind } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';

/** The body with every id that it names replaced: `idOf` is asked with the id and the kinds that may stand there. */
export function rewriteLinks<Body extends object>(
  kind: Kind,
  body: Body,
  idOf: (id: string, to: readonly Kind[]) => string,
): Body {
  return records[kind].links.reduce<unknown>(
    (value, { path, to }) => rewriteAt(value, path.split('.'), (id) => idOf(id, to)),
    body,
  ) as Body;
}

function rewriteAt(value: unknown, path: readonly string[], idOf: (id: string) => string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? idOf(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const list = step.endsWith('[]');
  const field = list ? step.slice(0, -2) : step;
  const next = (value as Record<string, unknown>)[field];
  if (next === undefined) return value;
  const written =
    list && Array.isArray(next)
      ? next.map((item) => rewriteAt(item, rest, idOf))
      : rewriteAt(next, rest, idOf);
  return { ...value, [field]: written };
}
