import type { Operation } from '#api/contract/define-operation.ts';
import type { OpenApiDocument } from '#api/contract/openapi.ts';
import { problemStatuses, type ProblemCode } from '#api/contract/problems.ts';
import { operationHtml, type OperationObject } from '#api/services/docs-operation.ts';
import { errorSentences } from '#api/services/error-sentences.ts';
import { escape as escapeHtml } from '#api/services/report-html/escape.ts';

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
      `<details><summary>${escapeHtml(name)}</summary><pre id="schema-${escapeHtml(name)}">${escapeHtml(JSON.stringify(schema, null, 1))}</pre></details>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Weft API</title><style>${docsStyle}</style></head><body>
<header><h1>Weft API</h1><p>${escapeHtml(document.info.description ?? '')}</p>
<p>Everything is below <code>/api/v1</code>; the same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. The examples are about the network that ships with Weft and can be sent as they stand.</p>
${basics}
<nav>${[...tags.keys()].map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`).join(' ')} <a href="#problems">problems</a> <a href="#schemas">schemas</a></nav></header>
${sections.join('\n')}
<section><h2 id="problems">problems</h2><p>Every error is <code>application/problem+json</code> (RFC 9457): <code>code</code> is stable, <code>detail</code> says what is wrong with its value, <code>hint</code> what would be accepted, <code>errors</code> each part that is wrong, <code>request</code> the id under which the server’s log has it.</p><table><tr><th>code</th><th>status</th><th>what it means</th></tr>${Object.keys(problemStatuses).map(problemRow).join('')}</table></section>
<section><h2 id="schemas">schemas</h2>${schemas.join('\n')}</section>
</body></html>
`;
}

/** What holds at every address. */
const basics = `<dl>
<dt>Versions</dt><dd>A record is read with its revision as <code>ETag</code>; PATCH and DELETE send it back as <code>If-Match</code>. Without it the answer is 428, with another version’s it is 412 and holds both versions, <code>theirs</code> and <code>mine</code>.</dd>
<dt>Once</dt><dd><code>Idempotency-Key</code> makes a change that is sent twice happen once: the second is answered as the first. The same key with another change is refused.</dd>
<dt>Changes</dt><dd>PATCH is a JSON merge patch (RFC 7396): what is named is replaced, null removes. Several records change at once by POST …/changes, all or none.</dd>
<dt>Pages</dt><dd>Lists answer <code>{items, next}</code>; <code>next</code> goes into <code>cursor</code>. A page never repeats or skips a record because others are being written; a search (<code>q</code>) is by rank, which they may move.</dd>
<dt>Media types</dt><dd>An address answers in the media types listed with it, whatever <code>Accept</code> says.</dd>
<dt>Time</dt><dd><code>knownAt</code> is a revision: records, findings, the map and the history as they were known then.</dd>
<dt>Work</dt><dd>What takes long is answered 202 with a job; <code>wait</code> waits some seconds for its end. A job is followed at <code>/jobs/{id}/events</code>, and its result is at the address in <code>result</code>. Results are kept: the same question is answered at once, with an ETag.</dd>
<dt>Access</dt><dd>On this machine alone no token is needed; otherwise <code>Authorization: Bearer TOKEN</code>, the view token to look and the edit token to change.</dd>
<dt>Limits</dt><dd><a href="/api/v1/limits">/api/v1/limits</a> names each limit and its value here.</dd>
</dl>`;

function problemRow(code: string): string {
  return `<tr id="${code}"><td><code>${code}</code></td><td>${problemStatuses[code as ProblemCode]}</td><td>${escapeHtml(errorSentences[code] ?? '')}</td></tr>`;
}

/** The content security policy allows it by its hash. */
export const docsStyle = `
:root{color-scheme:light dark}body{font:16px/1.5 Inter,system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;margin:.3rem 0}h2{margin-top:3rem;border-bottom:1px solid}
article{margin:2rem 0}h3{margin-bottom:.2rem}nav a{margin-right:.8rem}td,th{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0}
h3 span{font-size:.8em}dt{font-weight:600}dd{margin:0 0 .4rem 1.5rem}article table{font-size:.95em}
article>pre{border-left:3px solid;padding-left:.8rem}h3,td,li{overflow-wrap:anywhere}
@media(max-width:40rem){tr,td{display:block;padding:0}tr{margin:.6rem 0}tr:has(th){display:none}}`;
