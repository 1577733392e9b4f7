import { clipped } from '#viz/report/figures/clipped.ts';
import { printablePart, substitutesFor, type Substitute } from '#viz/report/printable/substitutes.ts';
import { canPrint } from '#viz/report/printable/can-print.ts';
import { longestInGroupName } from '#viz/report/report-groups.ts';
import type { MapInput } from '#viz/scene/picture.ts';

export interface PrintableMap {
  readonly map: MapInput;
  /** What stands for which name, organizations in node order, then sectors. */
  readonly substitutes: readonly Substitute[];
}

/** The map's input with names that the shipped fonts can draw: for media that have no other fonts. */
export function printableMap(
  input: MapInput,
  aliasesOf: (id: string) => readonly string[] = () => [],
): PrintableMap {
  const names = substitutesFor(
    input.nodes.map(({ id, label }) => ({ id, name: label, aliases: aliasesOf(id) })),
    'Organization',
  );
  const kinds = substitutesFor(
    input.categories.map(({ name }) => ({ id: '', name })),
    'Kind',
  );
  const title = printableTitle(input.words.title);
  if (names.length + kinds.length === 0 && title === input.words.title)
    return { map: input, substitutes: [] };
  const byId = new Map(names.map((substitute) => [substitute.id, substitute]));
  const byName = new Map(kinds.map(({ original, printed }) => [original, printed]));
  return {
    substitutes: [...names, ...kinds],
    map: {
      ...input,
      nodes: input.nodes.map((node) => ({ ...node, label: byId.get(node.id)?.printed ?? node.label })),
      groups: input.groups.map((group) => ({
        ...group,
        name: group.members.reduce((name, member) => {
          const one = byId.get(input.nodes[member]?.id ?? '');
          return one === undefined
            ? name
            : name.replace(clipped(one.original, longestInGroupName), () => one.printed);
        }, group.name),
      })),
      categories: input.categories.map((one) => ({ ...one, name: byName.get(one.name) ?? one.name })),
      words: { ...input.words, title },
    },
  };
}

/** What stands for a network whose name cannot be printed. */
export const unnamed = 'This network';

/** A title of another script gives way to what it says beside it, or to none. */
export function printableTitle(title: string): string {
  return canPrint(title) ? title : printablePart(title) || unnamed;
}
