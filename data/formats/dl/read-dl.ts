import { dlData, type DlCell, type DlData } from '#data/formats/dl/dl-data.ts';
import { dlHead, type DlHead } from '#data/formats/dl/dl-head.ts';
import type { InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { onlyFile } from '#data/formats/plain-graph/only-file.ts';
import type { PlainGraph, PlainNode } from '#data/formats/plain-graph/plain-graph.ts';
import { recordsOfPlainGraph, refuseTooMany } from '#data/formats/plain-graph/records-of-plain-graph.ts';
import { decodeText } from '#data/formats/text/decode-text.ts';

/**
 * Reads one UCINET DL file: its first matrix as ties (the others are listed in notes). Ids are the numbers of the
 * nodes, columns of a two-mode matrix after its rows; names are the labels. A half matrix is undirected, a full one
 * directed, between two modes undirected.
 */
export async function readDl(files: readonly InputFile[], options: ReadOptions): Promise<ReadResult> {
  const file = onlyFile(files, 'DL');
  const problems = new InputProblems(file.name, options.skipBadRows);
  const text = decodeText(file.bytes, problems).replaceAll(/\r\n?/gu, '\n');
  if (!/^\s*dl\b/iu.test(text)) {
    problems.fatal(
      'DL_NOT_VALID',
      { line: 1 },
      'The file does not begin with “dl”; a DL file is accepted.',
      text.slice(0, 80),
    );
  }
  const { head, data } = dlHead(text.replace(/^(\s*)dl/iu, '$1  '), problems);
  const graph = graphOf(head, dlData(head, data, problems), problems);
  refuseTooMany(graph, head.dataLine, problems);
  return { data: recordsOfPlainGraph(graph, options.source, problems), problems: problems.list() };
}

function graphOf(head: DlHead, data: DlData, problems: InputProblems): PlainGraph {
  const [cells = [], ...others] = data.matrices;
  others.forEach((other, at) => {
    const name = head.matrixLabels[at + 1] ?? `matrix ${at + 2}`;
    problems.note(
      'NETWORK_LEFT_OUT',
      {},
      `The matrix “${name}” (${other.length} ties) was not taken; only the first one is.`,
      name,
    );
  });
  const listed = data.matrices.length === 1 && !head.shape.endsWith('matrix') && !head.shape.endsWith('half');
  const rows = new NodeNames(head.rows, labels(data.rowLabels, head.rowLabels), 0);
  const columns = head.twoModes
    ? new NodeNames(head.columns, labels(data.columnLabels, head.columnLabels), head.rows)
    : rows;
  const byLabel = listed && head.embeddedRows;
  const direction = head.twoModes || head.shape.endsWith('half') ? 'undirected' : 'directed';
  const kind = head.matrixLabels[0];
  const ties = cells.map(
    (cell: DlCell) =>
      ({
        from: rows.idOf(cell.row, byLabel),
        to: columns.idOf(cell.column, byLabel),
        kind,
        direction,
        strength: cell.value,
        attributes: new Map(),
        place: { line: cell.line },
      }) as const,
  );
  const nodes = head.twoModes ? [...rows.nodes(1), ...columns.nodes(2)] : rows.nodes();
  if (head.twoModes) {
    problems.note(
      'TWO_MODES',
      {},
      `The matrix has two modes, ${head.rows} rows and ${head.columns} columns. All are taken as organizations; the field “mode” tells them apart.`,
    );
  }
  return { nodes, ties };
}

function labels(found: readonly string[], declared: readonly string[]): readonly string[] {
  return found.length > 0 ? found : declared;
}

/** The nodes of one mode, numbered from offset + 1; embedded labels name new ones as they come. */
class NodeNames {
  readonly #size: number;
  readonly #offset: number;
  readonly #labels: string[];
  readonly #byLabel = new Map<string, number>();

  constructor(size: number, names: readonly string[], offset: number) {
    this.#size = size;
    this.#offset = offset;
    this.#labels = names.slice(0, size);
    this.#labels.forEach((label, at) => this.#byLabel.set(label.toLowerCase(), at + 1));
  }

  /** The id of a node by its number, or by its label; what is neither stays as it is, for the builder to refuse. */
  idOf(word: string, byLabel: boolean): string {
    const known = byLabel ? this.#byLabel.get(word.toLowerCase()) : undefined;
    if (known !== undefined) return String(this.#offset + known);
    if (!byLabel) return /^\d{1,7}$/u.test(word) ? String(this.#offset + Number(word)) : word;
    if (this.#labels.length >= this.#size) return word;
    this.#labels.push(word);
    this.#byLabel.set(word.toLowerCase(), this.#labels.length);
    return String(this.#offset + this.#labels.length);
  }

  nodes(mode?: number): PlainNode[] {
    return Array.from({ length: this.#size }, (_, at) => ({
      id: String(this.#offset + at + 1),
      label: this.#labels[at],
      attributes: new Map(mode === undefined ? [] : [['mode', mode]]),
      place: { record: `node ${this.#offset + at + 1}` },
    }));
  }
}
