import { CategoryMark } from '#viz/components/category-mark.tsx';
import { notKnown } from '#viz/map/shown-part.ts';
import type { MapInput } from '#viz/scene/picture.ts';

interface SectorKeyProps {
  readonly map: MapInput;
  /** Names of those in colour; none: all. */
  readonly chosen: readonly string[];
  readonly onChosen: (names: readonly string[]) => void;
}

/** What fill and shape stand for, with counts; each entry is a switch that keeps its sector in colour. */
export function SectorKey({ map, chosen, onChosen }: SectorKeyProps) {
  const unknown = map.nodes.filter(({ category }) => category < 0).length;
  const entries = map.categories.map(({ name, count }, category) => ({ name, count, category }));
  if (unknown > 0) entries.push({ name: notKnown, count: unknown, category: -1 });
  const toggle = (name: string) =>
    onChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  return (
    <ul className="switches">
      {entries.map(({ name, count, category }) => (
        <li key={name}>
          <button type="button" aria-pressed={chosen.includes(name)} onClick={() => toggle(name)}>
            <CategoryMark category={category} /> {name} <span className="muted figures">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
