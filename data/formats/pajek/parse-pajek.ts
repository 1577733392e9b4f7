import type { InputFile } from '#data/formats/format.ts';
import { type InputProblems } from '#data/formats/input-problems.ts';
import type { PajekNetwork, PajekProject } from '#data/formats/pajek/pajek-project.ts';
import { pajekTokens, type PajekToken } from '#data/formats/pajek/pajek-tokens.ts';
import { endTieSection, takeTieLine, type TieSection } from '#data/formats/pajek/tie-lines.ts';
import { VertexSection } from '#data/formats/pajek/vertex-section.ts';
import { refuseTies, refuseTooMany } from '#data/formats/plain-graph/records-of-plain-graph.ts';
import { decodeText } from '#data/formats/text/decode-text.ts';

/** Characters of one line: no node names this many others. */
const lineLimit = 1_000_000;

const shapes = {
  '*arcs': { shape: 'pairs', direction: 'directed' },
  '*edges': { shape: 'pairs', direction: 'undirected' },
  '*arcslist': { shape: 'lists', direction: 'directed' },
  '*edgeslist': { shape: 'lists', direction: 'undirected' },
  '*matrix': { shape: 'matrix', direction: 'directed' },
} as const;

/**
 * Reads any Pajek text file (.net, .paj, .clu, .vec) into its networks and values. Lines end in CR, LF or both.
 * Errors: those of decodeText, LINE_TOO_LONG, SECTION_UNKNOWN, VERTICES_NOT_VALID, VALUES_NOT_VALID, TIE_NOT_COMPLETE, MATRIX_NOT_VALID.
 */
export function parsePajek(file: InputFile, problems: InputProblems, signal: AbortSignal): PajekProject {
  const reader = new PajekReader(file.name, problems);
  const lines = decodeText(file.bytes, problems).split(/\r\n|\r|\n/u);
  refuseLongSections(lines, problems);
  lines.forEach((text, at) => {
    if (at % 65_536 === 0) signal.throwIfAborted();
    reader.line(text, at + 1);
  });
  return reader.end(lines.length);
}

/** Sections with a tie a line are counted before a million of them cost their memory. */
function refuseLongSections(lines: readonly string[], problems: InputProblems): void {
  let count = -1;
  for (const [at, line] of lines.entries()) {
    const first = line.charAt(0);
    if (first === '*') count = /^\*(?:arcs|edges)\b(?!list)/iu.test(line) ? 0 : -1;
    else if (count >= 0 && first !== '%' && first !== '') refuseTies(++count, at + 1, problems);
  }
}

class PajekReader {
  readonly #project: PajekProject = { networks: [], values: [] };
  readonly #problems: InputProblems;
  readonly #file: string;
  /** What the next *Vertices begins: named by *Network, *Partition, *Vector; bare in a .net, .clu or .vec. */
  #begins: { what: 'network' | 'values' | 'bare'; name: string };
  #vertices: VertexSection | undefined;
  #network: PajekNetwork | undefined;
  #ties: TieSection | undefined;

  constructor(file: string, problems: InputProblems) {
    this.#file = file;
    this.#problems = problems;
    this.#begins = { what: 'bare', name: file };
  }

  line(text: string, line: number): void {
    if (text.length > lineLimit) {
      this.#problems.fatal(
        'LINE_TOO_LONG',
        { line },
        `The line has ${text.length} characters; up to ${lineLimit} are accepted.`,
      );
    }
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('%')) return;
    const { tokens, isOpen } = pajekTokens(trimmed);
    if (isOpen) {
      this.#problems.note(
        'QUOTE_OPEN',
        { line },
        'A quote is not closed; the label was taken up to the end of the line.',
        trimmed,
      );
    }
    if (trimmed.startsWith('*')) this.#head(trimmed, tokens, line);
    else if (this.#vertices !== undefined) this.#vertices.line(tokens, line);
    else if (this.#ties !== undefined && this.#network !== undefined) {
      takeTieLine(this.#ties, tokens, line, this.#network, this.#problems);
      refuseTooMany(this.#network, line, this.#problems);
    } else {
      this.#problems.fatal(
        'SECTION_UNKNOWN',
        { line },
        'A line stands before any section; *Vertices or *Network comes first.',
        trimmed,
      );
    }
  }

  end(line: number): PajekProject {
    this.#endSection(line, false);
    return this.#project;
  }

  #head(text: string, tokens: readonly PajekToken[], line: number): void {
    const word = (tokens[0]?.text ?? '').toLowerCase();
    const isTies = word in shapes;
    this.#endSection(line, isTies);
    if (isTies) this.#beginTies(word as keyof typeof shapes, tokens, line);
    else if (word === '*vertices') {
      this.#vertices = new VertexSection(tokens, line, this.#problems);
    } else {
      const name = text.slice(word.length).trim() || this.#file;
      if (word === '*network') this.#begins = { what: 'network', name };
      else if (word === '*partition' || word === '*vector' || word === '*permutation')
        this.#begins = { what: 'values', name };
      else this.#skip(word, line);
    }
  }

  #skip(word: string, line: number): void {
    if (word !== '*cluster' && word !== '*hierarchy') {
      this.#problems.fatal(
        'SECTION_UNKNOWN',
        { line },
        `The section ${word} is not known; *Network, *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Partition and *Vector are accepted.`,
        word,
      );
    }
    this.#problems.note('SECTION_LEFT_OUT', { line }, `The section ${word} was not taken.`);
    this.#begins = { what: 'values', name: word };
  }

  #beginTies(word: keyof typeof shapes, tokens: readonly PajekToken[], line: number): void {
    if (this.#network === undefined) {
      this.#problems.fatal(
        'VERTICES_NOT_VALID',
        { line },
        `${word} comes before *Vertices; the nodes come first.`,
      );
    }
    const relation = tokens[1]?.text;
    const named = tokens.find((token) => token.quoted)?.text;
    const number = relation?.startsWith(':') === true ? relation.slice(1) : undefined;
    const kind = named ?? (number === undefined || number === '' ? undefined : `relation ${number}`);
    this.#ties = { ...shapes[word], ...(kind === undefined ? {} : { kind }), rows: 0, cells: [] };
    // Between two modes "takes part in" has no direction, though one-mode matrices have.
    if (this.#ties.shape === 'matrix' && this.#network.firstMode !== undefined) {
      this.#ties = { ...this.#ties, direction: 'undirected' };
    }
  }

  #endSection(line: number, tiesFollow: boolean): void {
    if (this.#ties !== undefined && this.#network !== undefined)
      endTieSection(this.#ties, line, this.#network, this.#problems);
    this.#ties = undefined;
    const vertices = this.#vertices;
    this.#vertices = undefined;
    if (vertices === undefined) return;
    const { what, name } = this.#begins;
    const values = tiesFollow || what === 'network' ? undefined : vertices.values(what === 'values');
    if (values !== undefined) {
      this.#project.values.push({
        name: name.replace(/\.(clu|vec|per)$/iu, ''),
        line: vertices.headLine,
        values,
      });
    } else {
      this.#network = vertices.network(name, what === 'network');
      this.#project.networks.push(this.#network);
    }
    this.#begins = { what: 'bare', name: this.#file };
  }
}
