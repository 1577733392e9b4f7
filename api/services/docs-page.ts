import type { Operation } from '#api/contract/define-operation.ts';
import { problemStatuses, type ProblemCode } from '#api/contract/problems.ts';
import { errorSentences } from '#api/services/error-sentences.ts';
import { escape as escapeHtml } from '#api/services/report-html/escape.ts';
import type { OpenApiDocument } from '#api/contract/openapi.ts';

/** The documentation that /api/docs shows: plain HTML from the operations, nothing from outside, no script. */
export function docsPage(operations: readonly Operation[], document: OpenApiDocument): string {
  const tags = Map.groupBy(operations, ({ tag }) => tag);
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  const sections = [...tags].map(
    ([tag, list]) =>
      `<section><h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${list
        .map((operation) => operationHtml(operation, paths[operation.path]?.[operation.method]))
        .join('')}</section>`,
  );
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="schema-${escapeHtml(name)}"><summary>${escapeHtml(name)}</summary><pre>${escapeHtml(JSON.stringify(schema, null, 1))}</pre></details>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Weft API</title><style>${style}</style></head><body>
<header><h1>Weft API</h1><p>${escapeHtml(document.info.description ?? '')}</p>
<p>Everything is below <code>/api/v1</code>; the same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
<p>A record is read with its revision as <code>ETag</code>; a change sends it back as <code>If-Match</code>. <code>Idempotency-Key</code> makes a change that is sent twice happen once.</p>
<nav>${[...tags.keys()].map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`).join(' ')} <a href="#problems">problems</a> <a href="#schemas">schemas</a></nav></header>
${sections.join('\n')}
<section><h2 id="problems">problems</h2><table><tr><th>code</th><th>status</th><th>what it means</th></tr>${Object.keys(problemStatuses).map(problemRow).join('')}</table></section>
<section><h2 id="schemas">schemas</h2>${schemas.join('\n')}</section>
</body></html>
`;
}

interface OperationObject {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: { readonly description?: string };
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

function operationHtml(
  { id, method, path, summary, description }: Operation,
  of: OperationObject | undefined,
): string {
  const parameters = (of?.parameters ?? []).map(
    (parameter) =>
      `<li><code>${escapeHtml(parameter.name)}</code> (${parameter.in}${parameter.required === true ? ', required' : ''}) ${escapeHtml(parameter.description ?? parameter.schema?.description ?? '')}</li>`,
  );
  const answers = Object.entries(of?.responses ?? {}).map(
    ([status, answer]) => `<li><b>${status}</b> ${escapeHtml(answer.description)}</li>`,
  );
  const bodies = Object.keys(of?.requestBody?.content ?? {});
  return `<article id="${id}"><h3><span class="${method}">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(summary)}. ${escapeHtml(description ?? '')}</p>
${parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : ''}
${bodies.length > 0 ? `<p>Body: ${bodies.map(escapeHtml).join(' or ')}</p>` : ''}
<details><summary>Answers</summary><ul>${answers.join('')}</ul></details></article>`;
}

function problemRow(code: string): string {
  return `<tr id="${code}"><td><code>${code}</code></td><td>${problemStatuses[code as ProblemCode]}</td><td>${escapeHtml(errorSentences[code] ?? '')}</td></tr>`;
}

const style = `
:root{color-scheme:light dark}body{font:16px/1.5 Inter,system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto}h2{margin-top:3rem;border-bottom:1px solid}
article{margin:1.5rem 0}h3{margin-bottom:.2rem}nav a{margin-right:.8rem}td,th{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0}
h3 span{font-size:.8em}`;
