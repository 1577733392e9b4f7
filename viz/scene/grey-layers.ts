import type { Layer } from '#viz/scene/scene.ts';
import type { Theme } from '#viz/scene/theme.ts';

/** How far strands and ties step back while something is lit. */
export const stepBack = { strands: 0.35, ties: 0.6 } as const;

/** The picture as it is behind what is lit: marks grey, no rings, strands and ties pale; hulls stay. */
export function greyLayers(layers: readonly Layer[], { strand }: Theme): readonly Layer[] {
  return layers.flatMap((layer): Layer[] => {
    const { name, items } = layer;
    if (name === 'rings') return [];
    if (name === 'strands' || name === 'ties') return [{ ...layer, opacity: stepBack[name] }];
    if (name !== 'marks' && name !== 'tray') return [layer];
    return [
      {
        name,
        // Marks without an outline are pale already: they do not pass a filter.
        items: items.map((item) =>
          item.kind === 'text' || item.stroke === null
            ? item
            : { ...item, fill: strand, stroke: null, strokeWidth: 0 },
        ),
      },
    ];
  });
}
