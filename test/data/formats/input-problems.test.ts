import { describe, expect, it } from 'vitest';
import { InputError } from '#data/errors.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import type { Problem } from '#data/model/problem.ts';

function rows(problems: InputProblems, count: number, column: string): void {
  for (let line = 1; line <= count; line++) problems.row('VALUE_MISSING', { line, column }, 'Missing.');
}

function thrown(work: () => void): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
  }
  throw new Error('Nothing was refused.');
}

describe('InputProblems', () => {
  it('lists 200 errors; the first of each sort says how many more there are', () => {
    const problems = new InputProblems('a.csv');
    rows(problems, 150, 'from');
    rows(problems, 80, 'to');
    rows(problems, 7, 'weight');
    const list = problems.list();
    expect(list).toHaveLength(201);
    expect(list[0]?.more).toBeUndefined();
    expect(list[150]).toMatchObject({ column: 'to', more: 30 });
    expect(list[200]).toMatchObject({ code: 'MORE_ERRORS', message: '7 more errors are not listed.' });
  });

  it('reads no further after 10,000 errors', () => {
    const problems = new InputProblems('a.csv');
    rows(problems, 9_999, 'from');
    const list = thrown(() => rows(problems, 2, 'from'));
    expect(list[0]).toMatchObject({ line: 1, more: 9_800 });
    expect(list.at(-1)?.message).toBe('After 10000 errors the file was read no further.');
  });

  it('goes on with bad rows left out, and counts those', () => {
    const problems = new InputProblems('a.csv', true);
    rows(problems, 20_000, 'from');
    expect(problems.list().at(-1)?.message).toBe('19800 more omissions are not listed.');
  });
});
