import type { Problem } from '#data/model/problem.ts';

const shown = 20;

/** Problems a line each: place, then what is wrong and what is accepted. The first twenty, and how many more. */
export function problemLines(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const lines = errors.slice(0, shown).map((problem) => `weft: ${placeOf(problem)}${problem.message}`);
  if (errors.length > shown) lines.push(`weft: … and ${errors.length - shown} more errors.`);
  return `${lines.join('\n')}\n`;
}

/** Notes a line each, for people. */
export function noteLines(problems: readonly Pick<Problem, 'file' | 'sheet' | 'line' | 'column' | 'record' | 'message'>[]): string {
  return problems.map((problem) => `note: ${placeOf(problem)}${problem.message}\n`).join('');
}

function placeOf(problem: Pick<Problem, 'file' | 'sheet' | 'line' | 'column' | 'record'>): string {
  const parts = [
    problem.file,
    problem.sheet === undefined ? undefined : `sheet ${problem.sheet}`,
    problem.line === undefined ? undefined : `line ${problem.line}`,
    problem.column === undefined ? undefined : `column ${problem.column}`,
    problem.record,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}
