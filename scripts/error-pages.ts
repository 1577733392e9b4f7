import { writeFileSync } from 'node:fs';
import { analysisErrors } from '#analysis/errors.ts';
import { problemStatuses, statusTitles } from '#api/contract/problems.ts';
import { apiErrors } from '#api/errors.ts';
import { dataErrors } from '#data/errors.ts';

const page = new URL('../docs/errors.md', import.meta.url);

const tables = [
  ['The API, the command line and the analysis host', apiErrors],
  ['Reading, lensing and storing', dataErrors],
  ['Analysis', analysisErrors],
] as const;

/** docs/errors.md, from the error tables and the statuses of the API alone. */
export function errorPage(): string {
  const sections = tables.map(([title, table]) => {
    const rows = Object.entries(table).map(
      ([code, sentence]) => `| \`${code}\` | ${statusOf(code)} | ${sentence} |`,
    );
    return [`## ${title}`, '', '| code | status | what it means |', '|---|---|---|', ...rows].join('\n');
  });
  return `# Errors

Made from the error tables by \`scripts/error-pages.ts\`; a test fails when this page is stale. Every error has a stable
code and says what is wrong, with which value, and what is accepted. The HTTP API answers it as
\`application/problem+json\` (RFC 9457) with the code and the status below; the command line prints its sentence and ends
with status 1 (bad input), 2 (wrong use) or 3 (something outside failed).

${sections.join('\n\n')}
`;
}

function statusOf(code: string): string {
  const status = (problemStatuses as Readonly<Record<string, number>>)[code] ?? 0;
  return `${status} ${statusTitles[status] ?? ''}`;
}

if (import.meta.main) writeFileSync(page, errorPage());
