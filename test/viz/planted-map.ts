import { Random } from '#analysis/graph/random.ts';
import type { MapInput, MapNode, MapTie } from '#viz/scene/picture.ts';

const first = [
  'Maple',
  'Harbour',
  'Cedar',
  'Northside',
  'Old Town',
  'Valley',
  'Riverside',
  'Linden',
  'Common',
  'Beacon',
  'Anchor',
  'Signal Hill',
];
const second = [
  'Literacy',
  'Housing',
  'Food',
  'Legal',
  'Care',
  'Woodland',
  'Youth',
  'Print',
  'Tenants',
  'Climate',
  'Wellbeing',
  'Repair',
];
const third = [
  'Trust',
  'Co-op',
  'Network',
  'Project',
  'Union',
  'Group',
  'Works',
  'College',
  'Alliance for the Eastern Wards',
  'Association',
];
const scripts = [
  'Фонд «Новая гавань»',
  '中文互助会',
  'Σύλλογος Γειτονιάς',
  'Quỹ Cộng Đồng',
  'Stowarzyszenie Łączność',
  'Überörtliche Wohnungsgenossenschaft Nord',
];
const categories = ['Health', 'Education', 'Housing', 'Environment', 'Food', 'Justice', 'Faith', 'Business'];

export interface Plan {
  readonly n: number;
  readonly groups: number;
  readonly seed?: number;
  /** Share of nodes in no group. */
  readonly outside?: number;
  readonly bridges?: number;
  /** Ties that each member begins inside its group. */
  readonly inside?: number;
}

/** How a test or a bench asks for the picture of the map page. */
export const mapPage = {
  width: 860,
  height: 660,
  unit: 'px',
  seed: 1,
  theme: 'light',
  view: 'far',
  heading: false,
  key: false,
} as const;

/** An invented network of planted groups, of unequal sizes, with names in several scripts: input for pictures only. */
export function plantedMap({
  n,
  groups,
  seed = 7,
  outside = 0.06,
  bridges = 10,
  inside = 2,
}: Plan): MapInput {
  const random = new Random(seed, 'planted map');
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const group = Array.from({ length: n }, (_, i) => {
    if (i >= groups * 4 && random.float() < outside) return -1;
    return i < groups * 4 ? i % groups : Math.floor(groups * random.float() * (0.35 + 0.65 * random.float()));
  });
  const members = Array.from({ length: groups }, (_, g) => group.flatMap((of, i) => (of === g ? [i] : [])));
  const ties = new Map<number, MapTie>();
  const add = (a: number, b: number): void => {
    if (a !== b)
      ties.set(Math.min(a, b) * n + Math.max(a, b), {
        a: Math.min(a, b),
        b: Math.max(a, b),
        strength: 1 + random.below(4),
      });
  };
  for (const of of members)
    for (const i of of)
      for (let k = 0; k < inside; k++) add(i, pick(of.slice(0, Math.ceil((((k % 2) + 1) * of.length) / 2))));
  const brokers = members.flatMap((of) => of.slice(0, 2));
  for (let k = 0; k < 0.35 * n && groups > 1; k++) add(pick(brokers), random.below(n));
  const out = group.flatMap((of, i) => (of < 0 ? [i] : []));
  for (let k = 0; k + 1 < out.length / 3; k += 2) add(out[k]!, out[k + 1]!);
  const degree = new Int32Array(n);
  for (const { a, b } of ties.values()) {
    degree[a]!++;
    degree[b]!++;
  }
  const rank = [...brokers].sort((a, b) => degree[b]! - degree[a]! || a - b).slice(0, bridges);
  const nodes = group.map((of, i): MapNode => ({
    id: `o${i}`,
    label: i % 23 === 5 ? pick(scripts) : `${pick(first)} ${pick(second)} ${pick(third)}`,
    category: random.float() < 0.55 && of >= 0 ? of % categories.length : random.below(categories.length),
    group: of,
    size: degree[i]!,
    bridge: rank.indexOf(i) + 1,
    hollow: of >= 0 && random.float() < 0.06,
  }));
  const order = members.map((of, g) => ({ of, g })).sort((p, q) => q.of.length - p.of.length || p.g - q.g);
  const place = new Map(order.map(({ g }, i) => [g, i]));
  return {
    nodes: nodes.map((node) => ({ ...node, group: node.group < 0 ? -1 : place.get(node.group)! })),
    ties: [...ties.values()],
    groups: order.map(({ of }, i) => ({
      name: `${String.fromCharCode(65 + (i % 26))} · ${nodes[of[0]!]!.label.split(' ').slice(0, 2).join(' ')}, ${nodes[of[1]!]!.label.split(' ').slice(0, 2).join(' ')}`,
      members: of,
      certified: i === order.length - 1,
    })),
    categories: categories.map((name, c) => ({
      name,
      count: nodes.filter((node) => node.category === c).length,
    })),
    words: {
      title: 'Who works with whom',
      size: 'partners',
      category: 'sector',
      receipt: `Invented network of ${n} · seed ${seed}`,
    },
  };
}
