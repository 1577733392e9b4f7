import { describe, expect, it } from 'vitest';
import { problemLines } from '#api/cli/problem-lines.ts';
import type { Problem } from '#data/model/problem.ts';

const bad = (line: number, more: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  code: 'VALUE_MISSING',
  file: 'ties.csv',
  line,
  column: 'target',
  message: 'The end of a tie is missing.',
  ...more,
});
const rows = (count: number): Problem[] => Array.from({ length: count }, (_, at) => bad(at + 2));

describe('problemLines', () => {
  it('lists up to twenty, each with its place, and no notes', () => {
    const text = problemLines([bad(2), bad(3, { severity: 'note' }), bad(4)]);
    expect(text).toBe(
      'weft: ties.csv, line 2, column target: The end of a tie is missing.\nweft: ties.csv, line 4, column target: The end of a tie is missing.\n',
    );
    expect(problemLines(rows(20)).trimEnd().split('\n')).toHaveLength(20);
  });

  it('says the value where the message does not, and a place once', () => {
    const record = 'organizations[0].sector';
    expect(problemLines([bad(2, { value: 'x', record, message: `${record}: a text is accepted.` })])).toBe(
      'weft: ties.csv, line 2, column target, organizations[0].sector: a text is accepted. (It is x.)\n',
    );
    expect(problemLines([bad(2, { value: '-1', message: 'The strength is “-1”.' })])).not.toContain('It is');
  });

  it('says one problem of every row once, with how many there are', () => {
    expect(problemLines([...rows(150), bad(9, { column: 'weight' }), ...rows(50)])).toBe(
      'weft: ties.csv, line 2, column target: The end of a tie is missing. (And 199 more like it.)\nweft: ties.csv, line 9, column weight: The end of a tie is missing.\n',
    );
  });

  it('counts those that are not listed with those of their sort', () => {
    expect(problemLines([bad(2, { more: 9_800 }), ...rows(199).slice(1)])).toBe(
      'weft: ties.csv, line 2, column target: The end of a tie is missing. (And 9,998 more like it.)\n',
    );
  });

  it('never shows more than twenty sorts', () => {
    const sorts = rows(30).map((problem, at) => ({ ...problem, column: `c${at}` }));
    const lines = problemLines([...sorts, ...sorts])
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('weft: … and 20 more errors.');
  });
});
