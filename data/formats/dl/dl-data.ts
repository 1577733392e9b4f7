import { type InputProblems } from '#data/formats/input-problems.ts';
import { dlWords, type DlHead } from '#data/formats/dl/dl-head.ts';

/** One cell of a matrix that is not zero: row and column by label, or by 1-based number where there are no labels. */
export interface DlCell {
  readonly row: string;
  readonly column: string;
  readonly value: string | undefined;
  readonly line: number;
}

export interface DlData {
  /** Cells of each matrix. */
  readonly matrices: readonly (readonly DlCell[])[];
  /** Labels found in the data, where they are embedded. */
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
}

interface Word {
  readonly text: string;
  readonly line: number;
}

/** Reads what stands after “data:”. Rows of a matrix may be wrapped over lines. Errors: DL_NOT_VALID with the line. */
export function dlData(head: DlHead, data: string, problems: InputProblems): DlData {
  const lines = data.split('\n').map((text, at) => ({ words: dlWords(text), line: head.dataLine + at }));
  if (head.shape.startsWith('edgelist') || head.shape.startsWith('nodelist')) {
    refuseMatrices(head, problems);
    return { matrices: [lists(head, lines, problems)], rowLabels: [], columnLabels: [] };
  }
  const words = lines.flatMap(({ words: of, line }) => of.map((text): Word => ({ text, line })));
  return new MatrixReader(head, words, problems).read();
}

/** A list has no mark between its matrices, so that it can hold one. */
function refuseMatrices({ matrices, dataLine }: DlHead, problems: InputProblems): void {
  if (matrices === 1) return;
  problems.fatal(
    'DL_NOT_VALID',
    { line: dataLine },
    `A list of ties is said to hold ${matrices} matrices (nm); one is accepted.`,
    String(matrices),
  );
}

function lists(
  head: DlHead,
  lines: readonly { words: readonly string[]; line: number }[],
  problems: InputProblems,
): DlCell[] {
  const isEdgelist = head.shape.startsWith('edgelist');
  return lines.flatMap(({ words, line }): DlCell[] => {
    const [row, ...rest] = words;
    if (row === undefined || row === '!') return [];
    if (!isEdgelist) return rest.map((column) => ({ row, column, value: undefined, line }));
    const [column, value, more] = rest;
    if (column === undefined || more !== undefined) {
      problems.row(
        'TIE_NOT_COMPLETE',
        { line },
        'A tie has two ends and a strength if any; this line has another number of words.',
        words.join(' '),
      );
      return [];
    }
    return [{ row, column, value, line }];
  });
}

class MatrixReader {
  readonly #head: DlHead;
  readonly #words: readonly Word[];
  readonly #problems: InputProblems;
  #at = 0;

  constructor(head: DlHead, words: readonly Word[], problems: InputProblems) {
    this.#head = head;
    this.#words = words;
    this.#problems = problems;
  }

  read(): DlData {
    const { embeddedColumns, embeddedRows, columns, rows, matrices } = this.#head;
    const columnLabels = embeddedColumns ? Array.from({ length: columns }, () => this.#next().text) : [];
    const rowLabels: string[] = [];
    const result: DlCell[][] = [];
    for (let matrix = 0; matrix < matrices; matrix += 1) {
      const cells: DlCell[] = [];
      for (let row = 1; row <= rows; row += 1) {
        if (embeddedRows) {
          const label = this.#next().text;
          if (matrix === 0) rowLabels.push(label);
        }
        this.#row(row, cells);
      }
      result.push(cells);
    }
    const rest = this.#words[this.#at];
    if (rest !== undefined) {
      this.#problems.fatal(
        'DL_NOT_VALID',
        { line: rest.line },
        'The data goes on after its last row; as many cells as the sizes say are accepted.',
        rest.text,
      );
    }
    return { matrices: result, rowLabels, columnLabels };
  }

  #row(row: number, cells: DlCell[]): void {
    const { shape, hasDiagonal, columns } = this.#head;
    const skip = hasDiagonal ? 0 : 1;
    const from = shape === 'upperhalf' ? row + skip : 1;
    const to = shape === 'lowerhalf' ? row - skip : columns;
    for (let column = from; column <= to; column += 1) {
      if (shape === 'fullmatrix' && !hasDiagonal && column === row) continue;
      const { text, line } = this.#next();
      if (Number(text) !== 0) cells.push({ row: String(row), column: String(column), value: text, line });
    }
  }

  #next(): Word {
    const word = this.#words[this.#at];
    if (word === undefined) {
      this.#problems.fatal(
        'DL_NOT_VALID',
        { line: this.#words.at(-1)?.line ?? this.#head.dataLine },
        `The data ends after ${this.#words.length} cells; the sizes promise more.`,
      );
    }
    this.#at += 1;
    return word;
  }
}
