import type { Operation } from '#api/contract/define-operation.ts';
import { exampleRequest } from '#api/contract/example-request.ts';
import { isCode } from '#api/services/problem-of.ts';
import { escape as escapeHtml } from '#api/services/report-html/escape.ts';

/** An operation as OpenAPI has it, as far as the documentation shows it. */
export interface OperationObject {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly content?: Content;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly description?: string;
}

/** One operation: what it does, an example to send, what it takes and what it answers. */
export function operationHtml(operation: Operation, of: OperationObject | undefined): string {
  const { id, method, path, summary, description } = operation;
  const parameters = of?.parameters ?? [];
  const bodies = Object.entries(of?.requestBody?.content ?? {});
  const answers = Object.entries(of?.responses ?? {}).map(
    ([status, answer]) =>
      `<li><b>${status}</b> ${withCodes(escapeHtml(answer.description))}${Object.entries(answer.content ?? {})
        .map(([type, { schema }]) =>
          Number(status) < 300 ? ` – ${escapeHtml(type)}: ${schemaHtml(schema)}` : '',
        )
        .join('')}</li>`,
  );
  return `<article id="${id}"><h3><span class="${method}">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(summary)}. ${escapeHtml(description ?? '')}</p>
<pre>${escapeHtml(curl(operation))}</pre>
${parameters.length > 0 ? `<table><tr><th>parameter</th><th>in</th><th>what it holds</th></tr>${parameters.map(parameterRow).join('')}</table>` : ''}
${bodies.length > 0 ? `<p>Body: ${bodies.map(([type, { schema }]) => `<code>${escapeHtml(type)}</code> ${schemaHtml(schema)}`).join(' or ')}</p>` : ''}
<details><summary>Answers</summary><ul>${answers.join('')}</ul></details></article>`;
}

/** Codes of problems as links to what they mean. */
function withCodes(text: string): string {
  return text.replaceAll(/[A-Z][A-Z_]+[A-Z]/gu, (code) =>
    isCode(code) ? `<a href="#${code}">${code}</a>` : code,
  );
}

/** The address in the examples, where the page is not asked for at another. */
export const exampleServer = 'http://127.0.0.1:4870';

/** The example as a command line that can be pasted. */
function curl(operation: Operation): string {
  const { method, path, headers, body, files } = exampleRequest(operation);
  const words = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${exampleServer}/api/v1${path}'`,
    ...Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`),
    ...(body === undefined ? [] : [`-d '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`]),
    ...Object.keys(files ?? {}).map((name) => `-F file=@${name}`),
  ];
  return words.join(' \\\n  ');
}

function parameterRow({ name, in: place, required, description, schema, content }: Parameter): string {
  const holds = schema ?? content?.['application/json']?.schema;
  const about = description ?? holds?.description ?? '';
  return `<tr><td><code>${escapeHtml(name)}</code></td><td>${place}${required === true ? ', required' : ''}</td><td>${escapeHtml(about)} ${schemaHtml(holds)}</td></tr>`;
}

/** A schema in a few words; one with a name as a link to it. */
function schemaHtml(schema: Schema | undefined): string {
  if (!schema) return '';
  const named = schema.$ref?.split('/').at(-1);
  if (named !== undefined) return `<a href="#schema-${escapeHtml(named)}">${escapeHtml(named)}</a>`;
  if (schema.items) return `list of ${schemaHtml(schema.items)}`;
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length > 0) {
    const inside = fields.map(([name, field]) => `${escapeHtml(name)}: ${schemaHtml(field)}`);
    return `{ ${inside.join(', ')} }`;
  }
  return `<i>${escapeHtml(plainWords(schema))}</i>`;
}

function plainWords({
  type,
  enum: values,
  minimum,
  maximum,
  maxLength,
  pattern,
  default: usual,
}: Schema): string {
  return [
    values ? values.join(' | ') : [type ?? 'any'].flat().join(' or '),
    minimum === undefined ? '' : `from ${minimum}`,
    maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : `to ${maximum}`,
    maxLength === undefined ? '' : `up to ${maxLength} characters`,
    pattern === undefined || pattern.includes('u0000') ? '' : `as ${pattern}`,
    usual === undefined ? '' : `usually ${JSON.stringify(usual)}`,
  ]
    .filter((word) => word !== '')
    .join(', ');
}
