import { type InputProblems } from '#data/formats/input-problems.ts';
import type { PajekNetwork } from '#data/formats/pajek/pajek-project.ts';
import { nodeNumber, type PajekToken } from '#data/formats/pajek/pajek-tokens.ts';
import { timeOf } from '#data/formats/pajek/vertex-line.ts';
import { parseNumber } from '#data/formats/plain-graph/number-text.ts';
import type { AttributeValue, PlainTie } from '#data/formats/plain-graph/plain-graph.ts';

/** A section of ties: *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, with the relation that its head names. */
export interface TieSection {
  readonly shape: 'pairs' | 'lists' | 'matrix';
  readonly direction: PlainTie['direction'];
  readonly kind?: string;
  /** Rows of the matrix read so far. */
  rows: number;
  /** Cells of a matrix row that is wrapped over lines. */
  cells: string[];
}

/** Takes one line of a section of ties into the network. */
export function takeTieLine(
  section: TieSection,
  tokens: readonly PajekToken[],
  line: number,
  network: PajekNetwork,
  problems: InputProblems,
): void {
  if (section.shape === 'pairs') takePair(section, tokens, line, network, problems);
  else if (section.shape === 'lists') takeList(section, tokens, line, network);
  else takeMatrixLine(section, tokens, line, network, problems);
}

function takePair(
  section: TieSection,
  all: readonly PajekToken[],
  line: number,
  network: PajekNetwork,
  problems: InputProblems,
): void {
  const inline = /^(\d+):$/u.exec(all[0]?.text ?? '')?.[1];
  const tokens = inline === undefined ? all : all.slice(1);
  const [from, to, third] = tokens;
  if (from === undefined || to === undefined) {
    problems.row(
      'TIE_NOT_COMPLETE',
      { line },
      `A tie needs the numbers of two nodes; the line has ${tokens.length}.`,
      all.map((token) => token.text).join(' '),
    );
    return;
  }
  const hasStrength = third !== undefined && !third.quoted && isStrength(third.text);
  network.ties.push({
    ...tie(section, from.text, to.text, line),
    kind: inline === undefined ? section.kind : `relation ${inline}`,
    strength: hasStrength ? third.text : undefined,
    attributes: tieAttributes(tokens.slice(hasStrength ? 3 : 2)),
  });
}

/** Words after the ends of a tie begin its drawing; NaN and INF are none of Pajek's and stand for a strength. */
function isStrength(text: string): boolean {
  return !/^[a-z[]/iu.test(text) || /^(inf|infinity|nan)$/iu.test(text);
}

/** Shared by the ties without any: millions of empty maps are half a gigabyte. */
const noAttributes: ReadonlyMap<string, AttributeValue> = new Map();

function tieAttributes(tokens: readonly PajekToken[]): ReadonlyMap<string, AttributeValue> {
  if (tokens.length === 0) return noAttributes;
  const attributes = new Map<string, AttributeValue>();
  const at = tokens.findIndex((token) => !token.quoted && token.text === 'l');
  const label = at < 0 ? undefined : tokens[at + 1];
  if (label?.quoted === true && label.text !== '') attributes.set('label', label.text);
  const time = timeOf(tokens);
  if (time !== undefined) attributes.set('time', time);
  return attributes;
}

function takeList(
  section: TieSection,
  tokens: readonly PajekToken[],
  line: number,
  network: PajekNetwork,
): void {
  const [from, ...targets] = tokens;
  if (from === undefined) return;
  for (const target of targets) {
    network.ties.push({
      ...tie(section, from.text, target.text, line),
      kind: section.kind,
    });
  }
}

function takeMatrixLine(
  section: TieSection,
  tokens: readonly PajekToken[],
  line: number,
  network: PajekNetwork,
  problems: InputProblems,
): void {
  const offset = network.firstMode ?? 0;
  const columns = network.size - offset;
  const rows = network.firstMode ?? network.size;
  section.cells.push(...tokens.map((token) => token.text));
  while (columns > 0 && section.cells.length >= columns) {
    const row = section.cells.splice(0, columns);
    section.rows += 1;
    if (section.rows > rows) {
      problems.fatal(
        'MATRIX_NOT_VALID',
        { line },
        `The matrix has more than ${rows} rows; one a node is accepted.`,
      );
    }
    row.forEach((cell, column) => {
      if (parseNumber(cell) === 0) return;
      network.ties.push({
        ...tie(section, String(section.rows), String(offset + column + 1), line),
        kind: section.kind,
        strength: cell,
      });
    });
  }
}

/** Says when a matrix ended before its last row. */
export function endTieSection(
  section: TieSection,
  line: number,
  network: PajekNetwork,
  problems: InputProblems,
): void {
  if (section.shape !== 'matrix') return;
  const rows = network.firstMode ?? network.size;
  if (section.rows === rows && section.cells.length === 0) return;
  problems.fatal(
    'MATRIX_NOT_VALID',
    { line },
    `The matrix ends after ${section.rows} whole rows and ${section.cells.length} cells; ${rows} rows of ${network.size - (network.firstMode ?? 0)} cells are needed.`,
  );
}

function tie(section: TieSection, from: string, to: string, line: number): PlainTie {
  return {
    from: canonical(from),
    to: canonical(to),
    direction: section.direction,
    attributes: noAttributes,
    place: { line },
  };
}

/** 007 and 7 are one node. */
function canonical(text: string): string {
  const number = nodeNumber(text);
  return number === undefined ? text : String(number);
}
