import type { Layer, Shape, Text } from '#viz/scene/scene.ts';
import type { Face } from '#viz/scene/text-width.ts';

const faces: Readonly<Record<Face, { family: string; weight: number }>> = {
  interRegular: { family: 'var(--sans)', weight: 400 },
  interMedium: { family: 'var(--sans)', weight: 500 },
  interSemibold: { family: 'var(--sans)', weight: 600 },
  serifRegular: { family: 'var(--serif)', weight: 400 },
  serifSemibold: { family: 'var(--serif)', weight: 600 },
};

/** A layer of a scene as SVG elements. */
export function SceneLayer({ layer }: { readonly layer: Layer }) {
  return (
    <g className={`layer-${layer.name}`}>
      {layer.name === 'ties' ? (
        <Merged shapes={layer.items.filter(isShape)} />
      ) : (
        <Items items={layer.items} />
      )}
    </g>
  );
}

export function Items({ items }: { readonly items: readonly (Shape | Text)[] }) {
  return items.map((item, at) =>
    item.kind === 'shape' ? <ShapePath key={at} shape={item} /> : <Words key={at} text={item} />,
  );
}

function ShapePath({ shape }: { readonly shape: Shape }) {
  const { d, fill, stroke, strokeWidth, fixed, dash } = shape;
  return (
    <path
      d={d}
      fill={fill ?? 'none'}
      stroke={stroke ?? 'none'}
      strokeWidth={strokeWidth}
      strokeDasharray={dash?.map((length) => length * strokeWidth).join(' ')}
      strokeLinecap={dash === undefined ? undefined : 'round'}
      vectorEffect={fixed === true ? 'non-scaling-stroke' : undefined}
    />
  );
}

function Words({ text }: { readonly text: Text }) {
  const { family, weight } = faces[text.face];
  const halo = text.halo === null ? {} : { stroke: text.halo, strokeWidth: 0.28 * text.size };
  return (
    <text
      x={text.x}
      y={text.y}
      textAnchor={text.anchor}
      fontFamily={family}
      fontWeight={weight}
      fontSize={text.size}
      fill={text.fill}
      {...halo}
    >
      {text.text}
    </text>
  );
}

/** Thousands of thin lines are one element for each width: the picture is the same, the page is quick. */
function Merged({ shapes }: { readonly shapes: readonly Shape[] }) {
  const widths = new Map<number, Shape[]>();
  for (const shape of shapes) {
    const width = Math.round(shape.strokeWidth * 10) / 10;
    const list = widths.get(width);
    if (list === undefined) widths.set(width, [shape]);
    else list.push(shape);
  }
  return [...widths].map(([width, list]) => (
    <path
      key={width}
      d={list.map(({ d }) => d).join('')}
      fill="none"
      stroke={list[0]?.stroke ?? 'none'}
      strokeWidth={width}
    />
  ));
}

const isShape = (item: Shape | Text): item is Shape => item.kind === 'shape';
