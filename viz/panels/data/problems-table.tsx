import { useState } from 'react';
import type { ProblemDetail } from '#api/contract/problems.ts';
import { counted } from '#analysis/words/counted.ts';
import type { Fix } from '#viz/panels/data/mend.ts';
import { csvText } from '#viz/tables/csv-text.ts';
import { saveFile } from '#viz/tables/save-file.ts';

interface ProblemsTableProps {
  readonly problems: readonly ProblemDetail[];
  /** What a value most likely was meant to be; null: no guess. */
  readonly guess: (problem: ProblemDetail) => string | null;
  /** How many rows have the value of a problem; 0: it cannot be mended here. */
  readonly alike: (problem: ProblemDetail) => number;
  readonly onFix: (fix: Fix) => void;
}

type Shown = 'all' | 'error' | 'note';
const listed = 200;

export const isError = ({ severity }: ProblemDetail): boolean => severity !== 'note';

/** Problems by row, errors and notes; a fix beside a row is for all rows with the same value. */
export function ProblemsTable({ problems, guess, alike, onFix }: ProblemsTableProps) {
  const [which, setWhich] = useState<Shown>('all');
  const errors = problems.filter(isError).length;
  const shown = problems.filter((one) => which === 'all' || (which === 'error') === isError(one));
  const segments: readonly (readonly [Shown, string])[] = [
    ['all', `All ${problems.length}`],
    ['error', `Errors ${errors}`],
    ['note', `Notes ${problems.length - errors}`],
  ];
  return (
    <section className="problems" aria-label="Problems by row">
      <div className="table-bar">
        <div className="segment" role="group" aria-label="Which problems">
          {segments.map(([id, label]) => (
            <button key={id} type="button" aria-pressed={which === id} onClick={() => setWhich(id)}>
              {label}
            </button>
          ))}
        </div>
        <p />
        <button
          type="button"
          className="as-link"
          onClick={() => saveFile('problems.csv', 'text/csv;charset=utf-8', csvText(csvColumns, shown))}
        >
          Save as CSV
        </button>
      </div>
      <div className="scroll" role="region" aria-label="Problems" tabIndex={0}>
        <table>
          <caption className="spoken">Problems by row</caption>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">File and row</th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">What is wrong, and what is accepted</th>
              <th scope="col">Mend it</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, listed).map((problem, at) => (
              <ProblemRow
                key={at}
                problem={problem}
                guess={guess(problem)}
                alike={alike(problem)}
                onFix={onFix}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > listed && <p className="muted">And {shown.length - listed} more.</p>}
    </section>
  );
}

function ProblemRow({ problem, guess, alike, onFix }: MendProps) {
  return (
    <tr>
      <td>
        <span className={isError(problem) ? 'tag solid' : 'tag'}>{isError(problem) ? 'Error' : 'Note'}</span>
      </td>
      <td>
        {problem.file ?? ''}
        {problem.sheet === undefined ? '' : `, ${problem.sheet}`}
        {problem.line !== undefined && <span className="muted row-number">row {problem.line}</span>}
      </td>
      <td>{problem.column ?? ''}</td>
      <td>
        <code>{problem.value ?? ''}</code>
      </td>
      <td>{problem.message}</td>
      <td>
        <Mend problem={problem} guess={guess} alike={alike} onFix={onFix} />
      </td>
    </tr>
  );
}

interface MendProps {
  readonly problem: ProblemDetail;
  readonly guess: string | null;
  readonly alike: number;
  readonly onFix: (fix: Fix) => void;
}

function Mend({ problem, guess, alike, onFix }: MendProps) {
  const [to, setTo] = useState<string | null>(null);
  const { file, column, value } = problem;
  if (alike === 0 || file === undefined || column === undefined || value === undefined) return null;
  const rows = alike === 1 ? '' : ` in ${counted(alike, 'row')}`;
  const fix = (text: string) => onFix({ file, column, from: value, to: text });
  if (to === null) {
    return (
      <span className="buttons">
        {guess !== null && (
          <button type="button" className="as-link" onClick={() => fix(guess)}>
            Use {guess}
            {rows}
          </button>
        )}
        <button type="button" className="as-link" onClick={() => setTo(guess ?? value)}>
          Write another<span className="spoken"> value for {value}</span>
        </button>
      </span>
    );
  }
  return (
    <form
      className="buttons"
      onSubmit={(event) => {
        event.preventDefault();
        fix(to);
      }}
    >
      <input
        className="input short"
        aria-label={`In place of ${value}`}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <button type="submit" className="button">
        Use it{rows}
      </button>
    </form>
  );
}

const csvColumns = [
  { id: 'kind', label: 'Kind', value: (one: ProblemDetail) => (isError(one) ? 'Error' : 'Note') },
  { id: 'file', label: 'File', value: (one: ProblemDetail) => one.file ?? null },
  { id: 'sheet', label: 'Sheet', value: (one: ProblemDetail) => one.sheet ?? null },
  { id: 'row', label: 'Row', value: (one: ProblemDetail) => one.line ?? null },
  { id: 'column', label: 'Column', value: (one: ProblemDetail) => one.column ?? null },
  { id: 'value', label: 'Value', value: (one: ProblemDetail) => one.value ?? null },
  { id: 'message', label: 'What is wrong', value: (one: ProblemDetail) => one.message },
];
