import type { Query } from '#viz/state/address.ts';
import type { PageName } from '#viz/state/address.ts';

/** A piece of a sentence; strong for the numbers and names that are the finding. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/** What of the map answers a finding, by node and group index of the map. */
export interface Spotlight {
  /** Coloured; all others are grey. */
  readonly lit: readonly number[];
  /** Must be named, most important first. */
  readonly named: readonly number[];
  /** May be named where there is room. */
  readonly beside: readonly number[];
  /** Ties to draw over the groups, as index into the map's ties. */
  readonly ties: readonly number[];
  /** Groups whose outline is drawn in ink. */
  readonly groups: readonly number[];
  /** Whom it is about, ringed in the accent. */
  readonly ringed: readonly number[];
  /** A tie that does not exist yet. */
  readonly proposed: readonly [number, number] | null;
  /** The same in one line. */
  readonly caption: string;
}

/** One finding of the first page: a sentence that leads to its view. */
export interface Finding {
  /** Stands in the query string while the map answers it. */
  readonly id: string;
  readonly said: readonly Piece[];
  readonly evidence: string;
  readonly page: PageName;
  readonly pageId: string | null;
  readonly query: Query;
  readonly spotlight: Spotlight;
}

/** The sentence without its emphasis. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** `said\`Without ${name}, ${count} pairs …\``: what is filled in is the strong part. */
export function said(texts: TemplateStringsArray, ...strong: readonly (string | number)[]): readonly Piece[] {
  return texts.flatMap((text, at): Piece[] => {
    const filled = strong[at];
    const pieces = [{ text, strong: false }];
    if (filled !== undefined) pieces.push({ text: String(filled), strong: true });
    return pieces.filter((piece) => piece.text !== '');
  });
}
