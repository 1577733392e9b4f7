import { type InputProblems } from '#data/formats/input-problems.ts';

/** The shapes of data that are read. */
export const dlShapes = [
  'fullmatrix',
  'lowerhalf',
  'upperhalf',
  'edgelist1',
  'edgelist2',
  'nodelist1',
  'nodelist2',
] as const;
export type DlShape = (typeof dlShapes)[number];

/** What stands before the data. */
export interface DlHead {
  readonly rows: number;
  readonly columns: number;
  /** Rows and columns are two sets of nodes. */
  readonly twoModes: boolean;
  readonly matrices: number;
  readonly shape: DlShape;
  readonly hasDiagonal: boolean;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  readonly matrixLabels: readonly string[];
  readonly embeddedRows: boolean;
  readonly embeddedColumns: boolean;
  /** 1-based line on which the data begins. */
  readonly dataLine: number;
}

const sections = /(?:^|[\s,])((?:(?:row|column|col|level|matrix)\s+)?labels(?:\s+embedded)?|data)\s*:/giu;

/**
 * Reads the commands before the data: sizes, format, labels. Words may stand in any order, on one line or many.
 * Errors: DL_NOT_VALID with the line.
 */
export function dlHead(text: string, problems: InputProblems): { head: DlHead; data: string } {
  const marks = [...text.matchAll(sections)];
  const first = marks[0];
  const last = marks.findIndex((mark) => /data$/iu.test(mark[1] ?? ''));
  const dataMark = marks[last];
  if (first === undefined || dataMark === undefined) {
    problems.fatal(
      'DL_NOT_VALID',
      { line: 1 },
      'The file has no “data:”; the sizes, then “data:” and the data are accepted.',
    );
  }
  const labels = new Map<string, string[]>();
  const embedded = new Set<string>();
  marks.slice(0, last).forEach((mark, at) => {
    const name = (mark[1] ?? '').toLowerCase().replace(/\s+/gu, ' ');
    const to = marks[at + 1]?.index ?? text.length;
    if (name.endsWith(' embedded')) embedded.add(name.slice(0, -9));
    else labels.set(name, labelsOf(text.slice(mark.index + mark[0].length, to)));
  });
  const commands = text.slice(0, first.index + 1);
  const dataAt = dataMark.index + dataMark[0].length;
  const both = labels.get('labels') ?? [];
  const head = {
    ...sizesOf(commands, problems),
    ...shapeOf(commands, problems),
    rowLabels: labels.get('row labels') ?? both,
    columnLabels: labels.get('column labels') ?? labels.get('col labels') ?? both,
    matrixLabels: labels.get('level labels') ?? labels.get('matrix labels') ?? [],
    embeddedRows: embedded.has('labels') || embedded.has('row labels'),
    embeddedColumns: embedded.has('labels') || embedded.has('column labels') || embedded.has('col labels'),
    dataLine: text.slice(0, dataAt).split('\n').length,
  };
  return { head, data: text.slice(dataAt) };
}

function sizesOf(
  commands: string,
  problems: InputProblems,
): Pick<DlHead, 'rows' | 'columns' | 'twoModes' | 'matrices'> {
  const size = (name: string): number | undefined => {
    const found = new RegExp(String.raw`(?:^|[\s,])${name}\s*=\s*(\d{1,7})(?![\d.])`, 'iu').exec(
      commands,
    )?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const n = size('n');
  const rows = n ?? size('nr');
  const columns = n ?? size('nc');
  if (rows === undefined || columns === undefined || rows > 200_000 || columns > 200_000) {
    problems.fatal(
      'DL_NOT_VALID',
      { line: 1 },
      'The size is missing or too large; n=…, or nr=… and nc=…, up to 200,000 are accepted.',
      commands.trim(),
    );
  }
  const matrices = size('nm');
  if (matrices === 0 || (matrices === undefined && /(?:^|[\s,])nm\s*=/iu.test(commands))) {
    problems.fatal(
      'DL_NOT_VALID',
      { line: 1 },
      'The number of matrices (nm) cannot be taken; a whole number from 1 to 9,999,999 is accepted.',
      commands.trim(),
    );
  }
  return { rows, columns, twoModes: n === undefined, matrices: matrices ?? 1 };
}

function shapeOf(commands: string, problems: InputProblems): Pick<DlHead, 'shape' | 'hasDiagonal'> {
  const word = /format\s*=\s*([a-z0-9]+)/iu.exec(commands)?.[1]?.toLowerCase() ?? 'fullmatrix';
  const shape = dlShapes.find((one) => one === word || one === `${word}1`);
  if (shape === undefined) {
    problems.fatal(
      'DL_NOT_VALID',
      { line: 1 },
      `The format “${word}” is not known; ${dlShapes.join(', ')} are accepted.`,
      word,
    );
  }
  return { shape, hasDiagonal: !/diagonal\s+absent/iu.test(commands) };
}

/** Labels are parted by commas, blanks or line ends; quotes keep them together. */
function labelsOf(text: string): string[] {
  return dlWords(text).filter((word) => word !== '');
}

/** The words of a text: quoted ones without their quotes, commas and white space between. Linear. */
export function dlWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|([^\s,"]+)/gu)].map((found) => found[1] ?? found[2] ?? '');
}
