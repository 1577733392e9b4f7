/**
 * What the map is drawn from: plain values, no analysis, no store. The scene turns it and a layout into marks;
 * screen, SVG, PNG and report draw the same marks.
 */
export interface MapInput {
  readonly nodes: readonly MapNode[];
  /** Ties by node index, each once. */
  readonly ties: readonly MapTie[];
  /** Groups of 4 and more, largest first; the rest is in the tray. */
  readonly groups: readonly MapGroup[];
  /** What fill and shape stand for, most frequent first; at most 8, the last may be "Other". */
  readonly categories: readonly MapCategory[];
  readonly words: MapWords;
}

export interface MapNode {
  readonly id: string;
  readonly label: string;
  /** Index into categories; −1: not known. */
  readonly category: number;
  /** Index into groups; −1: in the tray. */
  readonly group: number;
  /** What the size stands for: partners or collaborations. */
  readonly size: number;
  /** Rank among bridge-builders that are ringed and named, 1 first; 0: none. */
  readonly bridge: number;
  /** Weak membership of its group: drawn hollow. */
  readonly hollow: boolean;
}

export interface MapTie {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

export interface MapGroup {
  /** "A · USGS, SFEI" */
  readonly name: string;
  readonly members: readonly number[];
  readonly certified: boolean;
}

export interface MapCategory {
  readonly name: string;
  readonly count: number;
}

export interface MapWords {
  readonly title: string;
  /** What the map is looked at for, in a line or two below the title; none where a page says it beside. */
  readonly answers?: string;
  /** What sizes count: "partners", "projects". */
  readonly size: string;
  /** One of them: "partner"; where nothing is said, the same word. */
  readonly sizeOne?: string;
  /** What fill and shape stand for: "sector", "type". */
  readonly category: string;
  /** One line that says what produced the picture. */
  readonly receipt: string;
}
