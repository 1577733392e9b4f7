import type { ShownTie } from '#viz/scene/shown-ties.ts';
import type { Face } from '#viz/scene/text-width.ts';

/** What a picture consists of: plain marks in the picture's unit (mm or px), y downwards. Every renderer draws these. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly unit: 'mm' | 'px';
  readonly title: string;
  readonly description: string;
  readonly background: string;
  /** From below upwards. */
  readonly layers: readonly Layer[];
}

/** A picture that knows where everything on it is: for the screen's own renderer, for tests, for a pointer. */
export interface Scene extends Picture {
  readonly places: Places;
}

type LayerName =
  | 'strands'
  | 'hulls'
  | 'ties'
  | 'marks'
  | 'rings'
  | 'leaders'
  | 'titles'
  | 'labels'
  | 'tray'
  | 'lit'
  | 'border'
  | 'legend'
  | 'heading';

export interface Layer {
  readonly name: LayerName;
  /** Of the layer as a whole; absent: 1. */
  readonly opacity?: number;
  readonly items: readonly (Shape | Text)[];
}

export interface Shape {
  readonly kind: 'shape';
  /** Path data, absolute M L Q C Z only. */
  readonly d: string;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  /** Its width is in pixels of the screen, however far one has come nearer: what is lit on a screen. */
  readonly fixed?: true;
  /** Length of dash and gap, in stroke widths; absent: a whole line. */
  readonly dash?: readonly [number, number];
  /** What it stands for, spoken and shown by a pointer; '' for decoration. */
  readonly name: string;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  /** Of the anchor, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly face: Face;
  readonly size: number;
  readonly fill: string;
  /** Drawn below as a wide stroke, so that the plain fill above stays a real font; null: none. */
  readonly halo: string | null;
}

export interface Places {
  /** By node index; NaN where the node is not drawn. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Radius of the mark (equal area for all shapes), and of all it covers with its ring. */
  readonly radius: Float64Array;
  readonly reach: Float64Array;
  readonly groups: readonly GroupPlace[];
  readonly strands: readonly StrandPlace[];
  /** What is drawn at rest: ties inside the groups, and of organizations in none. */
  readonly ties: readonly ShownTie[];
  /** The boxes of organizations' names and of groups' titles. */
  readonly labels: readonly LabelPlace[];
  readonly titles: readonly Rectangle[];
}

export interface GroupPlace {
  readonly x: number;
  readonly y: number;
  readonly hull: readonly Point[];
}

export interface StrandPlace {
  readonly a: number;
  readonly b: number;
  readonly ties: number;
  readonly width: number;
  readonly points: readonly Point[];
}

export interface LabelPlace extends Rectangle {
  readonly node: number;
  /** Marks that the name covers; 0 is the aim. */
  readonly covers: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];
