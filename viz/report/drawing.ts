/** A flat picture in millimetres, y downwards: what figures are made of, for paper and for the page alike. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly items: readonly DrawingItem[];
}

export type DrawingItem = DrawnRect | DrawnLine | DrawnPath | DrawnCircle | DrawnMark | DrawnText;

interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  /** mm */
  readonly width?: number;
}

export interface DrawnRect extends Paint {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface DrawnLine {
  readonly kind: 'line';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly stroke: string;
  readonly width: number;
}

/** A closed polygon. */
export interface DrawnPath extends Paint {
  readonly kind: 'path';
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface DrawnCircle extends Paint {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The mark of a sector. */
export interface DrawnMark {
  readonly kind: 'mark';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly category: number;
}

export interface DrawnText {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  /** mm */
  readonly size: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
}
