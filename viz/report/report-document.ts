import type { Drawing } from '#viz/report/drawing.ts';

/**
 * The report as a tree of sentences, tables and figures, without any measure of paper or screen. PDF and HTML are
 * two ways to set the same tree.
 */
export interface ReportDocument {
  readonly title: string;
  readonly network: string;
  /** Left in every page's foot. */
  readonly running: string;
  /** "As of 27 February 2023"; empty where the data carry no date. */
  readonly asOf: string;
  /** ISO date, or null. */
  readonly date: string | null;
  readonly sections: readonly Section[];
  /** Sectors by the index of their mark. */
  readonly categories: readonly string[];
}

export interface Section {
  readonly id: string;
  /** Above the title, on the first page only. */
  readonly kicker?: string;
  readonly title: string;
  readonly lead: Prose;
  readonly blocks: readonly Block[];
}

export type Prose = readonly Span[];
export type Span = string | MarkedSpan;

export interface MarkedSpan {
  readonly text: string;
  readonly style?: 'bold' | 'muted';
  /** Leads to a section; where there are pages, "Page n" is printed in place of the text. */
  readonly to?: string;
}

export type Block =
  | FindingsBlock
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'prose'; readonly text: Prose }
  | { readonly kind: 'note'; readonly text: Prose }
  | { readonly kind: 'list'; readonly items: readonly Prose[] }
  | SidesBlock
  | EntriesBlock
  | TableBlock
  | FigureBlock;

export interface FindingsBlock {
  readonly kind: 'findings';
  readonly items: readonly { readonly headline: string; readonly text: Prose; readonly to: string }[];
}

/** Two stacks side by side: a wide and a narrow one, or halves. */
export interface SidesBlock {
  readonly kind: 'sides';
  readonly split: 'halves' | 'wide left';
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

/** Short pieces set in two balanced columns; each stays whole. */
export interface EntriesBlock {
  readonly kind: 'entries';
  readonly items: readonly Entry[];
}

export interface Entry {
  readonly term: string;
  /** Beside the term: the name in full. */
  readonly also?: string;
  /** A text that paper cannot print: the entry's text is marked, and opens it. */
  readonly aside?: string;
  /** Sector's mark before the term. */
  readonly mark?: number;
  readonly text: Prose;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: Prose;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Rows close together, for the long table of organizations. */
  readonly dense?: boolean;
  /** Rows with a term and a text, without column heads on paper. */
  readonly plain?: boolean;
}

export interface TableColumn {
  readonly head: string;
  /** A second, lighter line of the head: the threshold. */
  readonly sub?: string;
  readonly align: 'left' | 'right' | 'center';
  /** mm on paper. */
  readonly width: number;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  readonly shaded?: boolean;
}

export interface Cell {
  readonly text: string;
  /** Muted words after the text. */
  readonly also?: string;
  readonly bold?: boolean;
  /** Bold words before the text. */
  readonly lead?: string;
  readonly mark?: number;
  /** A tick, or a cross. */
  readonly passed?: boolean;
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly id: string;
  readonly caption: Prose;
  /** For those who do not see it. */
  readonly description: string;
  readonly figure: 'map' | Drawing;
}
