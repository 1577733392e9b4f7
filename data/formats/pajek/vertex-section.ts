import { type InputProblems } from '#data/formats/input-problems.ts';
import type { PajekNetwork } from '#data/formats/pajek/pajek-project.ts';
import { nodeNumber, type PajekToken } from '#data/formats/pajek/pajek-tokens.ts';
import { vertexLine } from '#data/formats/pajek/vertex-line.ts';
import { parseNumber } from '#data/formats/plain-graph/number-text.ts';
import type { PlainNode } from '#data/formats/plain-graph/plain-graph.ts';

/** Nodes that a head may promise without a line of their own. */
const unlistedLimit = 200_000;

interface ValueLine {
  readonly tokens: readonly PajekToken[];
  readonly line: number;
}

/** The one number of a line; undefined where it holds anything else. */
function numberOf({ tokens }: ValueLine): number | undefined {
  return tokens.length === 1 ? parseNumber(tokens[0]?.text ?? '') : undefined;
}

/** The lines below one *Vertices: nodes of a network, or values of a partition or vector. */
export class VertexSection {
  readonly headLine: number;
  readonly #problems: InputProblems;
  readonly #size: number;
  readonly #firstMode: number | undefined;
  readonly #lines: ValueLine[] = [];

  constructor(head: readonly PajekToken[], line: number, problems: InputProblems) {
    this.headLine = line;
    this.#problems = problems;
    const size = nodeNumber(head[1]?.text ?? '');
    const firstMode = head[2] === undefined ? undefined : nodeNumber(head[2].text);
    if (size === undefined || (head[2] !== undefined && (firstMode === undefined || firstMode > size))) {
      problems.fatal(
        'VERTICES_NOT_VALID',
        { line },
        'After *Vertices stands the number of nodes, and for two modes the number of the first, which is not larger.',
        head.map((token) => token.text).join(' '),
      );
    }
    this.#size = size;
    this.#firstMode = firstMode;
  }

  line(tokens: readonly PajekToken[], line: number): void {
    this.#lines.push({ tokens, line });
  }

  /** The values, if the lines are values: always when announced, else when each is one number and they do not just count. */
  values(announced: boolean): number[] | undefined {
    const lines = this.#withoutLegend();
    const numbers = lines.map(numberOf);
    const wrong = numbers.indexOf(undefined);
    const counts = numbers.every((number, at) => number === at + 1);
    if (!announced && (wrong >= 0 || numbers.length === 0 || numbers.length !== this.#size || counts))
      return undefined;
    if (wrong >= 0 || numbers.length !== this.#size) {
      const at = lines[wrong];
      this.#problems.fatal(
        'VALUES_NOT_VALID',
        { line: at?.line ?? this.headLine },
        wrong >= 0
          ? 'A line of a partition or vector is not one number; one number a node is accepted.'
          : `The partition or vector has ${numbers.length} values for ${this.#size} nodes; one a node is accepted.`,
        at?.tokens.map((token) => token.text).join(' '),
      );
    }
    return numbers.map((number) => number ?? 0);
  }

  /** Programs write what the numbers mean below the last of them: “1 - GOV”. */
  #withoutLegend(): readonly ValueLine[] {
    const rest = this.#lines.slice(this.#size);
    const isLegend = rest.length > 0 && rest.every((line) => numberOf(line) === undefined);
    return isLegend ? this.#lines.slice(0, this.#size) : this.#lines;
  }

  /** The nodes in the order of their numbers, those without a line too (named by their number, with a note). */
  network(name: string, named: boolean): PajekNetwork {
    const listed = new Map<number, PlainNode>();
    let drawn = false;
    for (const { tokens, line } of this.#lines) {
      const number = this.#numberOf(tokens[0]?.text ?? '', line, listed);
      if (number === undefined) continue;
      const vertex = vertexLine(tokens.slice(1));
      drawn ||= vertex.drawn;
      if (vertex.unquoted) this.#countUnquoted(name, line);
      listed.set(number, this.#node(number, line, vertex.label, vertex.time));
    }
    if (drawn) {
      this.#problems.note(
        'DRAWING_LEFT_OUT',
        { line: this.headLine },
        'Positions, shapes and colours were not taken.',
      );
    }
    return {
      name,
      named,
      line: this.headLine,
      size: this.#size,
      ...(this.#firstMode === undefined ? {} : { firstMode: this.#firstMode }),
      nodes: this.#complete(listed),
      ties: [],
    };
  }

  #complete(listed: ReadonlyMap<number, PlainNode>): PlainNode[] {
    const missing = this.#size - listed.size;
    if (missing > unlistedLimit) {
      this.#problems.fatal(
        'VERTICES_NOT_VALID',
        { line: this.headLine },
        `*Vertices promises ${this.#size} nodes, of which ${listed.size} are listed; up to ${unlistedLimit} may be left out.`,
        String(this.#size),
      );
    }
    if (missing > 0) {
      this.#problems.note(
        'NODES_UNLISTED',
        { line: this.headLine },
        `${missing} of ${this.#size} nodes have no line of their own; their number is their name.`,
      );
    }
    return Array.from(
      { length: this.#size },
      (_, at) => listed.get(at + 1) ?? this.#node(at + 1, this.headLine),
    );
  }

  #node(number: number, line: number, label?: string, time?: string): PlainNode {
    const attributes = new Map<string, string | number>();
    if (this.#firstMode !== undefined) attributes.set('mode', number <= this.#firstMode ? 1 : 2);
    if (time !== undefined) attributes.set('time', time);
    return {
      id: String(number),
      label,
      attributes,
      place: { line, record: `vertex ${number}` },
    };
  }

  #countUnquoted(name: string, line: number): void {
    this.#problems.count(
      'LABEL_UNQUOTED',
      name,
      { line },
      (count) =>
        `${count} ${count === 1 ? 'label' : 'labels'} of several words without quotes; taken up to the position or the end of the line.`,
    );
  }

  /** The number that a node's line begins with; undefined when it is refused. */
  #numberOf(text: string, line: number, listed: ReadonlyMap<number, PlainNode>): number | undefined {
    const number = nodeNumber(text);
    if (number !== undefined && listed.has(number)) {
      this.#problems.row(
        'ID_REPEATED',
        { line },
        `The node ${text} stands twice; each number once is accepted.`,
        text,
      );
      return undefined;
    }
    if (number !== undefined && number >= 1 && number <= this.#size) return number;
    this.#problems.row(
      'VERTICES_NOT_VALID',
      { line },
      `A node's line begins with “${text}”; a whole number from 1 to ${this.#size} is accepted.`,
      text,
    );
    return undefined;
  }
}
