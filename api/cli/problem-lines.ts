import { thousands } from '#analysis/words/number-words.ts';
import { sortOf } from '#data/formats/input-problems.ts';
import type { Problem } from '#data/model/problem.ts';

const shown = 20;

/** Where something stands, as far as it is known. */
type Place = {
  readonly [Part in 'file' | 'sheet' | 'line' | 'column' | 'record']?: string | number | undefined;
};

/**
 * Problems a line each: place, then what is wrong and what is accepted. More than twenty are gathered by what they are
 * and where (file, sheet, column): the first of each sort, and how many more there are like it.
 */
export function problemLines(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const sorts = errors.length > shown ? gathered(errors) : errors.map((error) => [error]);
  const lines = sorts.slice(0, shown).map(([first, ...like]) => {
    if (first === undefined) return '';
    const more = like.length + (first.more ?? 0);
    return `weft: ${placeOf(first)}${saidOf(first)}${more === 0 ? '' : ` (And ${thousands(more)} more like it.)`}`;
  });
  const unshown = sorts.slice(shown).flat().length;
  if (unshown > 0) lines.push(`weft: … and ${unshown} more errors.`);
  return `${lines.join('\n')}\n`;
}

function gathered(errors: readonly Problem[]): Problem[][] {
  const sorts = new Map<string, Problem[]>();
  for (const error of errors) {
    const key = sortOf(error);
    const sort = sorts.get(key);
    if (sort === undefined) sorts.set(key, [error]);
    else sort.push(error);
  }
  return [...sorts.values()];
}

/** Notes a line each, for people. */
export function noteLines(problems: readonly (Place & { readonly message: string })[]): string {
  return problems.map((problem) => `note: ${placeOf(problem)}${problem.message}\n`).join('');
}

/** The message, without its place where that is said before it, and with the value where it does not name it. */
function saidOf({ record, value, message }: Problem): string {
  const said =
    record !== undefined && message.startsWith(`${record}: `) ? message.slice(record.length + 2) : message;
  const isSaid = value === undefined || [' ', '“', '"'].some((before) => said.includes(`${before}${value}`));
  return isSaid ? said : `${said} (It is ${value}.)`;
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
