import type { Problem } from '#data/model/problem.ts';

const shown = 20;

/** Where something stands, as far as it is known. */
type Place = {
  readonly [Part in 'file' | 'sheet' | 'line' | 'column' | 'record']?: string | number | undefined;
};

/** Problems a line each: place, then what is wrong and what is accepted. The first twenty, and how many more. */
export function problemLines(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const lines = errors.slice(0, shown).map((problem) => `weft: ${placeOf(problem)}${problem.message}`);
  if (errors.length > shown) lines.push(`weft: … and ${errors.length - shown} more errors.`);
  return `${lines.join('\n')}\n`;
}

/** Notes a line each, for people. */
export function noteLines(problems: readonly (Place & { readonly message: string })[]): string {
  return problems.map((problem) => `note: ${placeOf(problem)}${problem.message}\n`).join('');
}

function placeOf(problem: Place): string {
  const parts = [
    problem.file,
    problem.sheet === undefined ? undefined : `sheet ${problem.sheet}`,
    problem.line === undefined ? undefined : `line ${problem.line}`,
    problem.column === undefined ? undefined : `column ${problem.column}`,
    problem.record,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}
