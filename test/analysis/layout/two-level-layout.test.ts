import { describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';
import { discsThatFit, twoLevelLayout, type LayoutInput } from '#analysis/layout/two-level-layout.ts';

/** Groups of equal size in a box, each a disc with a title, tied to the next in a ring. */
function planted(groups: number, size: number, overrides: Partial<LayoutInput> = {}): LayoutInput {
  const random = new Random(3, 'layout test');
  const n = groups * size;
  const members = Array.from({ length: groups }, (_, g) =>
    Array.from({ length: size }, (_, i) => g * size + i),
  );
  const ties = members.flatMap((of, g) =>
    of.flatMap((a) => [
      { a, b: of[random.below(size)]!, strength: 1 },
      { a, b: members[(g + 1) % groups]![random.below(size)]!, strength: 1 },
    ]),
  );
  return {
    n,
    ties: ties.filter(({ a, b }) => a !== b),
    groups: members,
    radius: new Float64Array(n).fill(1),
    nameWidth: Float64Array.from({ length: n }, (_, i) => (i % size === 0 ? 12 : 0)),
    nameHeight: Float64Array.from({ length: n }, (_, i) => (i % size === 0 ? 3 : 0)),
    titles: members.map(() => ({ width: 20, height: 5 })),
    links: members.map((_, g) => ({ a: g, b: (g + 1) % groups, weight: 1 })).filter(({ a, b }) => a !== b),
    discs: members.map(() => ({ radiusX: 3 * Math.sqrt(size), radiusY: 3 * Math.sqrt(size) })),
    hullPad: 1,
    box: { width: 160, height: 120 },
    markGap: 0.5,
    groupGap: 2,
    seed: 1,
    ...overrides,
  };
}

describe('twoLevelLayout', () => {
  const input = planted(6, 25);
  const layout = twoLevelLayout(input);

  it('keeps every member inside its disc, with room for its mark', () => {
    input.groups.forEach((members, g) => {
      const { x, y } = layout.centres[g]!;
      for (const node of members) {
        const away = Math.sqrt((layout.x[node]! - x) ** 2 + (layout.y[node]! - y) ** 2);
        expect(away + 1 + input.hullPad).toBeLessThanOrEqual(input.discs[g]!.radiusX + 1e-6);
      }
    });
  });

  it('keeps marks apart by their gap', () => {
    let nearest = Infinity;
    for (let i = 0; i < input.n; i++) {
      for (let j = i + 1; j < input.n; j++) {
        const dx = layout.x[i]! - layout.x[j]!;
        const dy = layout.y[i]! - layout.y[j]!;
        nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy));
      }
    }
    expect(nearest).toBeGreaterThanOrEqual(2 + 0.5 - 1e-3);
  });

  it('keeps discs and titles inside the box, discs apart by their gap', () => {
    const { centres } = layout;
    centres.forEach(({ x, y }, g) => {
      const r = input.discs[g]!.radiusX;
      expect(Math.min(x - r, 160 - x - r, y - r - 5, 120 - y - r)).toBeGreaterThanOrEqual(-1e-9);
      for (const other of centres.slice(g + 1)) {
        expect(Math.sqrt((x - other.x) ** 2 + (y - other.y) ** 2)).toBeGreaterThanOrEqual(
          2 * r + 0.8 * input.groupGap,
        );
      }
    });
  });

  it('keeps the room of each name free of marks', () => {
    input.groups.forEach((members) => {
      const named = members[0]!;
      const start = layout.x[named]! + layout.side[named]! * 1;
      const end = start + layout.side[named]! * 12;
      const [left, right] = [Math.min(start, end), Math.max(start, end)];
      const inTheWay = members.slice(1).filter((node) => {
        const dx = Math.max(left - layout.x[node]!, 0, layout.x[node]! - right);
        const dy = Math.max(Math.abs(layout.y[node]! - layout.y[named]!) - 1.5, 0);
        return dx * dx + dy * dy < 0.8;
      });
      expect(inTheWay).toEqual([]);
    });
  });

  it('gives the same bytes for the same seed, others for another', () => {
    expect(twoLevelLayout(planted(6, 25)).x).toEqual(layout.x);
    expect(twoLevelLayout({ ...input, seed: 2 }).x).not.toEqual(layout.x);
  });

  it('leaves those in no group without a place', () => {
    const { x } = twoLevelLayout(
      planted(2, 4, {
        groups: [[0, 1, 2, 3]],
        titles: [{ width: 9, height: 4 }],
        links: [],
        discs: [{ radiusX: 20, radiusY: 20 }],
      }),
    );
    expect([...x].map(Number.isNaN)).toEqual([false, false, false, false, true, true, true, true]);
  });

  it('answers no group at all', () => {
    expect(twoLevelLayout(planted(0, 4)).centres).toEqual([]);
  });
});

describe('discsThatFit', () => {
  it('is 1 when there is room', () => {
    expect(discsThatFit(planted(4, 16))).toBe(1);
  });

  it('shrinks discs that overfill the box', () => {
    const discs = Array.from({ length: 6 }, () => ({ radiusX: 40, radiusY: 40 }));
    const scale = discsThatFit(planted(6, 25, { discs }));
    expect(scale).toBeLessThan(0.7);
    expect(scale).toBeGreaterThan(0.3);
  });
});
