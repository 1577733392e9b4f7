import { drawMark } from '#viz/scene/draw-mark.ts';
import { circlePath, linePath, polygonPath } from '#viz/scene/path-data.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Scene, Shape } from '#viz/scene/scene.ts';
import { styleOf } from '#viz/scene/style.ts';
import type { ThemeName } from '#viz/scene/theme.ts';

/** What is lit on an otherwise grey picture. */
export interface Lit {
  readonly lit: readonly number[];
  readonly ties: readonly number[];
  readonly groups: readonly number[];
  /** Whom it is about, ringed in the accent. */
  readonly ringed: readonly number[];
  /** A tie that does not exist yet. */
  readonly proposed: readonly [number, number] | null;
}

/**
 * The lit part of a picture as shapes to be drawn over the grey one: a tie that is not there yet, outlines of groups,
 * ties with a casing, marks in their own colours, the rings of those it is about.
 *
 * Output   in picture units, except widths of lines (Shape.fixed)
 */
export function drawSpotlight(input: MapInput, scene: Scene, theme: ThemeName, spot: Lit): readonly Shape[] {
  const { accent } = styleOf(scene, theme, input.groups.length).theme;
  const { proposed, ringed } = spot;
  const line = { kind: 'shape', fill: null, stroke: accent, fixed: true, name: '' } as const;
  const notYet: Shape[] =
    proposed === null
      ? []
      : [{ ...line, d: curve(scene, proposed[0], proposed[1]), strokeWidth: 3, dash: [0.4, 2] }];
  const rings = ringed.map((node): Shape => ({ ...line, d: ringPath(scene, node, 2), strokeWidth: 2.5 }));
  return [...notYet, ...litShapes(input, scene, theme, spot), ...rings];
}

/** One organization under the pointer or the keyboard: its ties and a ring. */
export function drawPointed(
  input: MapInput,
  scene: Scene,
  theme: ThemeName,
  { node, ties }: { readonly node: number; readonly ties: readonly number[] },
): readonly Shape[] {
  const { ink, muted } = styleOf(scene, theme, input.groups.length).theme;
  const line = { kind: 'shape', fill: null, fixed: true, name: '' } as const;
  const lines = ties.map((tie): Shape => {
    const { a, b } = input.ties[tie]!;
    return { ...line, d: curve(scene, a, b), stroke: muted, strokeWidth: 1 };
  });
  return [...lines, { ...line, d: ringPath(scene, node, 2), stroke: ink, strokeWidth: 2 }];
}

/**
 * Ties inside the groups that one of two pictures has and the other has not: whole lines for what began, dashes for what
 * ended. Between groups strands say it by their width.
 */
export function drawChangedTies(
  input: MapInput,
  scene: Scene,
  theme: ThemeName,
  { ties, ended }: { readonly ties: readonly number[]; readonly ended: boolean },
): readonly Shape[] {
  const { ink } = styleOf(scene, theme, input.groups.length).theme;
  const line = { kind: 'shape', fill: null, stroke: ink, strokeWidth: 1.2, fixed: true, name: '' } as const;
  return ties.flatMap((tie): Shape[] => {
    const { a, b } = input.ties[tie]!;
    if (input.nodes[a]!.group !== input.nodes[b]!.group) return [];
    const d = curve(scene, a, b);
    return [ended ? { ...line, d, dash: [3, 3] } : { ...line, d }];
  });
}

function litShapes(input: MapInput, scene: Scene, theme: ThemeName, spot: Lit): readonly Shape[] {
  const style = styleOf(scene, theme, input.groups.length);
  const { places } = scene;
  const { ink, paper } = style.theme;
  const outlines = spot.groups.map((g): Shape => ({
    kind: 'shape',
    d: polygonPath(places.groups[g]!.hull),
    fill: null,
    stroke: ink,
    strokeWidth: 0.4 * style.mm,
    fixed: true,
    name: '',
  }));
  const strongest = input.ties.reduce((most, tie) => Math.max(most, tie.strength), 1e-9);
  const many = spot.ties.length > 150 ? 0.6 : 1;
  const lines = spot.ties.map((tie): Shape => {
    const { a, b, strength } = input.ties[tie]!;
    return {
      kind: 'shape',
      d: curve(scene, a, b),
      fill: null,
      stroke: ink,
      strokeWidth: (0.14 + 0.3 * Math.sqrt(strength / strongest)) * style.mm * many,
      fixed: true,
      name: '',
    };
  });
  const casings =
    many < 1
      ? []
      : lines.map((line): Shape => ({
          ...line,
          stroke: paper,
          strokeWidth: line.strokeWidth + 0.5 * style.mm,
        }));
  const marks = [...spot.lit]
    .sort((p, q) => places.radius[q]! - places.radius[p]! || p - q)
    .flatMap((i) => {
      const { category, hollow, label } = input.nodes[i]!;
      return drawMark(
        { category, hollow, name: label },
        places.x[i]!,
        places.y[i]!,
        places.radius[i]!,
        style,
      );
    });
  return [...outlines, ...casings, ...lines, ...marks];
}

/** A ring round one mark, in picture units. */
function ringPath(scene: Scene, node: number, away: number): string {
  const { x, y, reach } = scene.places;
  return circlePath(x[node]!, y[node]!, reach[node]! + away);
}

/** A line between two marks. */
function curve(scene: Scene, a: number, b: number): string {
  const { x, y, groups } = scene.places;
  if (groups.length === 0)
    return linePath([
      [x[a]!, y[a]!],
      [x[b]!, y[b]!],
    ]);
  const dx = x[b]! - x[a]!;
  const dy = y[b]! - y[a]!;
  const length = Math.sqrt(dx * dx + dy * dy);
  // Bent a little, always to the same side of the line from left to right: two ties of one pair of groups run apart.
  const bend = (length < 0.12 * scene.width ? 0 : 0.09) * (dx < 0 ? -1 : 1);
  const mx = (x[a]! + x[b]!) / 2 + bend * dy;
  const my = (y[a]! + y[b]!) / 2 - bend * dx;
  return `M${round(x[a]!)} ${round(y[a]!)}Q${round(mx)} ${round(my)} ${round(x[b]!)} ${round(y[b]!)}`;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
